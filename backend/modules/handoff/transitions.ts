import type { AgentRef } from '#shared/domain/agent';
import type { Author } from '#shared/domain/entry';
import {
  type HandoffEvent,
  type HandoffTrigger,
  nextHandoffState,
  type ReleaseReason,
} from '#shared/domain/handoff';
import { conflict } from '../../runtime/fault.ts';
import {
  append,
  type Draft,
  entryOf,
  placeInQueue,
  placeOf,
  type StaffMember,
  type Unit,
} from '../conversations/index.ts';
import type { BotFacts } from './bot-facts.ts';
import { naming, tell } from './notices.ts';
import type { HandoffStore } from './ports.ts';
import { buildRecord } from './record.ts';
import { estimateWait } from './wait-estimate.ts';

/** The steps of the one machine (rule H2) on a locked conversation: row, log, handoff record and the customer's notice move together. */

const SYSTEM: Author = { kind: 'system' };
/** How much of the log a record is made from. */
const RECORD_ENTRIES = 60;

/** Moves the state, or refuses with `conflict` and the state as it is. */
export function move({ conversation }: Draft, event: HandoffEvent): void {
  const next = nextHandoffState(conversation.state, event);
  if (next === null) {
    throw conflict('wrong-state', `Impossible while the conversation is ${conversation.state}`, {
      details: { state: conversation.state, owner: conversation.owner },
    });
  }
  conversation.state = next;
}

/** Somebody wants a person: from the bot to the queue. */
export async function request(
  unit: Unit<HandoffStore>,
  draft: Draft,
  { trigger, facts }: { trigger: HandoffTrigger; facts: BotFacts },
): Promise<void> {
  move(draft, 'request');
  await beginHandoff(unit, draft, { trigger, facts });
  await placeInQueue(unit, draft);
  await tellWait(unit, draft, 'notice.person-coming');
}

/** Writes the record of a new human stretch, which begins now (rule H1). */
export async function beginHandoff(
  unit: Unit<HandoffStore>,
  draft: Draft,
  { trigger, facts }: { trigger: HandoffTrigger; facts: BotFacts },
): Promise<void> {
  const { conversation, at } = draft;
  conversation.trigger = trigger;
  if (trigger === 'asked-for-person') conversation.hasAskedForPerson = true;
  if (trigger === 'bot-failed') conversation.botFailures = Math.max(1, conversation.botFailures);
  conversation.waitingSince = at;
  conversation.wasReturned = false;
  conversation.unansweredSince ??= at;
  const kept = await unit.entries.list(conversation.id, { limit: RECORD_ENTRIES });
  const transcript = [...kept, ...draft.entries].map((entry) => entryOf(entry, conversation));
  const { reasons } = await placeOf(unit, draft);
  const { mood, language, customer } = conversation;
  const name = customer.isVerified ? customer.name : null;
  const record = buildRecord({ trigger, transcript, facts, mood, language, name, reasons });
  append(draft, { author: SYSTEM, body: { type: 'handoff-requested', record } });
  await unit.handoffs.begin({ conversationId: conversation.id, requestedAt: at, trigger, record });
}

/** An agent gets the word; from this commit on the bot says nothing (rules H3, H4). The state has been moved. */
export async function assign(
  unit: Unit<HandoffStore>,
  draft: Draft,
  { agent, how }: { agent: StaffMember; how: 'claim' | 'accept' | 'take-over' | 'reopen' },
): Promise<void> {
  const { conversation, at } = draft;
  const owner = refOf(agent);
  Object.assign(conversation, { owner, offer: null, place: null, expectedAt: null, assignedAt: at });
  append(draft, { author: authorOf(agent), body: { type: 'assigned', agent: owner, how } });
  await unit.handoffs.claim(conversation.id, agent.id, at);
  tell(draft, naming('notice.person-joined', agent.name));
}

/**
 * Back to the queue from an agent or from an offer that came to nothing. The customer has waited since the first request, so the place is
 * near the top (rule H5). The state has been moved.
 */
export async function requeue(
  unit: Unit<HandoffStore>,
  draft: Draft,
  why: { reason: ReleaseReason; agent: AgentRef; author: Author; comment: string },
): Promise<void> {
  const { conversation, at } = draft;
  Object.assign(conversation, { owner: null, offer: null, assignedAt: null, wasReturned: true });
  conversation.waitingSince ??= at;
  const { reason, agent, comment } = why;
  append(draft, { author: why.author, body: { type: 'released', reason, agent, comment } });
  await placeInQueue(unit, draft);
  await tellWait(unit, draft, 'notice.waiting-again');
}

/** Everything of the human stretch is over; the next one starts afresh. */
export function clearStretch(draft: Draft): void {
  Object.assign(draft.conversation, {
    owner: null,
    offer: null,
    place: null,
    assignedAt: null,
    waitingSince: null,
    expectedAt: null,
    trigger: null,
    wasReturned: false,
    botFailures: 0,
    hasAskedForPerson: false,
    unread: 0,
  });
}

/** A colleague as named in rows and entries. */
export function refOf({ id, name }: AgentRef): AgentRef {
  return { id, name };
}

/** A colleague as the author of an entry (rule T2). */
export function authorOf({ id, name }: AgentRef): Author {
  return { kind: 'agent', agentId: id, name };
}

async function tellWait(
  unit: Unit<HandoffStore>,
  draft: Draft,
  code: 'notice.person-coming' | 'notice.waiting-again',
): Promise<void> {
  const minutes = await estimateWait(unit, draft);
  draft.conversation.expectedAt = minutes === 0 ? null : new Date(draft.at.getTime() + minutes * 60_000);
  tell(draft, { code, params: { minutes } });
}
