import { describe, expect, it, vi } from 'vitest';
import { createFairTurns } from './fair-turns.ts';

/** Work that ends when it is told to, and what has begun so far. */
function openFloor() {
  const turns = createFairTurns();
  const begun: string[] = [];
  const endings: (() => void)[] = [];
  const ask = (author: string) =>
    turns.run(author, () => {
      begun.push(author);
      return new Promise<string>((resolve) => endings.push(() => resolve(author)));
    });
  async function endOne(): Promise<void> {
    endings.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { begun, ask, endOne };
}

describe('D8 turns under overload', () => {
  it('W6 one author is worked for four times at once, and nobody waits behind the rest of it', async () => {
    const { begun, ask } = openFloor();
    for (let asked = 0; asked < 100; asked += 1) void ask('greedy');
    void ask('quiet');
    expect(begun).toEqual(['greedy', 'greedy', 'greedy', 'greedy', 'quiet']);
  });

  it('W6 when all places are taken, authors take turns whatever they have asked before', async () => {
    const { begun, ask, endOne } = openFloor();
    for (const author of ['a', 'b', 'c', 'd', 'e'])
      for (let asked = 0; asked < 10; asked += 1) void ask(author);
    expect(begun).toHaveLength(16);
    void ask('late');
    for (let ended = 0; ended < 6; ended += 1) await endOne();
    expect(begun.slice(16)).toContain('late');
  });

  it('D8 what waits too long, or behind too many, is refused with the time to come again', async () => {
    const { ask, endOne } = openFloor();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      for (let place = 0; place < 16; place += 1) void ask(`place-${place}`);
      const tooLong = ask('patient');
      vi.advanceTimersByTime(6000);
      const refused = expect(tooLong).rejects.toMatchObject({
        error: { code: 'overloaded', retryAfterMs: 2000 },
      });
      await endOne();
      await refused;
    } finally {
      vi.useRealTimers();
    }
    for (let place = 0; place < 2001; place += 1) ask(`crowd-${place}`).catch(() => undefined);
    await expect(ask('one too many')).rejects.toMatchObject({ error: { code: 'overloaded' } });
  });

  it('goes on after work that failed', async () => {
    const turns = createFairTurns();
    await expect(turns.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
