import type { DesktopBridge } from '#shared/desktop/bridge';
import { noticeLimits } from '#shared/desktop/contract';
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
      const { title, body } = notice;
      // Customers write as long as they like; the shell would refuse the whole notice for it.
      const cut = { title: title.slice(0, noticeLimits.title), body: body.slice(0, noticeLimits.body) };
      void bridge.showNotice({ ...notice, ...cut });
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
