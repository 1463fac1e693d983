import { describe, expect, it, vi } from 'vitest';
import { createFairTurns } from './fair-turns.ts';

const TERMS = { atOnce: 16, atOnceEach: 4, waiting: 2000, waitingEach: 100, standingWaitMs: 50 };

/** Work that ends when it is told to, and what has begun so far. */
function openFloor(terms = TERMS) {
  const turns = createFairTurns(terms);
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
  return { begun, ask, endOne, refusal: turns.refusal };
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

  it('D8 what waits too long, or behind too many, is refused with a time to come again', async () => {
    const { ask, endOne } = openFloor();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      for (let place = 0; place < 16; place += 1) void ask(`place-${place}`);
      const tooLong = ask('patient');
      vi.advanceTimersByTime(6000);
      const refused = expect(tooLong).rejects.toMatchObject({
        error: { code: 'overloaded', retryAfterMs: expect.any(Number) },
      });
      await endOne();
      await refused;
    } finally {
      vi.useRealTimers();
    }
    for (let place = 0; place < 2001; place += 1) ask(`crowd-${place}`).catch(() => undefined);
    await expect(ask('one too many')).rejects.toMatchObject({ error: { code: 'overloaded' } });
  });

  it('D8 a rush is waited out; where no place has been free for a while, who waits is refused early', async () => {
    const { ask, endOne } = openFloor();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      for (let place = 0; place < 16; place += 1) void ask(`place-${place}`);
      const inRush = ask('in the rush');
      const standing = ask('in a standing line');
      const refused = expect(standing).rejects.toMatchObject({ error: { code: 'overloaded' } });
      vi.advanceTimersByTime(200);
      await endOne();
      vi.advanceTimersByTime(100);
      await endOne();
      await refused;
      for (let place = 0; place < 15; place += 1) await endOne();
      await expect(inRush).resolves.toBe('in the rush');
    } finally {
      vi.useRealTimers();
    }
  });

  it('D8 a line that grows from the beginning is not waited for as long as a rush that is worked off', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    async function refusedOf(moreEachTime: number): Promise<number> {
      const { ask, endOne } = openFloor();
      let refused = 0;
      const come = (count: number) => {
        for (let place = 0; place < count; place += 1) ask(`${place}`).catch(() => (refused += 1));
      };
      come(100);
      for (let moment = 0; moment < 4; moment += 1) {
        vi.advanceTimersByTime(40);
        come(moreEachTime);
        for (let done = 0; done < 2; done += 1) await endOne();
      }
      return refused;
    }
    try {
      expect(await refusedOf(4)).toBeGreaterThan(50);
      expect(await refusedOf(1)).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('D8 who waits for nobody but themselves is not refused early', async () => {
    const { ask, endOne } = openFloor();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const all = Array.from({ length: 8 }, () => ask('alone'));
      vi.advanceTimersByTime(1000);
      for (let ended = 0; ended < 8; ended += 1) await endOne();
      await expect(Promise.all(all)).resolves.toHaveLength(8);
    } finally {
      vi.useRealTimers();
    }
  });

  it('D8 only where the line stands is somebody refused without asking, and not before those who would come in time', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { ask, endOne, refusal } = openFloor();
    try {
      for (let place = 0; place < 100; place += 1) ask(`place-${place}`).catch(() => undefined);
      expect(refusal('new')).toBeNull();
      vi.advanceTimersByTime(300);
      expect(refusal('new')).toBeGreaterThanOrEqual(500);
      for (let done = 0; done < 100; done += 1) await endOne();
      expect(refusal('new')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('D8 a line that stands is not over because what is done together leaves places for a moment', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { ask, endOne, refusal } = openFloor();
    const come = (name: string, count: number) => {
      for (let place = 0; place < count; place += 1) ask(`${name}-${place}`).catch(() => undefined);
    };
    try {
      come('first', 100);
      vi.advanceTimersByTime(300);
      expect(refusal('new')).not.toBeNull();
      for (let done = 0; done < 100; done += 1) await endOne();
      vi.advanceTimersByTime(50);
      come('second', 100);
      expect(refusal('new')).not.toBeNull();
      for (let done = 0; done < 100; done += 1) await endOne();
      vi.advanceTimersByTime(150);
      come('third', 100);
      expect(refusal('new')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('D8 where the line stands no more are under way than are done within a short time', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { begun, ask, endOne } = openFloor({ ...TERMS, atOnce: 128 });
    try {
      for (let place = 0; place < 168; place += 1) ask(`place-${place}`).catch(() => undefined);
      vi.advanceTimersByTime(20);
      await endOne();
      expect(begun).toHaveLength(129);
      vi.advanceTimersByTime(300);
      for (let place = 0; place < 20; place += 1) ask(`late-${place}`).catch(() => undefined);
      for (let done = 0; done < 60; done += 1) await endOne();
      expect(begun).toHaveLength(129);
      for (let done = 0; done < 20; done += 1) await endOne();
      expect(begun.length).toBeGreaterThan(129);
    } finally {
      vi.useRealTimers();
    }
  });

  it('W6 one author’s line is bounded, and nobody else finds it full', async () => {
    const { ask } = openFloor();
    for (let asked = 0; asked < 104; asked += 1) ask('greedy').catch(() => undefined);
    await expect(ask('greedy')).rejects.toMatchObject({ error: { code: 'overloaded' } });
    for (let place = 0; place < 12; place += 1) void ask(`other-${place}`);
    const quiet = ask('quiet').catch(() => 'refused');
    await expect(Promise.race([quiet, Promise.resolve('waits')])).resolves.toBe('waits');
  });

  it('D8 the more is refused, the wider those refused are spread', async () => {
    const terms = { atOnce: 1, atOnceEach: 1, waiting: 0, waitingEach: 0, standingWaitMs: 0 };
    const turns = createFairTurns(terms);
    const waits: number[] = [];
    for (let asked = 0; asked < 2000; asked += 1) {
      await turns.run('a', () => Promise.resolve()).catch(({ error }) => waits.push(error.retryAfterMs));
    }
    expect(Math.min(...waits.slice(1000))).toBeGreaterThanOrEqual(500);
    expect(Math.max(...waits)).toBeGreaterThan(5000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_500);
  });

  it('goes on after work that failed', async () => {
    const turns = createFairTurns(TERMS);
    await expect(turns.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
