import type { DesktopBridge } from '#shared/desktop/bridge';
import { onFocusChange } from './focus.ts';
import type { Platform } from './platform.ts';

/** The platform inside the desktop app: every ability of the system is asked of the shell. */
export async function createDesktopPlatform(bridge: DesktopBridge): Promise<Platform> {
  const { version, serverAddress } = await bridge.about();
  return {
    kind: 'desktop',
    capabilities: { secrets: true, serverChoice: true, attention: true, idle: true },
    version,
    serverAddress,
    chooseServer: bridge.chooseServer,
    secrets: { read: bridge.readSecret, keep: bridge.keepSecret, forget: bridge.forgetSecret },
    askToNotify: () => Promise.resolve(true),
    notify(notice) {
      void bridge.showNotice(notice);
      return () => void bridge.withdrawNotice(notice.conversationId);
    },
    setUnreadBadge: (count) => void bridge.setUnreadBadge(count),
    attractAttention: () => void bridge.attractAttention(),
    openExternal: bridge.openExternal,
    onFocusChange,
    onDeepLink: bridge.onDeepLink,
    onIdleChange: bridge.onIdleChange,
  };
}
