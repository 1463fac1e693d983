import type { ConversationSummary } from '#shared/domain/conversation';
import type { Author, Content, Delivery, Entry, EntryBody } from '#shared/domain/entry';
import type { ClientId, EntryId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { clip } from '../../runtime/clip.ts';
import { newId } from '../../runtime/ids.ts';
import type { JobName, JobPayloads } from '../../runtime/jobs.ts';
import type { Conversation, LogEntry } from './ports.ts';
import { entryOf, factOf, summaryOf } from './present.ts';
import type { Unit } from './unit.ts';

/** A job to be stored together with the change. */
type PlannedJob = { [N in JobName]: { name: N; payload: JobPayloads[N]; delayMs?: number } }[JobName];

/**
 * A locked conversation being changed. Everything is decided in memory (the fields of `conversation` are replaced, `append` allots the
 * sequences) and then written at once by `saveDraft`: one statement for row and entries, then the jobs.
 */
export type Draft = {
  readonly before: Conversation | null;
  readonly conversation: Conversation;
  readonly entries: LogEntry[];
  readonly jobs: PlannedJob[];
  readonly at: Date;
};

/**
 * Begins to change a conversation that this transaction has locked; `isNew` when it was opened by this same change. The time never runs
 * backwards within a conversation, whatever the nodes' clocks say.
 */
export function draftOf(locked: Conversation, now: Date, isNew = false): Draft {
  const { latestAt } = locked;
  return {
    before: isNew ? null : locked,
    conversation: { ...locked },
    entries: [],
    jobs: [],
    at: now < latestAt ? latestAt : now,
  };
}

/** What is known of an entry before it has its place. */
export type Addition = {
  author: Author;
  body: EntryBody;
  /** Whose client ids these are (rule D1); the author's kind where nobody's client made it. */
  authorKey?: string;
  clientId?: ClientId | null;
};

/** Puts an entry at the end of the log: the next seq, and the customer's next one where the customer may see it (rule D3). */
export function append(draft: Draft, addition: Addition): LogEntry {
  const { conversation } = draft;
  const { body, author } = addition;
  const isMessage = body.type === 'message';
  const isHeard = isMessage || body.type === 'revised';
  conversation.seq += 1;
  conversation.latestAt = draft.at;
  if (isHeard) conversation.customerSeq += 1;
  const entry: LogEntry = {
    id: newId<EntryId>(),
    conversationId: conversation.id,
    seq: conversation.seq,
    customerSeq: isHeard ? conversation.customerSeq : null,
    at: draft.at,
    author,
    authorKey: addition.authorKey ?? author.kind,
    clientId: addition.clientId ?? null,
    channelId: isMessage ? conversation.channelId : null,
    body,
    delivery: null,
  };
  draft.entries.push(entry);
  if (isMessage) noteLast(draft, author, body.content);
  return entry;
}

/** A channel, and what kind it is. */
export type Way = Pick<Conversation, 'channelId' | 'channelKind'>;

/**
 * Says something to the customer, on the channel they used last unless another is named (rule I3): sent with the commit where we own the
 * channel, else queued.
 */
export function say(
  draft: Draft,
  content: Content,
  by: { author: Author; authorKey?: string; clientId?: ClientId; way?: Way },
): LogEntry {
  const { clientId = null, way = draft.conversation, ...author } = by;
  const body: EntryBody = { type: 'message', content, clientId, mood: null, delivery: null };
  const entry = append(draft, { ...author, clientId, body });
  entry.channelId = way.channelId;
  entry.delivery = firstDelivery(way);
  if (entry.delivery.state === 'queued') {
    const payload = { entryId: entry.id, conversationId: entry.conversationId };
    plan(draft, { name: 'channel-send', payload });
  }
  return entry;
}

/** Plans a job that is stored with the change. */
export function plan(draft: Draft, job: PlannedJob): void {
  draft.jobs.push(job);
}

/** Writes the draft and tells what staff see of it. The fact is published when the unit has committed. */
export async function saveDraft(
  unit: Unit,
  draft: Draft,
): Promise<{ conversation: ConversationSummary; entries: Entry[] }> {
  const { conversation, entries, before, at } = draft;
  conversation.version += 1;
  await unit.conversations.save(conversation, entries);
  for (const { name, payload, delayMs = 0 } of draft.jobs)
    await unit.jobs.enqueue(name, payload, { delayMs });
  unit.tell(conversation.id, factOf({ before, after: conversation, entries, now: at }));
  return {
    conversation: summaryOf(conversation),
    entries: entries.map((entry) => entryOf(entry, conversation)),
  };
}

function firstDelivery({ channelKind }: Way): Delivery {
  return channelKind === 'webhook' ? { state: 'queued' } : { state: 'sent' };
}

const PREVIEW_LENGTH = 160;

/** The row shows the last thing that somebody said; notices are not it. */
function noteLast(draft: Draft, author: Author, content: Content): void {
  if (content.type === 'notice') return;
  const preview = previewOf(content, draft.conversation.language);
  const before = draft.conversation.last?.ofCustomer ?? null;
  const ofCustomer = author.kind === 'customer' && content.type !== 'recalled' ? preview : before;
  const recalled = content.type === 'recalled' ? { isRecalled: true as const } : {};
  draft.conversation.last = {
    at: draft.at.toISOString(),
    authorKind: author.kind,
    preview,
    ...recalled,
    ofCustomer,
  };
}

/** How a row shows what was said; nothing of what was taken back. */
export function previewOf(content: Content, language: Language): string {
  if (content.type === 'recalled') return '';
  return clip(content.type === 'card' ? content.card.title[language] : content.text, PREVIEW_LENGTH);
}
