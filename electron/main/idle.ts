import type { IdleState } from '#shared/desktop/contract';
import type { ElectronParts } from './electron-parts.ts';

const IDLE_AFTER_S = 300;
const LOOK_EVERY_MS = 15_000;

/** Tells each change of whether somebody sits at this computer; locking and sleeping count at once, idleness within 15 s. */
export function watchIdle(
  powerMonitor: ElectronParts['powerMonitor'],
  tell: (state: IdleState) => void,
): void {
  let last: IdleState = 'active';
  const change = (state: IdleState): void => {
    if (state === last) return;
    last = state;
    tell(state);
  };
  const look = (): void => {
    const state = powerMonitor.getSystemIdleState(IDLE_AFTER_S);
    // Some Linux desktops don't know; an agent must not be set away for that.
    change(state === 'unknown' ? 'active' : state);
  };
  powerMonitor.on('lock-screen', () => change('locked'));
  powerMonitor.on('suspend', () => change('locked'));
  powerMonitor.on('unlock-screen', look);
  powerMonitor.on('resume', look);
  setInterval(look, LOOK_EVERY_MS).unref();
}
