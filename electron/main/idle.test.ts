import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from './idle.ts';

type State = 'active' | 'idle' | 'locked' | 'unknown';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Watches a computer whose state the test sets. */
function watched() {
  const told: string[] = [];
  const listeners = new Map<string, () => void>();
  const computer = { state: 'active' as State, told, happens: (event: string) => listeners.get(event)?.() };
  watchIdle(
    {
      on: ((event: string, listener: () => void) => listeners.set(event, listener)) as never,
      getSystemIdleState: (afterSeconds) => {
        expect(afterSeconds).toBe(300);
        return computer.state;
      },
    },
    (state) => told.push(state),
  );
  return computer;
}

describe('watching whether somebody is there', () => {
  it('tells each change once', () => {
    const computer = watched();
    vi.advanceTimersByTime(60_000);
    computer.state = 'idle';
    vi.advanceTimersByTime(60_000);
    computer.state = 'active';
    vi.advanceTimersByTime(15_000);
    expect(computer.told).toEqual(['idle', 'active']);
  });

  it('tells a locked or sleeping computer at once, and its return', () => {
    const computer = watched();
    computer.happens('lock-screen');
    computer.happens('suspend');
    expect(computer.told).toEqual(['locked']);
    computer.happens('resume');
    computer.happens('unlock-screen');
    expect(computer.told).toEqual(['locked', 'active']);
  });

  it('takes a desktop that does not know for somebody being there', () => {
    const computer = watched();
    computer.state = 'unknown';
    vi.advanceTimersByTime(60_000);
    expect(computer.told).toEqual([]);
  });
});
