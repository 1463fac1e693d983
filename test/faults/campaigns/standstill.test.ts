import { expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../random.ts';
import { disturb } from './disturbance.ts';
import { watchStandstill } from './standstill.ts';

/** A campaign that can't get on ends, and says why: standing for ever would prove nothing. */

it('fails at once when a node that was killed does not come back', async () => {
  const trouble = disturb(1, createRandom(1), () => Promise.reject(new Error('the node ended with 1')));
  const work = new Promise(() => undefined);
  await expect(Promise.race([work, trouble.failed])).rejects.toThrow('the node ended with 1');
  await expect(trouble.stop()).rejects.toThrow('the node ended with 1');
});

it('tells what everybody waits for when nothing has moved for too long', async () => {
  const said: string[] = [];
  const describe = () => Promise.resolve(['agent 7 (up) has asked conversation:claim 3 times for 30000 ms']);
  const watch = watchStandstill({ progress: () => 4120, describe, say: (line) => said.push(line) }, 100);
  onTestFinished(watch.stop);
  await expect(watch.failed).rejects.toThrow('Nothing has moved');
  expect(said).toEqual(await describe());
});

it('lets a campaign be that gets on', async () => {
  let moved = 0;
  const watch = watchStandstill(
    { progress: () => (moved += 1), describe: () => Promise.resolve([]), say: () => undefined },
    100,
  );
  onTestFinished(watch.stop);
  const later = new Promise((resolve) => setTimeout(() => resolve('moving'), 2500));
  expect(await Promise.race([watch.failed, later])).toBe('moving');
});
