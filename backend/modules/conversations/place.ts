import { queuePlace } from '#shared/domain/queue-order';
import type { Draft } from './draft.ts';
import type { Conversation } from './ports.ts';
import type { Unit } from './unit.ts';

/**
 * Gives a waiting conversation its place in the queue as things are now (rules Q1–Q3): when it begins to wait, with every message of the
 * customer, with every correction of the mood. One that does not wait has none.
 */
export async function placeInQueue(unit: Unit, draft: Draft): Promise<void> {
  const { conversation } = draft;
  conversation.place = conversation.state === 'waiting' ? await placeOf(unit, draft) : null;
}

/** The place that the conversation has, or would have if it waited. */
export async function placeOf(
  unit: Unit,
  { conversation }: Draft,
): Promise<NonNullable<Conversation['place']>> {
  return queuePlace({
    mood: conversation.mood,
    trigger: conversation.trigger ?? 'predicted',
    botFailures: conversation.botFailures,
    hasAskedForPerson: conversation.hasAskedForPerson,
    isReturnedByAgent: conversation.wasReturned,
    orderValueFen: await unit.conversations.openOrderFen(conversation.customer.id),
  });
}
