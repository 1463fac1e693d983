import type { AgentRef } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import { conflict, Fault } from '../../runtime/fault.ts';
import { type Draft, noConversation, type StaffMember, type Unit } from '../conversations/index.ts';

/** Who may make a step, checked under the lock: what the screen showed when the button was pressed does not count. */

/** The member of staff behind an actor. */
export async function memberOf(unit: Unit, id: AgentId): Promise<StaffMember> {
  return requireActive(await unit.staff.find(id));
}

/** The same of who was read already. */
export function requireActive(member: StaffMember | null): StaffMember {
  if (member === null || !member.isActive) throw new Fault('unauthenticated', 'This account is gone');
  return member;
}

/** The colleague to whom something is offered: active, not offline, and not the one who has it. */
export async function requireColleague(unit: Unit, id: AgentId, ownerId: AgentId): Promise<StaffMember> {
  const field = 'toAgentId';
  const member = await unit.staff.find(id);
  if (member === null || !member.isActive)
    throw new Fault('not-found', 'There is no such colleague', { field });
  if (member.id === ownerId) throw conflict('same-agent', 'This colleague has it already', { field });
  if (member.presence === 'offline')
    throw conflict('agent-offline', 'This colleague is not there', { field });
  return member;
}

/**
 * What waits anybody may take, what is offered the one it is offered to; the bot's only leads and admins, who alone see it. `already-taken`
 * names who has it, or is being asked.
 */
export function requireTakeable({ conversation }: Draft, self: StaffMember): void {
  const holder = conversation.owner ?? conversation.offer?.to ?? null;
  if (holder !== null && holder.id !== self.id && !(conversation.owner === null && self.role !== 'agent')) {
    throw alreadyTaken(holder);
  }
  if (conversation.state === 'bot' && self.role === 'agent') throw noConversation();
}

/** Who was too late learns who was faster (rule H3). */
export function alreadyTaken(owner: AgentRef): Fault {
  return new Fault('already-taken', 'Somebody else has taken it', { details: { owner } });
}

/** The owner, if this person is the owner or watches over the floor. */
export function requireCharge({ conversation }: Draft, self: StaffMember): AgentRef {
  const { state, owner } = conversation;
  if (owner !== null && (owner.id === self.id || self.role !== 'agent')) return owner;
  throw conflict('not-owner', 'Only the agent who has the conversation may do this', {
    details: { state, owner },
  });
}

/** The offer is to this person, and stands. */
export function requireOffered({ conversation }: Draft, self: StaffMember): void {
  if (conversation.offer?.to.id === self.id) return;
  const { state, owner } = conversation;
  throw conflict('offer-over', 'This offer is over', { details: { state, owner } });
}
