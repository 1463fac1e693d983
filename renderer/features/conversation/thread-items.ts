import type { ConversationSummary } from '#shared/domain/conversation';
import type { Author, Delivery, Entry, MessageBody, NoticeContent } from '#shared/domain/entry';
import type { ChannelId, ConversationId, EntryId, Moment } from '#shared/domain/ids';
import type { MoodLabel } from '#shared/domain/mood';
import type { Thread } from '../../stores/entry-store.ts';
import type { Outgoing } from '../../stores/outbox-store.ts';
import { botFolds, type Fold, foldKey } from './bot-folds.ts';

/** What did not reach the customer, or may not have, or was let go (rule D14). */
export type Lost = {
  conversationId: ConversationId;
  entryId: EntryId;
  delivery: Extract<Delivery, { state: 'failed' | 'unknown' | 'discarded' }>;
};

/** A message as it stands now: later entries of the log have changed its delivery, its mood, what was done with its card. */
export type MessageItem = {
  kind: 'message';
  key: string;
  entry: Entry & { body: MessageBody };
  delivery: Delivery['state'] | null;
  lost: Lost | null;
  /** The label that a person gave instead of the model's (rule Q5). */
  correctedMood: MoodLabel | null;
  cardAction: 'opened' | 'buy' | null;
  /** Whether author and channel are named: at the beginning of each run of messages of one author on one channel. */
  isRunStart: boolean;
};

/** What stands where a message was recalled: who did it (rule D19). */
export type RecalledItem = { kind: 'recalled'; key: string; entry: Entry; by: Author; lost: Lost | null };

/** One line of the conversation as it is drawn. */
export type ThreadItem =
  | MessageItem
  | RecalledItem
  | { kind: 'heading'; key: string; conversation: ConversationSummary }
  | { kind: 'day'; key: string; at: Moment; channelId: ChannelId | null }
  | { kind: 'channel'; key: string; at: Moment; channelId: ChannelId }
  | { kind: 'note' | 'draft' | 'unknown'; key: string; entry: Entry }
  | { kind: 'mark'; key: string; entry: Entry; told: NoticeContent | null; lost: Lost | null }
  | { kind: 'fold'; key: string; count: number; isOpen: boolean }
  | { kind: 'outgoing'; key: string; message: Outgoing };

/** What the drawing of a thread depends on. */
export type ThreadView = {
  thread: Thread;
  conversation: ConversationSummary;
  outgoing: readonly Outgoing[];
  /** Keys of folds that the agent has opened. */
  openFolds: ReadonlySet<string>;
};

/** All lines, oldest first. */
export function threadItems({ thread, conversation, outgoing, openFolds }: ThreadView): ThreadItem[] {
  const items: ThreadItem[] = [];
  for (const earlier of thread.earlier) {
    items.push({
      kind: 'heading',
      key: `heading-${earlier.conversation.id}`,
      conversation: earlier.conversation,
    });
    items.push(...logItems(earlier.entries, { openFolds, isLive: false, hasHeading: true }));
  }
  const hasHeading = thread.earlier.length > 0;
  if (hasHeading) items.push({ kind: 'heading', key: `heading-${conversation.id}`, conversation });
  items.push(...logItems(thread.entries, { openFolds, isLive: conversation.state === 'bot', hasHeading }));
  const sent = new Set<string>();
  for (const { body } of thread.entries) {
    if ((body.type === 'message' || body.type === 'note') && body.clientId) sent.add(body.clientId);
  }
  for (const message of outgoing) {
    if (!sent.has(message.clientId)) items.push({ kind: 'outgoing', key: message.clientId, message });
  }
  return items;
}

type LogView = { openFolds: ReadonlySet<string>; isLive: boolean; hasHeading: boolean };
type Effects = ReturnType<typeof effectsOf>;

function logItems(entries: readonly Entry[], { openFolds, isLive, hasHeading }: LogView): ThreadItem[] {
  const items: ThreadItem[] = [];
  const effects = effectsOf(entries);
  const folds = botFolds(entries, isLive);
  let day = '';
  let channelId: ChannelId | null = null;
  let run = '';
  let fold: Fold | undefined;
  for (const [index, entry] of entries.entries()) {
    if (fold && index > fold.to) fold = undefined;
    fold ??= folds.find(({ from }) => from === index);
    const kind = kindOf(entry);
    if (kind === null) continue;
    const itsDay = new Date(entry.at).toDateString();
    const isHidden = fold !== undefined && !openFolds.has(foldKey(entries, fold));
    if (itsDay !== day && !(hasHeading && day === '')) {
      items.push({
        kind: 'day',
        key: `day-${entry.id}`,
        at: entry.at,
        channelId: entry.channelId ?? channelId,
      });
      run = '';
    } else if (
      channelId &&
      entry.channelId &&
      entry.channelId !== channelId &&
      entry.author.kind === 'customer' &&
      !isHidden
    ) {
      items.push({ kind: 'channel', key: `channel-${entry.id}`, at: entry.at, channelId: entry.channelId });
    }
    day = itsDay;
    // An answer that goes out elsewhere is no change of the customer's.
    if (entry.author.kind === 'customer' || channelId === null) channelId = entry.channelId ?? channelId;
    if (fold?.from === index) {
      items.push({ kind: 'fold', key: foldKey(entries, fold), count: fold.count, isOpen: !isHidden });
    }
    // What did not arrive is never folded away.
    if (isHidden && kind === 'message' && lostOf(entry, effects) === null) continue;
    if (kind === 'message') {
      const itsRun = runOf(entry);
      items.push(messageItem(entry, effects, itsRun !== run));
      run = itsRun;
    } else if (kind === 'recalled') {
      run = '';
      if (!isHidden) items.push(recalledItem(entry, effects));
    } else {
      run = '';
      const lost = lostOf(entry, effects);
      if (kind === 'mark' && tellWithMark(items.at(-1), entry, lost)) continue;
      items.push(
        kind === 'mark' ? { kind, key: entry.id, entry, told: null, lost } : { kind, key: entry.id, entry },
      );
    }
  }
  return items;
}

/** What the customer was told about a change stands under the mark of that change. */
function tellWithMark(before: ThreadItem | undefined, { body, at }: Entry, lost: Lost | null): boolean {
  if (before?.kind !== 'mark' || before.told !== null || before.entry.body.type === 'message') return false;
  if (body.type !== 'message' || body.content.type !== 'notice') return false;
  if (Date.parse(at) - Date.parse(before.entry.at) > 5000) return false;
  before.told = body.content;
  before.lost = lost;
  return true;
}

function runOf({ author, channelId }: Entry): string {
  return `${author.kind}-${author.kind === 'agent' ? author.agentId : ''}-${channelId}`;
}

function messageItem(entry: Entry, effects: Effects, isRunStart: boolean): MessageItem {
  const message = entry as MessageItem['entry'];
  const told = deliveryOf(entry, effects);
  const receipt = receiptOf(entry.customerSeq ?? Number.POSITIVE_INFINITY, effects);
  const isOut = entry.author.kind !== 'customer';
  const revision = effects.revisions.get(entry.id);
  return {
    kind: 'message',
    key: entry.id,
    entry: message,
    delivery: isOut ? furthest(told?.state ?? null, receipt) : null,
    lost: lostOf(entry, effects) ?? (revision ? lostOf(revision, effects) : null),
    correctedMood: effects.moods.get(entry.id) ?? null,
    cardAction: effects.actions.get(entry.id) ?? null,
    isRunStart,
  };
}

function recalledItem(entry: Entry, effects: Effects): RecalledItem {
  const revision = effects.revisions.get(entry.id);
  return {
    kind: 'recalled',
    key: entry.id,
    entry,
    by: revision?.author ?? entry.author,
    lost: revision ? lostOf(revision, effects) : null,
  };
}

function receiptOf(seq: number, { readSeq, deliveredSeq }: Effects): 'read' | 'delivered' | null {
  if (seq <= readSeq) return 'read';
  return seq <= deliveredSeq ? 'delivered' : null;
}

function deliveryOf({ id, body }: Entry, effects: Effects): Delivery | null {
  if (body.type !== 'message' && body.type !== 'revised') return null;
  return effects.delivery.get(id) ?? body.delivery;
}

function lostOf(entry: Entry, effects: Effects): Lost | null {
  const delivery = deliveryOf(entry, effects);
  if (delivery?.state !== 'failed' && delivery?.state !== 'unknown' && delivery?.state !== 'discarded')
    return null;
  return { conversationId: entry.conversationId, entryId: entry.id, delivery };
}

/** Only what reached the channel can be delivered or read; a receipt for what came after says nothing about it (rule D6). */
function furthest(
  told: Delivery['state'] | null,
  receipt: 'delivered' | 'read' | null,
): Delivery['state'] | null {
  if (receipt === null || told === 'read') return told;
  return told === null || told === 'sent' || told === 'delivered' ? receipt : told;
}

/** What entries say about earlier ones. */
function effectsOf(entries: readonly Entry[]): {
  delivery: Map<string, Delivery>;
  moods: Map<string, MoodLabel>;
  actions: Map<string, 'opened' | 'buy'>;
  /** The last revision of each message. */
  revisions: Map<string, Entry>;
  deliveredSeq: number;
  readSeq: number;
} {
  const effects = {
    delivery: new Map<string, Delivery>(),
    moods: new Map<string, MoodLabel>(),
    actions: new Map<string, 'opened' | 'buy'>(),
    revisions: new Map<string, Entry>(),
    deliveredSeq: 0,
    readSeq: 0,
  };
  for (const entry of entries) {
    const { body } = entry;
    if (body.type === 'revised') effects.revisions.set(body.entryId, entry);
    else if (body.type === 'delivery') effects.delivery.set(body.entryId, body.delivery);
    else if (body.type === 'mood-corrected') effects.moods.set(body.entryId, body.label);
    else if (body.type === 'card-acted') {
      if (effects.actions.get(body.entryId) !== 'buy') effects.actions.set(body.entryId, body.action);
    } else if (body.type === 'receipt') {
      const name = body.state === 'read' ? 'readSeq' : 'deliveredSeq';
      effects[name] = Math.max(effects[name], body.customerSeq);
    }
  }
  return effects;
}

function kindOf({
  body,
  customerSeq,
}: Entry): 'message' | 'recalled' | 'mark' | 'note' | 'draft' | 'unknown' | null {
  switch (body.type) {
    case 'message':
      if (body.content.type === 'recalled') return 'recalled';
      return body.content.type === 'notice' ? 'mark' : 'message';
    case 'note':
      return 'note';
    case 'bot-draft':
      return 'draft';
    case 'delivery':
    case 'receipt':
    case 'card-acted':
    case 'mood-corrected':
    case 'revised':
      return null;
    case 'unknown':
      // What the customer may see must not be missed; of what is for staff alone this version has never said anything.
      return customerSeq === null ? null : 'unknown';
    default:
      return 'mark';
  }
}
