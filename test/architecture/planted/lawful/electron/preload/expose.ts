import { contextBridge } from 'electron';
import type { Bridge } from '#shared/desktop/bridge';

/** Exposes the bridge. */
export function expose(bridge: Bridge): void {
  contextBridge.exposeInMainWorld('baton', bridge);
}
