import { beforeEach, describe, expect, it, vi } from 'vitest';
import { consoleReturns, customerReturns, LINE_TICK_MS, returnAfterMs, watchLine } from './line.ts';

describe('coming back', () => {
  it('D8 waits longer after each failure, up to a bound, and never in step with others', () => {
    const pauses = (chance: number) =>
      [0, 1, 2, 3, 10, 1000].map((failures) => returnAfterMs(customerReturns, { failures, chance }));
    expect(pauses(0.5)).toEqual([800, 1600, 3200, 4000, 4000, 4000]);
    expect(pauses(0)).toEqual([400, 800, 1600, 2000, 2000, 2000]);
    expect(pauses(0.999)).toEqual([1199, 2398, 4797, 5996, 5996, 5996]);
  });

  it('D8 comes never earlier than the server asked for', () => {
    for (const chance of [0, 0.3, 0.999]) {
      const ms = returnAfterMs(consoleReturns, { failures: 0, retryAfterMs: 4000, chance });
      expect(ms).toBeGreaterThanOrEqual(4000);
      expect(ms).toBeLessThanOrEqual(6000);
    }
  });
});

describe('a watched line', () => {
  const line = { isUp: vi.fn(() => true), feel: vi.fn(async () => true), cut: vi.fn(), tryNow: vi.fn() };
  const start = 1_000_000;
  beforeEach(() => {
    vi.resetAllMocks();
    line.isUp.mockReturnValue(true);
    line.feel.mockResolvedValue(true);
  });

  /** Ticks as a timer would, from one moment to another. */
  function pass(watch: ReturnType<typeof watchLine>, fromMs: number, toMs: number): void {
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += LINE_TICK_MS) watch.tick(nowMs);
  }

  it('D17 F8 is cut within 20 s of the last word, and not while the server is heard', () => {
    const watch = watchLine(line);
    for (let nowMs = start; nowMs < start + 100_000; nowMs += 10_000) {
      watch.heard(nowMs);
      pass(watch, nowMs, nowMs + 8000);
    }
    expect(line.cut).not.toHaveBeenCalled();
    pass(watch, start + 100_000, start + 110_000);
    expect(line.cut).toHaveBeenCalled();
  });

  it('D17 F8 is given up at once after a sleep in which the server was not heard', () => {
    const watch = watchLine(line);
    watch.heard(start);
    pass(watch, start, start + 4000);
    watch.tick(start + 8 * 3_600_000);
    expect(line.cut).toHaveBeenCalledOnce();
  });

  it('D17 F8 is felt for after a short sleep, and cut when nothing comes back', async () => {
    const watch = watchLine(line);
    line.feel.mockResolvedValue(false);
    watch.heard(start);
    watch.tick(start);
    watch.tick(start + 12_000);
    expect(line.feel).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(line.cut).toHaveBeenCalledOnce(), 20_000);
  });

  it('D17 F8 is tried at once when the network is back', () => {
    const watch = watchLine(line);
    line.isUp.mockReturnValue(false);
    watch.wake(start);
    expect(line.tryNow).toHaveBeenCalledOnce();
    expect(line.feel).not.toHaveBeenCalled();
  });

  it('D17 F5 is not cut because somebody set the clock, and a clock set back does not keep a dead one alive', () => {
    const watch = watchLine(line);
    watch.heard(start);
    watch.tick(start);
    watch.tick(start - 3_600_000);
    expect(line.cut).not.toHaveBeenCalled();
    pass(watch, start - 3_600_000 + LINE_TICK_MS, start - 3_600_000 + 18_000);
    expect(line.cut).toHaveBeenCalled();
  });
});
