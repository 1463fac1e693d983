import type { Delivery } from '#shared/domain/entry';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { Phrase } from '#shared/domain/language';
import {
  type Draft,
  inUnit,
  type LogEntry,
  lockDraft,
  saveDraft,
  type Unit,
  type UnitPorts,
} from '../conversations/index.ts';
import { conclude, isRecalled, LET_GO } from './conclude.ts';
import type { DeliveryStore, SendOutcome } from './ports.ts';
import { type DeliveryTerms, pauseAfter } from './terms.ts';

export type AttemptPorts = UnitPorts<DeliveryStore> & {
  terms: DeliveryTerms;
  /** Attempts begun before that moment, by the database's clock, were made by a process that is gone; `null` where others may be at work. */
  aloneSince: Date | null;
};

/** A message on its way to a channel. */
export type OnItsWay = {
  entryId: EntryId;
  conversationId: ConversationId;
  channelId: ChannelId;
  /** Whether the channel takes the effect's key, so that the same message may come twice without a second effect. */
  takesKey: boolean;
};

/** An attempt that may now be made: its number, and the key under which the effect is one. */
export type BegunAttempt = { number: number; key: string };

const CUT_OFF: Phrase = { code: 'delivery.cut-off', params: {} };

/**
 * Records an attempt before it is made, under the conversation's lock, so that of any number of jobs on any number of nodes one makes it (rule
 * D14). `null`: there is nothing to do now; what has to come later has its job. An attempt that was cut off is repeated where the channel takes a
 * key; where it does not, the message waits for a person's word.
 */
export async function beginAttempt(ports: AttemptPorts, way: OnItsWay): Promise<BegunAttempt | null> {
  const { terms, aloneSince } = ports;
  return await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, way.conversationId);
    const message = await unit.entries.find(way.entryId);
    const now = await unit.deliveries.now();
    if (message?.delivery?.state !== 'queued' || !(await isNext(unit, way, { now, terms }))) return null;
    const last = await unit.deliveries.lastAttempt(message.id);
    if (last?.endedAt === null) {
      const isGone = aloneSince !== null && last.beganAt < aloneSince;
      const leftMs = last.beganAt.getTime() + terms.leaseMs - now.getTime();
      if (!isGone && leftMs > 0) return await comeAgain(unit, way, leftMs);
      const outcome: SendOutcome = { state: 'unknown', reason: CUT_OFF, concerns: 'message' };
      await unit.deliveries.endAttempt({ entryId: message.id, number: last.number, at: now, outcome });
      if (!way.takesKey) return await finish(unit, { draft, message }, { state: 'unknown', reason: CUT_OFF });
    }
    if (isRecalled(message)) return await finish(unit, { draft, message }, LET_GO);
    const outage = await unit.deliveries.readOutage(way.channelId);
    const restMs = (outage?.nextTryAt.getTime() ?? 0) - now.getTime();
    if (outage && restMs > 0) {
      const patienceMs = waitingSince(message).getTime() + terms.patienceMs - now.getTime();
      if (patienceMs <= 0)
        return await finish(unit, { draft, message }, { state: 'failed', reason: outage.reason });
      return await comeAgain(unit, way, Math.min(restMs + spread(terms), patienceMs));
    }
    const number = (last?.number ?? 0) + 1;
    await unit.deliveries.addAttempt({ entryId: message.id, number, key: message.id, at: now });
    return { number, key: message.id };
  });
}

/** Notes what came of an attempt, and what follows: the message is through, is tried again later, or waits for a person. */
export async function settleAttempt(
  ports: AttemptPorts,
  way: OnItsWay,
  { number, outcome }: { number: number; outcome: SendOutcome },
): Promise<void> {
  await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, way.conversationId);
    const message = await unit.entries.find(way.entryId);
    if (message === null) return;
    const now = await unit.deliveries.now();
    await unit.deliveries.endAttempt({ entryId: message.id, number, at: now, outcome });
    const nextTryAt = await noteHealth(unit, way, { outcome, now, terms: ports.terms });
    const state = message.delivery?.state;
    // Somebody else has settled it meanwhile; only that it arrived after all is still news.
    if (state !== 'queued' && !(state === 'unknown' && outcome.state === 'sent')) return;
    if (isRecalled(message) && outcome.state !== 'sent') {
      await finish(unit, { draft, message }, LET_GO);
    } else if (outcome.state === 'sent' || outcome.state === 'failed') {
      await finish(unit, { draft, message }, outcome);
    } else if (outcome.state === 'unknown' && !way.takesKey) {
      await finish(unit, { draft, message }, { state: 'unknown', reason: outcome.reason });
    } else {
      await tryLater(unit, { draft, message, way }, { outcome, nextTryAt, now, terms: ports.terms });
    }
  });
}

/** Gives a message up that can't be tried at all. */
export async function giveUp(
  ports: AttemptPorts,
  { conversationId, entryId }: Pick<OnItsWay, 'conversationId' | 'entryId'>,
  reason: Phrase,
): Promise<void> {
  await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, conversationId);
    const message = await unit.entries.find(entryId);
    if (message?.delivery?.state === 'queued')
      await finish(unit, { draft, message }, { state: 'failed', reason });
  });
}

/**
 * Whether what was said before it in the conversation on that channel has been given (rule D13); if not, the outcome of the one before wakes it.
 * One that is past all patience holds nobody up.
 */
async function isNext(
  unit: Unit<DeliveryStore>,
  { conversationId, channelId, entryId }: OnItsWay,
  { now, terms }: { now: Date; terms: DeliveryTerms },
): Promise<boolean> {
  const since = now.getTime() - terms.patienceMs;
  const waiting = await unit.deliveries.listWaiting(conversationId, channelId);
  const first = waiting.find((one) => one.id === entryId || one.since.getTime() > since);
  return first === undefined || first.id === entryId;
}

async function finish(
  unit: Unit<DeliveryStore>,
  { draft, message }: { draft: Draft; message: LogEntry },
  delivery: Delivery,
): Promise<null> {
  await conclude(unit, draft, { message, delivery });
  await saveDraft(unit, draft);
  return null;
}

async function comeAgain(unit: Unit<DeliveryStore>, way: OnItsWay, delayMs: number): Promise<null> {
  const { entryId, conversationId } = way;
  await unit.jobs.enqueue('channel-send', { entryId, conversationId }, { delayMs: Math.ceil(delayMs) });
  return null;
}

async function tryLater(
  unit: Unit<DeliveryStore>,
  { draft, message, way }: { draft: Draft; message: LogEntry; way: OnItsWay },
  plans: {
    outcome: Extract<SendOutcome, { state: 'again' | 'unknown' }>;
    nextTryAt: Date | null;
    now: Date;
    terms: DeliveryTerms;
  },
): Promise<void> {
  const { outcome, nextTryAt, terms } = plans;
  const now = plans.now.getTime();
  const since = waitingSince(message);
  const leftMs = since.getTime() + terms.patienceMs - now;
  const ownMs =
    outcome.retryAfterMs ?? pauseAfter(await unit.deliveries.countAttempts(message.id, since), terms);
  const delayMs = nextTryAt === null ? ownMs : nextTryAt.getTime() - now + spread(terms);
  if (leftMs <= 0 || (outcome.retryAfterMs ?? 0) > leftMs) {
    await finish(unit, { draft, message }, { state: 'failed', reason: outcome.reason });
  } else {
    await comeAgain(unit, way, Math.min(delayMs, Math.max(leftMs, terms.firstPauseMs)));
  }
}

/** A channel as a whole that takes nothing is left alone for a while, by all messages; one answer ends that. Gives when it is tried again. */
async function noteHealth(
  unit: Unit<DeliveryStore>,
  { channelId }: OnItsWay,
  { outcome, now, terms }: { outcome: SendOutcome; now: Date; terms: DeliveryTerms },
): Promise<Date | null> {
  if (outcome.state === 'sent' || outcome.state === 'failed') {
    await unit.deliveries.endOutage(channelId);
    return null;
  }
  if (outcome.concerns === 'message') return null;
  const before = await unit.deliveries.lockOutage(channelId);
  // Several that failed together count as one failure of the channel.
  const isNewFailure = before === null || before.nextTryAt <= now;
  const failures = (before?.failures ?? 0) + (isNewFailure ? 1 : 0);
  const restMs = outcome.retryAfterMs ?? (isNewFailure ? pauseAfter(failures, terms) : 0);
  const nextTryAt = new Date(Math.max(before?.nextTryAt.getTime() ?? 0, now.getTime() + restMs));
  await unit.deliveries.noteOutage(channelId, {
    since: before?.since ?? now,
    failures,
    nextTryAt,
    reason: outcome.reason,
  });
  return nextTryAt;
}

/** So that all that waits for a channel does not come at the same moment. */
function spread({ firstPauseMs }: DeliveryTerms): number {
  return Math.random() * firstPauseMs;
}

function waitingSince({ delivery, at }: LogEntry): Date {
  return delivery?.state === 'queued' && delivery.since !== undefined ? new Date(delivery.since) : at;
}
