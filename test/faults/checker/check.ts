import { createAnswers } from './answers.ts';
import type { FoundWords, History, StoredConversation, StoredEntry, Told, View } from './history.ts';
import { createLedger } from './ledger.ts';
import { checkBotOnce, checkBotSilent, checkDense, checkOwners, checkSenderOrder, checkTime } from './log.ts';
import { createRevisions } from './revisions.ts';
import { type Counts, createFindings, type Verdict } from './verdict.ts';
import { createViews } from './views.ts';

/** What is kept of a log once it was judged by itself: what the clients' words are compared with. */
type KeptLog = {
  /** By seq - 1, and by customer seq - 1. */
  marks: Float64Array;
  customerMarks: Float64Array;
  clients: Int32Array;
  numbers: Int32Array;
  customerPlaces: Int32Array;
};

/** A check under way: first every stored conversation, then whatever words are found, then every line that the clients wrote, then the end. */
export type Check = {
  takeStored(conversation: StoredConversation): void;
  takeFound(found: FoundWords): void;
  takeTold(told: Told): void;
  /** The verdict; `views` are those that were to be complete. */
  finish(views: Iterable<View>): Verdict;
};

/** Judges a whole history. */
export function checkHistory({ customers, stored, found, told, views }: History): Verdict {
  const check = createCheck(customers);
  for (const conversation of stored) check.takeStored(conversation);
  for (const words of found) check.takeFound(words);
  for (const line of told) check.takeTold(line);
  return check.finish(views);
}

/** Judges a history as it is read, so that it need not be held whole. Of a million messages it keeps some fifty megabytes. */
export function createCheck(customers: ReadonlySet<number>): Check {
  const findings = createFindings();
  const ledger = createLedger();
  const answers = createAnswers();
  const logs = new Map<number, KeptLog>();
  const revisions = createRevisions(findings);
  const views = createViews({ markAt, lengthOf, placeOf: placeFor }, findings);
  const counts: Counts = {
    sent: 0,
    acknowledged: 0,
    unsent: 0,
    stored: 0,
    revisions: 0,
    shown: 0,
    claims: 0,
    claimsDuringCommit: 0,
    latestDuringCommit: 0,
    assignments: 0,
    botSaid: 0,
    botDrafted: 0,
  };

  function takeStored(stored: StoredConversation): void {
    checkDense(stored, findings);
    checkTime(stored, findings);
    checkSenderOrder(stored, findings);
    checkBotSilent(stored, findings);
    checkBotOnce(stored, findings);
    revisions.takeStored(stored);
    const tenures = checkOwners(stored, findings);
    answers.takeTenures(stored.conversation, tenures);
    logs.set(stored.conversation, keep(stored.entries));
    counts.assignments += tenures.filter(({ isAsked }) => !isAsked).length;
    for (const { body } of stored.entries) {
      if (body.type === 'said' || body.type === 'revised') takeSaid(body);
      if (body.type === 'said-by-bot') counts.botSaid += 1;
      if (body.type === 'bot-draft') counts.botDrafted += 1;
    }
  }

  /** `stored-once`: no message, and no revision, is kept twice, in whichever conversation. */
  function takeSaid({ type, client, n }: { type: 'said' | 'revised'; client: number; n: number }): void {
    counts[type === 'said' ? 'stored' : 'revisions'] += 1;
    if (ledger.has(client, n, 'stored')) findings.report('stored-once', `message ${client}.${n}`);
    ledger.mark(client, n, 'stored');
  }

  function takeTold(told: Told): void {
    switch (told.type) {
      case 'sent':
      case 'unsent':
        counts[told.type] += 1;
        ledger.mark(told.client, told.n, told.type);
        return;
      case 'recalling':
        ledger.mark(told.client, told.n, 'recalling');
        return;
      case 'acknowledged':
        counts.acknowledged += 1;
        ledger.mark(told.client, told.n, 'acknowledged');
        takeAcknowledged(told);
        return;
      case 'shown':
        counts.shown += 1;
        views.takeShown(told);
        return;
      case 'reads':
        views.takeReads(told);
        return;
      case 'claimed':
        counts.claims += 1;
        answers.takeClaimed(told);
        return;
      case 'learned':
        answers.takeLearned(told);
    }
  }

  /** `acknowledged-stored`: what was acknowledged is kept, at the place that was named, as the message that it is (rule D2). */
  function takeAcknowledged({
    client,
    n,
    conversation,
    seq,
    mark,
  }: Extract<Told, { type: 'acknowledged' }>): void {
    const log = logs.get(conversation);
    const place = log && placeOf(log, client, seq);
    const isThere =
      log !== undefined &&
      place !== undefined &&
      log.marks[place] === mark &&
      log.clients[place] === client &&
      log.numbers[place] === n;
    if (!isThere)
      findings.report(
        'acknowledged-stored',
        `message ${client}.${n}, conversation ${conversation} seq ${seq}`,
      );
  }

  function markAt(client: number, conversation: number, seq: number): number | undefined {
    return marksFor(client, conversation)?.[seq - 1];
  }

  function lengthOf(client: number, conversation: number): number {
    return marksFor(client, conversation)?.length ?? 0;
  }

  function marksFor(client: number, conversation: number): Float64Array | undefined {
    const log = logs.get(conversation);
    return customers.has(client) ? log?.customerMarks : log?.marks;
  }

  function placeFor(client: number, { seq, customerSeq }: { seq: number; customerSeq: number | null }) {
    return customers.has(client) ? customerSeq : seq;
  }

  function placeOf(log: KeptLog, client: number, seq: number): number | undefined {
    return customers.has(client) ? log.customerPlaces[seq - 1] : seq - 1;
  }

  return {
    takeStored,
    takeFound: revisions.takeFound,
    takeTold,
    finish(complete) {
      for (const { client, n } of ledger.all()) {
        const is = (fate: Parameters<typeof ledger.has>[2]) => ledger.has(client, n, fate);
        const name = `message ${client}.${n}`;
        if (is('stored') && !is('sent')) findings.report('no-phantom', name);
        if (is('sent') && !is('acknowledged') && !is('unsent')) findings.report('settled', name);
        if (is('unsent') && is('stored')) findings.report('unsent-not-stored', name);
      }
      revisions.judge(ledger);
      views.judge(complete, revisions);
      return findings.verdict({ ...counts, ...answers.judge(findings) });
    },
  };
}

function keep(entries: readonly StoredEntry[]): KeptLog {
  const forCustomer = entries.flatMap(({ customerSeq }, place) => (customerSeq === null ? [] : [place]));
  const marks = Float64Array.from(entries, ({ mark }) => mark);
  return {
    marks,
    customerMarks: Float64Array.from(forCustomer, (place) => marks[place] ?? 0),
    clients: Int32Array.from(entries, ({ body }) => ('n' in body ? body.client : 0)),
    numbers: Int32Array.from(entries, ({ body }) => ('n' in body ? body.n : 0)),
    customerPlaces: Int32Array.from(forCustomer),
  };
}
