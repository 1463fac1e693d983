import type { Author } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import { inUnit, lockDraft, saveDraft, type UnitPorts } from '../conversations/index.ts';
import { finish } from './ending.ts';
import type { HandoffStore } from './ports.ts';
import { move } from './transitions.ts';

export type IdlePorts = UnitPorts<HandoffStore> & {
  store: Pick<HandoffStore, 'queue'>;
  /** How long nothing may happen in a conversation of the bot before it is over. */
  terms: { botIdleMs: number };
};

const SYSTEM: Author = { kind: 'system' };
/** As many in one run; the rest comes with the next. */
const MOST = 500;

/**
 * Ends the bot's conversations in which nothing has happened for so long: solved where the customer left the last word to the shop, else
 * abandoned. The customer is told nothing: nobody who has gone wants to be called back for a goodbye. Returns how many it ended.
 */
export async function closeIdle(ports: IdlePorts): Promise<number> {
  const before = new Date(ports.clock.now().getTime() - ports.terms.botIdleMs);
  let closed = 0;
  for (const id of await ports.store.queue.listIdleOfBot(before, MOST)) {
    if (await closeIfIdle(ports, id, before)) closed += 1;
  }
  return closed;
}

/** Looks again under the lock: the customer may have come back since. */
async function closeIfIdle(ports: IdlePorts, id: ConversationId, before: Date): Promise<boolean> {
  return await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, id);
    const { state, last, openedAt } = draft.conversation;
    const [latest] = await unit.entries.list(id, { limit: 1 });
    if (state !== 'bot' || (latest?.at ?? openedAt) >= before) return false;
    const wasAnswered = last !== null && last.authorKind !== 'customer';
    const outcome = wasAnswered ? 'solved' : 'abandoned';
    move(draft, 'close');
    finish(draft, { outcome, causeCode: null, comment: '' }, SYSTEM);
    await saveDraft(unit, draft);
    return true;
  });
}
