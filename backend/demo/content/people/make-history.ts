import { seededRandom } from '../random.ts';
import { makeCustomers } from './make-customers.ts';
import type { DemoHistory } from './people.ts';
import { planConversations } from './plan-conversations.ts';
import { tellConversation } from './tell-conversation.ts';

/** The customers of the demo shop and what they said in the twelve months before `now`; the same for the same seed and `now`. */
export function makeHistory({ seed, now }: { seed: number; now: Date }): DemoHistory {
  const random = seededRandom(seed);
  const customers = makeCustomers(random, now);
  const conversations = planConversations(random, customers, now).map((plan) =>
    tellConversation(random, plan),
  );
  return { customers, conversations };
}
