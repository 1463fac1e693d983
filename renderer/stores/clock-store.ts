import { create } from 'zustand';
import type { Moment } from '#shared/domain/ids';

type ClockState = {
  /** The server's time, to the second, in milliseconds since the epoch. */
  nowMs: number;
  /** How far the server's clock is ahead of this computer's. */
  offsetMs: number;
};

/** One clock for everything that counts; it moves once a second while the window is shown. No row has a timer of its own. */
export const useClockStore = create<ClockState>()(() => ({ nowMs: Date.now(), offsetMs: 0 }));

/** Sets this clock by the server's. */
export function setServerTime(serverTime: Moment): void {
  const offsetMs = Date.parse(serverTime) - Date.now();
  useClockStore.setState({ offsetMs, nowMs: Date.now() + offsetMs });
}

/** Moves the clock to now. */
export function tick(): void {
  useClockStore.setState((state) => ({ nowMs: Date.now() + state.offsetMs }));
}

/** Milliseconds since a moment, never negative; moves every second. */
export function useElapsedMs(since: Moment | null): number {
  return useClockStore((state) =>
    since === null ? 0 : Math.max(0, Math.floor((state.nowMs - Date.parse(since)) / 1000) * 1000),
  );
}

/** Milliseconds until a moment, never negative; moves every second. */
export function useRemainingMs(until: Moment | null): number {
  return useClockStore((state) =>
    until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - state.nowMs) / 1000) * 1000),
  );
}
