import { createContext, useContext } from 'react';
import type { Platform } from './platform.ts';

const PlatformContext = createContext<Platform | null>(null);

/** Makes the chosen platform known to all below; stands once, at the root. */
export const PlatformProvider = PlatformContext.Provider;

/** The platform that was chosen at start. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('There is no PlatformProvider above');
  return platform;
}
