import { create } from 'zustand';

/** The line to the server: coming up, working, lost (with the reason where it is known), or refused for good. */
export type LinkStatus = 'connecting' | 'online' | 'offline' | 'draining' | 'outdated';

type LinkState = {
  status: LinkStatus;
  /** Since when, in milliseconds since the epoch by this computer's clock. */
  sinceMs: number;
  /** Whether it ever worked in this session: before that, being offline is a failed start. */
  hasBeenOnline: boolean;
};

/** Whether the server can be reached. */
export const useLinkStore = create<LinkState>()(() => ({
  status: 'connecting',
  sinceMs: 0,
  hasBeenOnline: false,
}));

/** Notes how the line is now; the same again changes nothing. */
export function setLink(status: LinkStatus): void {
  const before = useLinkStore.getState();
  if (before.status === status) return;
  useLinkStore.setState({
    status,
    sinceMs: Date.now(),
    hasBeenOnline: before.hasBeenOnline || status === 'online',
  });
}
