import { tick, useClockStore } from './clock-store.ts';
import { settleQueue } from './conversation-store.ts';
import { restorePreferences, usePreferenceStore } from './preference-store.ts';
import { expireTyping } from './typing-store.ts';
import { useViewStore } from './view-store.ts';

const PREFERENCES_KEY = 'baton.preferences';

/** Starts what the stores do by themselves: the clock's second, preferences kept on the device. Returns the end of it. */
export function startSubscriptions(): () => void {
  restorePreferences(readKept());
  const ends = [keepPreferences(), runClock(), watchFocus()];
  return () => {
    for (const end of ends) end();
  };
}

function readKept(): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? 'null') as unknown;
  } catch {
    // Storage may be closed to us, or hold what an older version wrote: then the defaults stand.
    return null;
  }
}

function keepPreferences(): () => void {
  return usePreferenceStore.subscribe((preferences) => {
    try {
      localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
    } catch {
      // Not kept, but still in force until the window closes.
      return;
    }
  });
}

/** One tick a second, on the second, and none while nobody sees it. */
function runClock(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beat = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    tick();
    settleQueue(useClockStore.getState().nowMs);
    expireTyping();
    timer = setTimeout(beat, 1000 - (Date.now() % 1000));
  };
  document.addEventListener('visibilitychange', beat);
  beat();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', beat);
  };
}

function watchFocus(): () => void {
  const update = (): void => useViewStore.setState({ hasFocus: document.hasFocus() });
  window.addEventListener('focus', update);
  window.addEventListener('blur', update);
  update();
  return () => {
    window.removeEventListener('focus', update);
    window.removeEventListener('blur', update);
  };
}
