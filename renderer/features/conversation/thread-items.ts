import type { ConversationSummary } from '#shared/domain/conversation';
import type { Delivery, Entry, MessageBody, NoticeContent } from '#shared/domain/entry';
import type { ChannelId, ConversationId, EntryId, Moment } from '#shared/domain/ids';
import type { MoodLabel } from '#shared/domain/mood';
import type { Thread } from '../../stores/entry-store.ts';
import type { Outgoing } from '../../stores/outbox-store.ts';

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

/** One line of the conversation as it is drawn. */
export type ThreadItem =
  | MessageItem
  | { kind: 'heading'; key: string; conversation: ConversationSummary }
  | { kind: 'day'; key: string; at: Moment; channelId: ChannelId | null }
  | { kind: 'channel'; key: string; at: Moment; channelId: ChannelId }
  | { kind: 'note' | 'draft'; key: string; entry: Entry }
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
  return {
    kind: 'message',
    key: entry.id,
    entry: message,
    delivery: isOut ? furthest(told?.state ?? null, receipt) : null,
    lost: lostOf(entry, effects),
    correctedMood: effects.moods.get(entry.id) ?? null,
    cardAction: effects.actions.get(entry.id) ?? null,
    isRunStart,
  };
}

function receiptOf(seq: number, { readSeq, deliveredSeq }: Effects): 'read' | 'delivered' | null {
  if (seq <= readSeq) return 'read';
  return seq <= deliveredSeq ? 'delivered' : null;
}

function deliveryOf({ id, body }: Entry, effects: Effects): Delivery | null {
  if (body.type !== 'message') return null;
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
  deliveredSeq: number;
  readSeq: number;
} {
  const effects = {
    delivery: new Map<string, Delivery>(),
    moods: new Map<string, MoodLabel>(),
    actions: new Map<string, 'opened' | 'buy'>(),
    deliveredSeq: 0,
    readSeq: 0,
  };
  for (const { body } of entries) {
    if (body.type === 'delivery') effects.delivery.set(body.entryId, body.delivery);
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

function kindOf({ body }: Entry): 'message' | 'mark' | 'note' | 'draft' | null {
  switch (body.type) {
    case 'message':
      return body.content.type === 'notice' ? 'mark' : 'message';
    case 'note':
      return 'note';
    case 'bot-draft':
      return 'draft';
    case 'delivery':
    case 'receipt':
    case 'card-acted':
    case 'mood-corrected':
      return null;
    default:
      return 'mark';
  }
}

type Fold = { from: number; to: number; count: number };

/** The customer's last words before a person came stay in sight; so many of them. */
const KEPT_CUSTOMER_LINES = 2;
const SMALLEST_FOLD = 3;

/**
 * The bot's stretches, each to be folded to one line: from its first message to just before the customer's last words in it. A stretch that
 * is still going on is not folded, because somebody is watching it.
 */
function botFolds(entries: readonly Entry[], isLive: boolean): Fold[] {
  const folds: Fold[] = [];
  let stretch: number[] = [];
  let isBot = beginsWithBot(entries);
  const finish = (): void => {
    const fold = foldOf(entries, stretch);
    if (fold) folds.push(fold);
    stretch = [];
  };
  for (const [index, { body }] of entries.entries()) {
    if (body.type === 'handoff-requested' || body.type === 'assigned' || body.type === 'closed') {
      if (isBot) finish();
      isBot = false;
    } else if (body.type === 'returned-to-bot') isBot = true;
    else if (isBot && body.type === 'message') stretch.push(index);
  }
  if (isBot && !isLive) finish();
  return folds;
}

/** Whether the bot has the word where the log, as far as it was read, begins: a page may begin in the middle of an agent's stretch. */
function beginsWithBot(entries: readonly Entry[]): boolean {
  if (entries[0]?.seq === 1) return true;
  const turn = entries.find(
    ({ body }) => body.type === 'handoff-requested' || body.type === 'returned-to-bot',
  );
  if (turn) return turn.body.type === 'handoff-requested';
  return (
    entries.some(({ author }) => author.kind === 'bot') &&
    !entries.some(({ author }) => author.kind === 'agent')
  );
}

function foldOf(entries: readonly Entry[], stretch: readonly number[]): Fold | null {
  const spoken = stretch.filter((index) => entries[index]?.author.kind === 'customer');
  const firstKept = spoken.at(-KEPT_CUSTOMER_LINES) ?? Number.POSITIVE_INFINITY;
  const folded = stretch.filter((index) => index < firstKept);
  const [from] = folded;
  const to = folded.at(-1);
  if (from === undefined || to === undefined || folded.length < SMALLEST_FOLD) return null;
  return { from, to, count: folded.length };
}

function foldKey(entries: readonly Entry[], fold: Fold): string {
  return `fold-${entries[fold.from]?.id}`;
}
