import { afterEach, describe, expect, it, vi } from 'vitest';
import { sharedFinds, sharedReads } from './shared-reads.ts';

/** A reading that ends when it is let, and remembers what it was asked. */
function openReading() {
  const asked: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const read = async (some: readonly number[]) => {
    asked.push(some);
    await new Promise<void>((resolve) => ends.push(resolve));
    return some.map((one) => one * 10);
  };
  return { asked, read, endFirst: () => ends.shift()?.() };
}

afterEach(() => void vi.useRealTimers());

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('readings that are shared', () => {
  it('ask once for all who ask in one turn, and answer each', async () => {
    const { asked, read, endFirst } = openReading();
    const find = sharedReads(read);
    const answers = Promise.all([find(1), find(2), find(3)]);
    await turn();
    endFirst();
    expect(await answers).toEqual([10, 20, 30]);
    expect(asked).toEqual([[1, 2, 3]]);
  });

  it('give nobody what was read before they asked: who comes during a reading is in the next', async () => {
    const { asked, read, endFirst } = openReading();
    const find = sharedReads(read);
    const first = find(1);
    await turn();
    const later = [find(1), find(2)];
    endFirst();
    await first;
    await turn();
    expect(asked).toEqual([[1], [1, 2]]);
    endFirst();
    expect(await Promise.all(later)).toEqual([10, 20]);
  });

  it('are begun a little later in a rush, for more to share them, and at once for who asks alone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { asked, read, endFirst } = openReading();
    const find = sharedReads(read);
    const rush = [find(1), find(2)];
    await turn();
    rush.push(find(3));
    endFirst();
    await turn();
    rush.push(find(4));
    await turn();
    expect(asked).toEqual([[1, 2]]);
    await vi.advanceTimersByTimeAsync(5);
    expect(asked).toEqual([
      [1, 2],
      [3, 4],
    ]);
    endFirst();
    expect(await Promise.all(rush)).toEqual([10, 20, 30, 40]);
    await turn();
    const alone = find(5);
    await turn();
    expect(asked.at(-1)).toEqual([5]);
    endFirst();
    expect(await alone).toBe(50);
  });

  it('hold up nobody who asks later than a second after one that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { asked, read, endFirst } = openReading();
    const find = sharedReads(read);
    const hanging = find(1);
    await turn();
    const later = find(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([[1], [2]]);
    endFirst();
    expect(await hanging).toBe(10);
    endFirst();
    expect(await later).toBe(20);
  });

  it('fail for all who shared them, and for nobody after', async () => {
    let isBroken = true;
    const find = sharedReads((some: readonly number[]) =>
      isBroken ? Promise.reject(new Error('broken')) : Promise.resolve(some),
    );
    const outcomes = await Promise.allSettled([find(1), find(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await find(3)).toBe(3);
  });

  it('ask for the same thing once, and give null for what is not there', async () => {
    const asked: (readonly string[])[] = [];
    const find = sharedFinds((keys: readonly string[]) => {
      asked.push(keys);
      return Promise.resolve(new Map([['a', 1]]));
    });
    expect(await Promise.all([find('a'), find('b'), find('a')])).toEqual([1, null, 1]);
    expect(asked).toEqual([['a', 'b']]);
  });
});
