import { FIRST_WORDS, type FoundWords, RECALLED, type StoredConversation, type Words } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { Findings } from './verdict.ts';

/** A revision as it stands in the log, in the order of which they stand there. */
type Step = { client: number; n: number; seq: number; customerSeq: number | null };

/** A message that was edited or taken back: where it stands, and what it says now. */
export type RevisedMessage = {
  conversation: number;
  seq: number;
  customerSeq: number | null;
  /** Who said it; `null` for the bot. */
  author: { client: number; n: number } | null;
  words: Words;
  steps: Step[];
};

/** What is judged of edits and recalls (rule D19). They are few, so all of them are kept. */
export type Revisions = {
  takeStored(stored: StoredConversation): void;
  takeFound(found: FoundWords): void;
  /** Those of a conversation. */
  of(conversation: number): readonly RevisedMessage[];
  /** When all that clients asked for is known. */
  judge(ledger: Ledger): void;
};

/** None yet. */
export function createRevisions(findings: Findings): Revisions {
  const byConversation = new Map<number, RevisedMessage[]>();
  const byAuthor = new Map<string, RevisedMessage>();

  /** `revised-in-force`, what a log shows by itself: a message says what its revisions say, and without one what it said first. */
  function takeStored({ conversation, entries }: StoredConversation): void {
    const revised = new Map<number, RevisedMessage>();
    const messages = new Map(
      entries.flatMap((entry) => (entry.body.type.startsWith('said') ? [[entry.mark, entry] as const] : [])),
    );
    for (const { body, seq, customerSeq } of entries) {
      if (body.type !== 'revised') continue;
      const where = `conversation ${conversation} seq ${seq}`;
      const message = messages.get(body.of);
      if (message === undefined || message.seq > seq) {
        findings.report('revised-in-force', `${where} revises nothing that was said before`);
        continue;
      }
      const { body: said } = message;
      const words = said.type === 'said' || said.type === 'said-by-bot' ? said.words : FIRST_WORDS;
      const author = said.type === 'said' ? { client: said.client, n: said.n } : null;
      const one = revised.get(body.of) ?? { ...message, conversation, author, words, steps: [] };
      revised.set(body.of, one);
      one.steps.push({ client: body.client, n: body.n, seq, customerSeq });
      if (body.words !== words)
        findings.report('revised-in-force', `${where} says ${body.words}, its message ${words}`);
    }
    for (const [mark, { body, seq }] of messages) {
      const isRevised = (body.type === 'said' || body.type === 'said-by-bot') && body.words !== FIRST_WORDS;
      if (isRevised && !revised.has(mark))
        findings.report('revised-in-force', `conversation ${conversation} seq ${seq} was revised by nobody`);
    }
    if (revised.size === 0) return;
    byConversation.set(conversation, [...revised.values()]);
    for (const one of revised.values()) if (one.author) byAuthor.set(nameOf(one.author), one);
  }

  /** `words-gone`: words that a message has no longer stand nowhere. */
  function takeFound(found: FoundWords): void {
    const words = byAuthor.get(nameOf(found))?.words ?? FIRST_WORDS;
    if (found.words !== words)
      findings.report(
        'words-gone',
        `${found.where} keeps message ${nameOf(found)} as ${found.words}, not ${words}`,
      );
  }

  /** `revised-in-force`, what only its authors know: the last revision is in force, and nothing came after a recall. */
  function judgeOne({ conversation, seq, author, words, steps }: RevisedMessage, ledger: Ledger): void {
    const where = `conversation ${conversation} seq ${seq}`;
    for (const [index, step] of steps.entries()) {
      const isRecall = ledger.has(step.client, step.n, 'recalling');
      const isLast = index === steps.length - 1;
      if (isRecall && !isLast)
        findings.report('revised-in-force', `${where} was revised after it was taken back`);
      if (!isRecall && step.client !== author?.client)
        findings.report('revised-in-force', `${where} was edited by ${step.client}, who did not say it`);
      if (isLast && words !== (isRecall ? RECALLED : step.n))
        findings.report('revised-in-force', `${where} says ${words}, not what ${nameOf(step)} made of it`);
    }
  }

  return {
    takeStored,
    takeFound,
    of: (conversation) => byConversation.get(conversation) ?? [],
    judge(ledger) {
      for (const all of byConversation.values()) for (const one of all) judgeOne(one, ledger);
    },
  };
}

function nameOf({ client, n }: { client: number; n: number }): string {
  return `${client}.${n}`;
}
