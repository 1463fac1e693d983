import type { Delivery } from '#shared/domain/entry';
import type { EntryId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import {
  type Appended,
  appendOnce,
  type Conversation,
  isOverseer,
  type LogEntry,
  type StaffCommand,
  staffAuthor,
  type UnitPorts,
} from '../conversations/index.ts';
import { conclude } from './conclude.ts';
import type { DeliveryStore } from './ports.ts';

/** A person's word on one message that did not arrive, or may not have. */
export type OneMessage = StaffCommand & { entryId: EntryId };

/** Tries it once more. Where it may have arrived before, the person has decided that twice is better than never. */
export function retryMessage(ports: UnitPorts<DeliveryStore>, command: OneMessage): Promise<Appended> {
  return decide(ports, command, (message, now) => {
    requireUndelivered(message);
    return { state: 'queued', since: now.toISOString() };
  });
}

/** Says that it arrived, where nobody could tell. */
export function markArrived(ports: UnitPorts<DeliveryStore>, command: OneMessage): Promise<Appended> {
  return decide(ports, command, (message) => {
    if (message.delivery?.state === 'unknown') return { state: 'sent' };
    throw conflict('not-unknown', 'Only a message whose fate is unknown can be marked as arrived', {
      field: 'entryId',
    });
  });
}

/** Lets it go. */
export function discardMessage(
  ports: UnitPorts<DeliveryStore>,
  command: OneMessage & { comment: string },
): Promise<Appended> {
  return decide(ports, command, (message) => {
    requireUndelivered(message);
    return { state: 'discarded', comment: command.comment };
  });
}

async function decide(
  ports: UnitPorts<DeliveryStore>,
  command: OneMessage,
  choose: (message: LogEntry, now: Date) => Delivery,
): Promise<Appended> {
  return await appendOnce(ports, command, async (unit, draft) => {
    requireConcerned(draft.conversation, command.actor);
    const message = await unit.entries.find(command.entryId);
    if (message === null || message.conversationId !== draft.conversation.id || message.delivery === null) {
      throw new Fault('not-found', 'There is no such message', { field: 'entryId' });
    }
    const delivery = choose(message, draft.at);
    if (delivery.state === 'queued' && message.channelId !== null)
      await unit.deliveries.endRest(message.channelId, draft.at);
    return await conclude(unit, draft, {
      message,
      delivery,
      author: await staffAuthor(unit, command.actor),
    });
  });
}

/** Whoever has the conversation, or closed it; leads and admins in their place. */
function requireConcerned(conversation: Conversation, actor: AgentActor): void {
  const { state, owner, closedBy } = conversation;
  if (isOverseer(actor) || (owner?.id ?? closedBy) === actor.agentId) return;
  throw conflict('not-owner', 'Only the agent who has the conversation may do this', {
    details: { state, owner },
  });
}

function requireUndelivered({ delivery }: LogEntry): void {
  if (delivery?.state === 'failed' || delivery?.state === 'unknown') return;
  throw conflict('not-failed', 'Only a message that did not arrive can be decided on', { field: 'entryId' });
}
