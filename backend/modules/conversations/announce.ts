import type { CustomerId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import type { FactBus } from '../../runtime/facts.ts';
import type { ConversationStore } from './ports.ts';
import { factOf } from './present.ts';

export type AnnouncePorts = {
  store: Pick<ConversationStore, 'conversations'>;
  facts: FactBus;
  clock: Clock;
};

/** More open conversations than anybody has. */
const MOST = 50;

/** Tells the customer's open conversations anew, because who the customer is has changed: a name, a standing, a merge. */
export async function announceOf(
  { store, facts, clock }: AnnouncePorts,
  customerId: CustomerId,
): Promise<void> {
  const conversations = await store.conversations.listOfCustomer(customerId, MOST);
  for (const one of conversations) {
    if (one.state !== 'closed')
      facts.publish(factOf({ before: one, after: one, entries: [], now: clock.now() }));
  }
}
