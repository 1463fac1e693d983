import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge, Unsubscribe } from '#shared/desktop/bridge';
import type { Call, CallRequest, CallResponse, Fact, FactPayload } from '#shared/desktop/contract';
import type { DeepLink } from '#shared/desktop/deep-link';

/** A name without a contract does not compile; the shell checks sender and payload. */
function call<C extends Call>(name: C, request: CallRequest<C>): Promise<CallResponse<C>> {
  return ipcRenderer.invoke(name, request);
}

/** Hands on the payload only: Electron's event carries the sender, which is not the page's to have. */
function listen<F extends Fact>(name: F, listener: (payload: FactPayload<F>) => void): Unsubscribe {
  const handle = (_event: unknown, payload: FactPayload<F>): void => listener(payload);
  ipcRenderer.on(name, handle);
  return () => void ipcRenderer.removeListener(name, handle);
}

// A link may come before the console's scripts have run; it waits here for the first listener.
const earlyLinks: DeepLink[] = [];
const stopWaiting = listen('link:followed', (link) => earlyLinks.push(link));

const bridge: DesktopBridge = {
  about: () => call('shell:about', undefined),
  chooseServer: (address) => call('server:choose', { address }),
  readSecret: (name) => call('secret:read', { name }),
  keepSecret: (name, value) => call('secret:keep', { name, value }),
  forgetSecret: (name) => call('secret:forget', { name }),
  showNotice: (notice) => call('notice:show', notice),
  withdrawNotice: (conversationId) => call('notice:withdraw', { conversationId }),
  setUnreadBadge: (count) => call('badge:set', { count }),
  attractAttention: () => call('attention:ask', undefined),
  openExternal: (url) => call('link:open-outside', { url }),
  onDeepLink(listener) {
    stopWaiting();
    for (const link of earlyLinks.splice(0)) listener(link);
    return listen('link:followed', listener);
  },
  onIdleChange: (listener) => listen('idle:changed', listener),
};

contextBridge.exposeInMainWorld('batonDesktop', bridge);
