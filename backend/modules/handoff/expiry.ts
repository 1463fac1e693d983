import type { Author } from '#shared/domain/entry';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import {
  type Draft,
  draftOf,
  inUnit,
  lockDraft,
  saveDraft,
  type Unit,
  type UnitPorts,
} from '../conversations/index.ts';
import type { HandoffStore } from './ports.ts';
import { move, refOf, requeue } from './transitions.ts';

/** Which offer is over. */
export type OfferEnd = { conversationId: ConversationId; expiresAt?: string };

const SYSTEM: Author = { kind: 'system' };

/**
 * An offer that nobody answered in time goes to the queue. That its time is over is what the call says, by the database's clock; the moment only
 * names the offer, because a later one has a call of its own.
 */
export async function expireOffer(
  ports: UnitPorts<HandoffStore>,
  { conversationId, expiresAt }: OfferEnd,
): Promise<void> {
  await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, conversationId);
    const { offer } = draft.conversation;
    if (offer === null) return;
    if (expiresAt !== undefined && offer.expiresAt.toISOString() !== expiresAt) return;
    await lapse(unit, draft, 'offer-expired');
    await saveDraft(unit, draft);
  });
}

/**
 * An agent who has been gone since `presenceAt`, and still is, gives back all that they own or are offered (rule H5). Returns how many. The
 * agent's row is locked first, so that coming back at this moment either comes before, and nothing happens, or after.
 */
export async function releaseVanishedAgent(
  ports: UnitPorts<HandoffStore>,
  agentId: AgentId,
  presenceAt: string,
): Promise<number> {
  return await inUnit(ports, async (unit) => {
    const agent = await unit.staff.lock(agentId);
    if (agent?.presence !== 'offline' || agent.presenceAt.getTime() !== Date.parse(presenceAt)) return 0;
    const held = await unit.queue.lockHeldBy(agentId);
    for (const conversation of held) {
      const draft = draftOf(conversation, unit.now());
      if (conversation.state === 'offered') await lapse(unit, draft, 'offer-expired');
      else {
        move(draft, 'release');
        await requeue(unit, draft, {
          reason: 'agent-vanished',
          agent: refOf(agent),
          author: SYSTEM,
          comment: '',
        });
      }
      await saveDraft(unit, draft);
    }
    return held.length;
  });
}

async function lapse(unit: Unit<HandoffStore>, draft: Draft, reason: 'offer-expired'): Promise<void> {
  const { offer } = draft.conversation;
  if (offer === null) return;
  move(draft, 'expire');
  await requeue(unit, draft, { reason, agent: offer.to, author: SYSTEM, comment: '' });
}
