import type { ConversationSummary } from '#shared/domain/conversation';
import type { Disposition, Outcome } from '#shared/domain/disposition';
import type { AgentId } from '#shared/domain/ids';
import { conflict } from '../../runtime/fault.ts';
import {
  append,
  type Draft,
  inUnit,
  isOverseer,
  lockDraft,
  lockReadable,
  plan,
  type StaffCommand,
  type StaffMember,
  saveDraft,
  summaryOf,
  type Unit,
  type UnitPorts,
} from '../conversations/index.ts';
import { checkDisposition } from '../dispositions/index.ts';
import { readBotFacts } from './bot-facts.ts';
import { finish } from './ending.ts';
import { naming, tell } from './notices.ts';
import type { HandoffStore } from './ports.ts';
import {
  alreadyTaken,
  memberOf,
  requireCharge,
  requireColleague,
  requireOffered,
  requireTakeable,
} from './standing.ts';
import { assign, authorOf, beginHandoff, clearStretch, move, refOf, requeue } from './transitions.ts';

/** What a colleague has to say yes or no. */
const OFFER_MS = 60_000;
/** How long after closing a conversation may be opened again. */
const REOPEN_MS = 24 * 60 * 60_000;

export type Changed = { conversation: ConversationSummary };
type Ports = UnitPorts<HandoffStore>;
type Step = { unit: Unit<HandoffStore>; draft: Draft; self: StaffMember };

/**
 * Takes a named conversation (rule H3). Capacity does not bind here: who takes somebody by name has seen the own list and means it; it
 * binds `queue:next`. Of simultaneous claims the first to lock the row wins, the others get `already-taken` with who it was.
 */
export async function claim(ports: Ports, command: StaffCommand): Promise<Changed> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(command.key, async () => {
      const draft = await lockDraft(unit, command.conversationId);
      return await take({ unit, draft, self: await memberOf(unit, command.actor.agentId) });
    }),
  );
}

/** The claim itself, of a locked conversation. */
export async function take(step: Step): Promise<Changed> {
  const { unit, draft, self } = step;
  const { conversation } = draft;
  if (conversation.owner?.id === self.id) return { conversation: summaryOf(conversation) };
  requireTakeable(draft, self);
  const { state } = conversation;
  move(draft, 'claim');
  if (state === 'bot') {
    const kept = await unit.dialogues.read(conversation.id);
    await beginHandoff(unit, draft, { trigger: 'taken-over', facts: readBotFacts(kept?.facts) });
  }
  await assign(unit, draft, { agent: self, how: 'claim' });
  return { conversation: (await saveDraft(unit, draft)).conversation };
}

/** Says yes to an offer. */
export async function acceptOffer(ports: Ports, command: StaffCommand): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    requireOffered(draft, self);
    move(draft, 'accept');
    await assign(unit, draft, { agent: self, how: 'accept' });
  });
}

/** Says no to an offer: back to the queue. */
export async function declineOffer(ports: Ports, command: StaffCommand): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    requireOffered(draft, self);
    move(draft, 'decline');
    const reason = 'offer-declined';
    await requeue(unit, draft, { reason, agent: refOf(self), author: authorOf(self), comment: '' });
  });
}

/** Gives a conversation back to the queue. */
export async function release(ports: Ports, command: StaffCommand & { comment: string }): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    const owner = requireCharge(draft, self);
    move(draft, 'release');
    const { comment } = command;
    await requeue(unit, draft, { reason: 'agent-released', agent: owner, author: authorOf(self), comment });
  });
}

/** Offers a conversation to a colleague who is there; unanswered it goes to the queue after a minute. */
export async function transfer(
  ports: Ports,
  command: StaffCommand & { toAgentId: AgentId; comment: string },
): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    const owner = requireCharge(draft, self);
    const to = await requireColleague(unit, command.toAgentId, owner.id);
    move(draft, 'transfer');
    const { conversation, at } = draft;
    const { comment } = command;
    const expiresAt = new Date(at.getTime() + OFFER_MS);
    Object.assign(conversation, { owner: null, assignedAt: null });
    conversation.offer = { to: refOf(to), from: refOf(self), expiresAt, comment };
    const offered = { type: 'offered', to: refOf(to), comment, expiresAt: expiresAt.toISOString() } as const;
    append(draft, { author: authorOf(self), body: offered });
    tell(draft, naming('notice.transferring', to.name));
    const payload = { conversationId: conversation.id, expiresAt: expiresAt.toISOString() };
    plan(draft, { name: 'offer-expiry', payload, delayMs: OFFER_MS });
  });
}

/**
 * Takes a conversation out of a colleague's hands: leads and admins may. Who has it by now, if not the colleague named, keeps it, so that of
 * two who step in only one does.
 */
export async function takeOver(
  ports: Ports,
  command: StaffCommand & { fromAgentId: AgentId },
): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    const owner = requireCharge(draft, self);
    if (owner.id !== command.fromAgentId) throw alreadyTaken(owner);
    if (owner.id === self.id) {
      throw conflict('same-agent', 'You have it already', { field: 'fromAgentId' });
    }
    move(draft, 'take-over');
    await assign(unit, draft, { agent: self, how: 'take-over' });
  });
}

/** Hands back to the bot with the end of the human stretch (rule H6); the bot answers what the customer said last, if nobody did. */
export async function returnToBot(
  ports: Ports,
  command: StaffCommand & { outcome: Outcome; promises: string },
): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    requireCharge(draft, self);
    move(draft, 'return');
    const { conversation, at } = draft;
    const { outcome, promises } = command;
    append(draft, { author: authorOf(self), body: { type: 'returned-to-bot', outcome, promises } });
    await unit.handoffs.end(conversation.id, 'returned', at);
    await unit.dialogues.write(conversation.id, { dialogue: null, facts: {} }, at);
    clearStretch(draft);
    tell(draft, { code: 'notice.bot-back', params: {} });
    if (conversation.unansweredSince !== null) {
      plan(draft, { name: 'bot-turn', payload: { conversationId: conversation.id, seq: conversation.seq } });
    }
  });
}

/** Ends the conversation with its disposition. Leads and admins may close what is not theirs, also while it waits or the bot has it. */
export async function close(
  ports: Ports,
  command: StaffCommand & { disposition: Disposition },
): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    const { conversation, at } = draft;
    if (!isOverseer(command.actor)) requireCharge(draft, self);
    move(draft, 'close');
    const { disposition } = command;
    const causes = await unit.dispositions.listCauses();
    checkDisposition(disposition, { worstScore: conversation.worstScore, causes });
    finish(draft, disposition, authorOf(self));
    tell(draft, { code: 'notice.closed', params: {} });
    await unit.handoffs.end(conversation.id, 'closed', at);
  });
}

/** Opens again what this person, or a lead, closed within a day, unless the customer has meanwhile begun another conversation. */
export async function reopen(ports: Ports, command: StaffCommand): Promise<Changed> {
  return await change(ports, command, async ({ unit, draft, self }) => {
    const { conversation, at } = draft;
    const { closedAt, closedBy } = conversation;
    if (closedBy !== self.id && !isOverseer(command.actor)) {
      throw conflict('not-closer', 'Only who closed it, or a lead, may reopen it', {
        details: { state: conversation.state },
      });
    }
    if (closedAt !== null && at.getTime() - closedAt.getTime() > REOPEN_MS) {
      throw conflict('closed-long-ago', 'It was closed more than a day ago', {
        details: { state: conversation.state },
      });
    }
    move(draft, 'reopen');
    await unit.conversations.lockCustomerOf(conversation.identityId);
    if (await unit.conversations.hasOpen(conversation.customer.id)) {
      throw conflict('open-conversation-exists', 'The customer has another open conversation', {
        details: { state: 'closed' },
      });
    }
    Object.assign(conversation, {
      closedAt: null,
      closedBy: null,
      outcome: null,
      causeCode: null,
      closeComment: '',
    });
    if (await unit.handoffs.resume(conversation.id)) conversation.waitingSince = at;
    else await beginHandoff(unit, draft, { trigger: 'taken-over', facts: {} });
    await assign(unit, draft, { agent: self, how: 'reopen' });
  });
}

/** Once per key: lock, let `step` change, write. */
async function change(
  ports: Ports,
  command: StaffCommand,
  step: (step: Step) => Promise<void>,
): Promise<Changed> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(command.key, async () => {
      const draft = await lockReadable(unit, command.actor, command.conversationId);
      await step({ unit, draft, self: await memberOf(unit, command.actor.agentId) });
      return { conversation: (await saveDraft(unit, draft)).conversation };
    }),
  );
}
