import { createAnswers } from './answers.ts';
import type { History, StoredConversation, StoredEntry, Told, View } from './history.ts';
import { createLedger } from './ledger.ts';
import { checkBotOnce, checkBotSilent, checkDense, checkOwners, checkSenderOrder, checkTime } from './log.ts';
import { type Counts, createFindings, type Verdict } from './verdict.ts';

/** What is kept of a log once it was judged by itself: what the clients' words are compared with. */
type KeptLog = {
  /** By seq - 1, and by customer seq - 1. */
  marks: Float64Array;
  customerMarks: Float64Array;
  clients: Int32Array;
  numbers: Int32Array;
  customerPlaces: Int32Array;
};

/** A check under way: first every stored conversation, then every line that the clients wrote, then the end. */
export type Check = {
  takeStored(conversation: StoredConversation): void;
  takeTold(told: Told): void;
  /** The verdict; `views` are those that were to be complete. */
  finish(views: Iterable<View>): Verdict;
};

/** Judges a whole history. */
export function checkHistory({ customers, stored, told, views }: History): Verdict {
  const check = createCheck(customers);
  for (const conversation of stored) check.takeStored(conversation);
  for (const line of told) check.takeTold(line);
  return check.finish(views);
}

/** Judges a history as it is read, so that it need not be held whole. Of a million messages it keeps some fifty megabytes. */
export function createCheck(customers: ReadonlySet<number>): Check {
  const findings = createFindings();
  const ledger = createLedger();
  const answers = createAnswers();
  const logs = new Map<number, KeptLog>();
  const shownUpTo = new Map<number, Map<number, number>>();
  const counts: Counts = {
    sent: 0,
    acknowledged: 0,
    unsent: 0,
    stored: 0,
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
    const tenures = checkOwners(stored, findings);
    answers.takeTenures(stored.conversation, tenures);
    logs.set(stored.conversation, keep(stored.entries));
    counts.assignments += tenures.filter(({ isAsked }) => !isAsked).length;
    for (const { body } of stored.entries) {
      if (body.type === 'said') takeSaid(body);
      if (body.type === 'said-by-bot') counts.botSaid += 1;
      if (body.type === 'bot-draft') counts.botDrafted += 1;
    }
  }

  /** `stored-once`: no message is kept twice, in whichever conversation. */
  function takeSaid({ client, n }: { client: number; n: number }): void {
    counts.stored += 1;
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
      case 'acknowledged':
        counts.acknowledged += 1;
        ledger.mark(told.client, told.n, 'acknowledged');
        takeAcknowledged(told);
        return;
      case 'shown':
        counts.shown += 1;
        takeShown(told);
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

  /** `shown-once`, `shown-without-gap`: a view grows by the next entry, never back, never over one; `shown-as-stored`: by the one that is kept there. */
  function takeShown({ client, conversation, seq, mark }: Extract<Told, { type: 'shown' }>): void {
    const views = shownUpTo.get(client) ?? new Map<number, number>();
    shownUpTo.set(client, views);
    const last = views.get(conversation) ?? 0;
    const where = `client ${client}, conversation ${conversation} seq ${seq} after ${last}`;
    if (seq <= last) findings.report('shown-once', where);
    if (seq > last + 1) findings.report('shown-without-gap', where);
    views.set(conversation, Math.max(last, seq));
    const log = logs.get(conversation);
    const kept = log && (customers.has(client) ? log.customerMarks : log.marks)[seq - 1];
    if (kept !== mark) findings.report('shown-as-stored', where);
  }

  function placeOf(log: KeptLog, client: number, seq: number): number | undefined {
    return customers.has(client) ? log.customerPlaces[seq - 1] : seq - 1;
  }

  return {
    takeStored,
    takeTold,
    finish(views) {
      for (const { client, n } of ledger.all()) {
        const is = (fate: Parameters<typeof ledger.has>[2]) => ledger.has(client, n, fate);
        const name = `message ${client}.${n}`;
        if (is('stored') && !is('sent')) findings.report('no-phantom', name);
        if (is('sent') && !is('acknowledged') && !is('unsent')) findings.report('settled', name);
        if (is('unsent') && is('stored')) findings.report('unsent-not-stored', name);
      }
      for (const { client, conversation } of views) {
        const log = logs.get(conversation);
        const end = (customers.has(client) ? log?.customerMarks : log?.marks)?.length ?? 0;
        const seen = shownUpTo.get(client)?.get(conversation) ?? 0;
        if (seen !== end)
          findings.report('caught-up', `client ${client}, conversation ${conversation}: ${seen} of ${end}`);
      }
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
    clients: Int32Array.from(entries, ({ body }) => (body.type === 'said' ? body.client : 0)),
    numbers: Int32Array.from(entries, ({ body }) => (body.type === 'said' ? body.n : 0)),
    customerPlaces: Int32Array.from(forCustomer),
  };
}
