import { RECALLED, type StoredConversation, type StoredEntry } from './history.ts';
import type { Findings } from './verdict.ts';

/** What is judged of one conversation's log alone. */

/**
 * From when until when an agent had the conversation, or was being asked to take it: by the times kept, which are those of the decisions, in
 * milliseconds, and which entry ended it. What lasts has no end.
 */
export type Tenure = { agent: number; from: number; until: number; endSeq: number; isAsked: boolean };

/** `dense`: both sequences count 1, 2, 3 … without a gap, and the row says how far. */
export function checkDense(
  { conversation, seq, customerSeq, entries }: StoredConversation,
  findings: Findings,
): void {
  let customers = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1)
      findings.report('dense', `conversation ${conversation} has seq ${entry.seq} at place ${index + 1}`);
    if (entry.customerSeq === null) continue;
    customers += 1;
    if (entry.customerSeq !== customers) {
      findings.report(
        'dense',
        `conversation ${conversation} has customer seq ${entry.customerSeq} at place ${customers}`,
      );
    }
  }
  if (seq !== entries.length || customerSeq !== customers) {
    findings.report(
      'row-as-log',
      `conversation ${conversation}: row ${seq}/${customerSeq}, log ${entries.length}/${customers}`,
    );
  }
}

/** `time-forward`: no entry is older than the one before it (rule D10). */
export function checkTime({ conversation, entries }: StoredConversation, findings: Findings): void {
  let last = 0;
  for (const { at, seq } of entries) {
    if (at < last)
      findings.report('time-forward', `conversation ${conversation} seq ${seq} is ${last - at} ms older`);
    last = Math.max(last, at);
  }
}

/** `sender-order`: what one client said stands in the order in which the client said it. */
export function checkSenderOrder({ conversation, entries }: StoredConversation, findings: Findings): void {
  const last = new Map<number, number>();
  for (const { seq, body } of entries) {
    if (body.type !== 'said' && body.type !== 'revised') continue;
    const before = last.get(body.client) ?? 0;
    if (body.n < before) {
      findings.report(
        'sender-order',
        `conversation ${conversation} seq ${seq}: ${body.client}.${body.n} after ${body.client}.${before}`,
      );
    }
    last.set(body.client, body.n);
  }
}

/** `bot-silent`: the bot speaks only while it has the word, never after a claim (rule H4), a request, an end. */
export function checkBotSilent({ conversation, entries }: StoredConversation, findings: Findings): void {
  let hasWord = true;
  for (const { seq, body } of entries) {
    if (body.type === 'said-by-bot' && !hasWord)
      findings.report('bot-silent', `conversation ${conversation} seq ${seq}`);
    if (body.type === 'returned') hasWord = true;
    else if (body.type === 'handoff-requested' || body.type === 'assigned' || body.type === 'closed')
      hasWord = false;
  }
}

/**
 * `bot-once`: to what was said the bot answers in one turn, which is one moment; a turn done twice would leave two, and to what was taken back
 * before there is nothing to say (rule D19).
 */
export function checkBotOnce({ conversation, entries }: StoredConversation, findings: Findings): void {
  let turnAt: number | null = null;
  let isAsked = true;
  const unanswered = new Set<number>();
  for (const { seq, at, mark, body } of entries) {
    if (body.type === 'said' || body.type === 'returned') {
      turnAt = null;
      isAsked = true;
      // What nobody answered before a return is asked of the bot (rule H6).
      if (body.type === 'said') unanswered.add(mark);
    }
    // All that was said since is gone: nothing is asked any more.
    if (body.type === 'revised' && body.words === RECALLED && unanswered.delete(body.of))
      isAsked = unanswered.size > 0;
    if (body.type !== 'said-by-bot' || turnAt === at) continue;
    if (turnAt !== null || !isAsked) findings.report('bot-once', `conversation ${conversation} seq ${seq}`);
    turnAt = at;
    unanswered.clear();
  }
}

/** `one-owner`: nobody gets what somebody has, except out of their hands; nobody gives away what they do not have. Returns who had it when. */
export function checkOwners(stored: StoredConversation, findings: Findings): Tenure[] {
  const tenures: Tenure[] = [];
  let current: Tenure | null = null;
  for (const entry of stored.entries) {
    const { at, body } = entry;
    const owner: Tenure | null = current?.isAsked === false ? current : null;
    const wrong = ownershipFault(entry, owner);
    if (wrong !== null)
      findings.report('one-owner', `conversation ${stored.conversation} seq ${entry.seq}: ${wrong}`);
    const next = tenureFrom(entry);
    if (next === null && !endsTenure(body.type)) continue;
    if (current) Object.assign(current, { until: at, endSeq: entry.seq });
    current = next;
    if (next) tenures.push(next);
  }
  const owner = current?.isAsked === false ? current.agent : null;
  if (stored.owner !== owner) {
    findings.report(
      'row-as-log',
      `conversation ${stored.conversation}: row owner ${stored.owner}, log owner ${owner}`,
    );
  }
  return tenures;
}

function tenureFrom({ at, body }: StoredEntry): Tenure | null {
  const lasting = { from: at, until: Number.POSITIVE_INFINITY, endSeq: Number.POSITIVE_INFINITY };
  if (body.type === 'assigned') return { agent: body.agent, ...lasting, isAsked: false };
  return body.type === 'offered' ? { agent: body.to, ...lasting, isAsked: true } : null;
}

function endsTenure(type: StoredEntry['body']['type']): boolean {
  return type === 'released' || type === 'returned' || type === 'closed';
}

function ownershipFault({ body }: StoredEntry, owner: Tenure | null): string | null {
  switch (body.type) {
    case 'assigned': {
      const isTaking = body.how === 'take-over';
      if (!isTaking && owner !== null) return `agent ${body.agent} got it while agent ${owner.agent} had it`;
      return isTaking && owner === null ? `agent ${body.agent} took it over from nobody` : null;
    }
    case 'released':
      if (body.hadIt && owner?.agent !== body.agent)
        return `agent ${body.agent} gave back what they did not have`;
      return !body.hadIt && owner !== null ? `an offer ended while agent ${owner.agent} had it` : null;
    case 'offered':
    case 'returned':
      return owner === null ? `${body.type} by nobody who had it` : null;
    default:
      return null;
  }
}
