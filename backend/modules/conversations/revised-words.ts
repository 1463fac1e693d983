import type { Content, Entry, RevisedContent } from '#shared/domain/entry';
import type { HandoffRecord } from '#shared/domain/handoff';
import type { EntryId } from '#shared/domain/ids';
import { revisedBody } from '#shared/domain/revision';
import { clip } from '../../runtime/clip.ts';
import { type Draft, plan, previewOf } from './draft.ts';
import { FIRST_LINE_LENGTH } from './incoming.ts';
import { replayMood } from './mood-correction.ts';
import type { Conversation, LogEntry, Showing } from './ports.ts';
import { entryOf } from './present.ts';
import { quotes, type Retelling, retold, withoutQuotes } from './quoting.ts';
import type { Unit } from './unit.ts';

/** What the record of a handoff is made anew from. */
export type RecordParts = {
  record: HandoffRecord;
  /** What was said before it, as it stands now. */
  transcript: readonly Entry[];
  conversation: Conversation;
  /** What the bot keeps of the conversation. */
  facts: unknown;
  isQuoting: (text: string) => boolean;
};

/** Makes a record anew after something that it was made from was revised; the handoff module's. */
export type RecordReviser = (parts: RecordParts) => HandoffRecord;

type Work = { unit: Unit; draft: Draft };
type Revised = { message: LogEntry; revised: LogEntry; content: RevisedContent };

/** As many entries as a record is made from. */
const RECORD_ENTRIES = 60;

/**
 * Takes the words that a message said out of everything that was made of them (rule D19): the log, the row, records of handoffs, what the bot
 * keeps, what is learned from, and stored answers. What people wrote by themselves, notes and articles, is theirs.
 */
export async function takeWordsOut(
  reviseRecord: RecordReviser,
  { unit, draft }: Work,
  { message, revised, content }: Revised,
): Promise<void> {
  const { conversation } = draft;
  const gone = wordsOf(message, conversation);
  const isQuoting = (text: string) => quotes(text, gone);
  const repeating = await unit.revisions.listRepeating(message);
  await unit.revisions.rewrite([revised, ...repeating.flatMap((entry) => repeated(entry, content))]);
  if (message.author.kind !== 'agent') await forgetInDialogue(unit, draft, gone);
  const records = await remakeRecords(reviseRecord, { unit, draft }, { message, repeating, isQuoting });
  await unit.revisions.forgetLearned(message, isQuoting);
  await showRevised({ unit, draft }, message);
  await retell(unit, draft, { message, content, records });
}

function wordsOf({ body }: LogEntry, { language }: Conversation): string {
  if (body.type !== 'message') return '';
  return body.content.type === 'text' ? body.content.text : previewOf(body.content, language);
}

function repeated(entry: LogEntry, content: RevisedContent): LogEntry[] {
  return entry.body.type === 'revised' ? [{ ...entry, body: revisedBody(entry.body, content) }] : [];
}

/** Strikes and what was offered stay: taking something back makes nobody a stranger to the bot. */
async function forgetInDialogue(unit: Unit, { conversation, at }: Draft, gone: string): Promise<void> {
  const kept = await unit.dialogues.read(conversation.id);
  if (kept === null) return;
  const record = {
    dialogue: withoutQuotes(kept.dialogue, gone),
    facts: withoutQuotes(kept.facts, gone),
  };
  if (JSON.stringify(record) !== JSON.stringify(kept))
    await unit.dialogues.write(conversation.id, record, at);
}

async function remakeRecords(
  reviseRecord: RecordReviser,
  { unit, draft: { conversation } }: Work,
  {
    message,
    repeating,
    isQuoting,
  }: { message: LogEntry; repeating: readonly LogEntry[]; isQuoting: (text: string) => boolean },
): Promise<Map<EntryId, Entry>> {
  const remade: LogEntry[] = [];
  // An agent's words are in no record.
  const concerned = message.author.kind === 'agent' ? [] : repeating;
  for (const entry of concerned) {
    if (entry.body.type !== 'handoff-requested') continue;
    const before = await unit.entries.list(conversation.id, { before: entry.seq, limit: RECORD_ENTRIES });
    const transcript = before.map((one) => entryOf(one, conversation));
    const facts = (await unit.dialogues.read(conversation.id))?.facts;
    const record = reviseRecord({ record: entry.body.record, transcript, conversation, facts, isQuoting });
    remade.push({ ...entry, body: { ...entry.body, record } });
  }
  await unit.revisions.rewrite(remade);
  return new Map(remade.map((entry) => [entry.id, entryOf(entry, conversation)]));
}

/** The row as the log shows it now. */
async function showRevised({ unit, draft }: Work, message: LogEntry): Promise<void> {
  const { conversation } = draft;
  const showing = await unit.revisions.readShowing(conversation.id);
  conversation.last = lastOf(showing, conversation);
  if (message.author.kind !== 'customer') return;
  const { firstOfCustomer } = showing;
  conversation.firstLine = firstOfCustomer
    ? clip(wordsOf(firstOfCustomer, conversation), FIRST_LINE_LENGTH)
    : '';
  const { mood } = replayMood(await unit.entries.listMoods(conversation.id));
  conversation.mood = { ...conversation.mood, cues: mood.cues };
  const wasUnread = message.seq > conversation.ownerSeenSeq && (await unit.revisions.wasForPerson(message));
  if (wasUnread) conversation.unread = Math.max(0, conversation.unread - 1);
  goOnWith(draft, showing);
}

function lastOf({ last, lastOfCustomer }: Showing, { language }: Conversation): Conversation['last'] {
  if (last?.body.type !== 'message') return null;
  const content: Content = last.body.content;
  const ofCustomer = lastOfCustomer?.body.type === 'message' ? lastOfCustomer.body.content : null;
  return {
    at: last.at.toISOString(),
    authorKind: last.author.kind,
    preview: previewOf(content, language),
    ...(content.type === 'recalled' ? { isRecalled: true as const } : {}),
    ofCustomer: ofCustomer && previewOf(ofCustomer, language),
  };
}

/**
 * What still waits for an answer. A turn of the bot that was under way when something was taken back says nothing; where something else of the
 * customer's stands unanswered, another turn begins.
 */
function goOnWith(draft: Draft, { lastOfCustomer, lastOfShop }: Showing): void {
  const { conversation } = draft;
  const isAnswered = (lastOfCustomer?.seq ?? 0) <= (lastOfShop?.seq ?? 0);
  const answeredBy = lastOfShop?.author.kind ?? null;
  if (conversation.state === 'bot' && !isAnswered) {
    plan(draft, { name: 'bot-turn', payload: { conversationId: conversation.id, seq: conversation.seq } });
  }
  const hasNobodyToAnswer =
    conversation.state === 'bot' || (conversation.state === 'agent' && answeredBy === 'agent');
  if (isAnswered && hasNobodyToAnswer) conversation.unansweredSince = null;
}

/** Whoever repeats a command gets the answer of then, in the words of now (rules D1, D19). */
async function retell(
  unit: Unit,
  { conversation }: Draft,
  { message, content, records }: { message: LogEntry; content: RevisedContent; records: Map<EntryId, Entry> },
): Promise<void> {
  const { body } = message;
  if (body.type !== 'message') return;
  const { language } = conversation;
  const retelling: Retelling = {
    entryId: message.id,
    conversationId: conversation.id,
    content,
    at: message.at.toISOString(),
    preview: {
      before: previewOf(body.content, language),
      now: content.type === 'recalled' ? null : previewOf(content, language),
    },
    cues: body.mood?.cues ?? [],
    rewritten: records,
  };
  for (const { key, result } of await unit.revisions.listAnswers(message)) {
    const told = retold(result, retelling);
    if (JSON.stringify(told) !== JSON.stringify(result))
      await unit.revisions.setAnswer({ key, result: told });
  }
}
