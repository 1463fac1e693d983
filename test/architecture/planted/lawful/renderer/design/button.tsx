import './tokens.css';
import type { ReactNode } from 'react';

/** A button. */
export function Button({ children }: { children: ReactNode }): ReactNode {
  return <button type="button">{children}</button>;
}
