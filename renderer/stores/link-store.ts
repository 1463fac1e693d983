import { create } from 'zustand';

/**
 * How the console stands to the server. `connecting`: for the first time. `offline`: not reached. `catching-up`: reached again, and what was
 * missed is being read. `busy`: reached, but it sheds what it is asked, because there is too much of it or its database is away. `unreadable`:
 * reached, but it could not say who is signed in. `draining`: it said that it will be right back. `outdated`: it speaks a later version than
 * this console. `ahead`: it speaks an earlier one, as while servers are upgraded one by one.
 */
export type LinkStatus =
  | 'connecting'
  | 'online'
  | 'offline'
  | 'catching-up'
  | 'busy'
  | 'unreadable'
  | 'draining'
  | 'outdated'
  | 'ahead';

type LinkState = {
  status: LinkStatus;
  /** Since when work has not been possible as usual, in milliseconds since the epoch by this computer's clock; while online, since then. */
  sinceMs: number;
  /** Whether it ever worked in this session: before that, being offline is a failed start. */
  hasBeenOnline: boolean;
  /** Whether what happens on the other servers comes a few seconds late. */
  isLate: boolean;
};

/** Whether the server can be reached. */
export const useLinkStore = create<LinkState>()(() => ({
  status: 'connecting',
  sinceMs: 0,
  hasBeenOnline: false,
  isLate: false,
}));

/** Notes how the line is now; the same again changes nothing. */
export function setLink(status: LinkStatus): void {
  const before = useLinkStore.getState();
  if (before.status === status) return;
  const isSameTrouble = status !== 'online' && before.status !== 'online' && before.status !== 'connecting';
  useLinkStore.setState({
    status,
    sinceMs: isSameTrouble ? before.sinceMs : Date.now(),
    hasBeenOnline: before.hasBeenOnline || status === 'online',
  });
}

/** Notes whether the server hears the others late. */
export function setLate(isLate: boolean): void {
  useLinkStore.setState({ isLate });
}

/** A new session begins: nothing is known of the line. */
export function beginLink(): void {
  useLinkStore.setState({ status: 'connecting', sinceMs: Date.now(), hasBeenOnline: false, isLate: false });
}
