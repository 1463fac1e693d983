import { expect, it } from 'vitest';
import { messages } from './campaigns/messages.ts';

/** The campaign `messages` of docs/faults.md in the size of a test: what a large run proves, a small one must at least try. */

const quiet = () => undefined;

it('R1 D1 D2 D3 D4 H4 no message is lost, doubled or misordered on a bad network with dying nodes', {
  timeout: 480_000,
}, async () => {
  const small = {
    messages: 400,
    clients: 24,
    stretch: 8,
    workers: 1,
    faultEveryMs: 800,
    killEveryMs: 12_000,
  };
  const { figures, violations } = await messages.run({ ...messages.defaults, ...small }, quiet);
  expect(violations).toEqual([]);
  expect(figures['acknowledged']).toBeGreaterThanOrEqual(small.messages);
  expect(Number(figures['botSaid']) + Number(figures['botDrafted'])).toBeGreaterThan(0);
  expect(figures['connections']).toBeGreaterThan(small.clients);
});
