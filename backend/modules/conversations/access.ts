import type { AgentRef } from '#shared/domain/agent';
import type { ConversationId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import { type Draft, draftOf } from './draft.ts';
import type { Conversation } from './ports.ts';
import { standingOf } from './present.ts';
import type { Unit } from './unit.ts';
import { mayRead } from './visibility.ts';

/** Locks a conversation to change it. Throws `not-found` where there is none. */
export async function lockDraft(unit: Unit, id: ConversationId): Promise<Draft> {
  const conversation = await unit.conversations.lock(id);
  if (conversation === null) throw noConversation();
  return draftOf(conversation, unit.now());
}

/** The same for a member of staff, to whom what they may not read does not exist (rule T1). */
export async function lockReadable(unit: Unit, actor: AgentActor, id: ConversationId): Promise<Draft> {
  const draft = await lockDraft(unit, id);
  if (!mayRead(standingOf(draft.conversation), actor, draft.at)) throw noConversation();
  return draft;
}

/** Refuses whoever does not have the word, and names who has: the check is made under the lock, so what was true when the button was pressed does not count. */
export function requireOwner({ state, owner }: Conversation, actor: AgentActor): AgentRef {
  if (state === 'agent' && owner?.id === actor.agentId) return owner;
  throw conflict('not-owner', 'Only the agent who has the conversation may do this', {
    details: { state, owner },
  });
}

/** What an unknown conversation and a forbidden one look like. */
export function noConversation(): Fault {
  return new Fault('not-found', 'There is no such conversation', { field: 'conversationId' });
}
