import { createRandom } from '../random.ts';
import type { Campaign } from './campaign.ts';
import { disturb, nodeTrouble } from './disturbance.ts';
import { type MessageOptions, runMessages } from './message-run.ts';

/** Case R1: messages of customers and agents through cuts, slices, delays, black holes and dying nodes, judged by the checker. */
export const messages: Campaign<MessageOptions & { killEveryMs: number }> = {
  name: 'messages',
  summary:
    'messages both ways through a bad network and dying nodes: none lost, doubled, misordered (R1, D1-D4, H4)',
  defaults: {
    messages: 20_000,
    clients: 100,
    nodes: 2,
    workers: 2,
    seed: 1,
    stretch: 100,
    faultEveryMs: 400,
    killEveryMs: 15_000,
  },
  run(options, say) {
    const random = createRandom(options.seed).fork('kills');
    return runMessages(options, say, {
      trouble: (fleet) => disturb(options.killEveryMs, random, nodeTrouble(fleet, options.nodes, random)),
    });
  },
};
