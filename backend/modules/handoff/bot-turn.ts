import type { ConversationSummary } from '#shared/domain/conversation';
import type { Content, Entry } from '#shared/domain/entry';
import { type HandoffTrigger, isBotSpeaking } from '#shared/domain/handoff';
import type { ConversationId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { ConversationMood } from '#shared/domain/mood';
import {
  append,
  type Conversation,
  type Draft,
  entryOf,
  inUnit,
  lockDraft,
  saveDraft,
  say,
  type Unit,
  type UnitPorts,
} from '../conversations/index.ts';
import { type BotFacts, readBotFacts } from './bot-facts.ts';
import { isCooling, passesCooling } from './cooling.ts';
import type { BotAnswer, HandoffStore } from './ports.ts';
import { request } from './transitions.ts';

/** What the bot reads before a turn. */
export type BotView = {
  conversationId: ConversationId;
  /** The last entry of the log. */
  seq: number;
  state: ConversationSummary['state'];
  customer: ConversationSummary['customer'];
  language: Language;
  mood: ConversationMood;
  /** The latest lines, ascending. Cards and notices come as what stood on them. */
  transcript: { seq: number; author: Entry['author']['kind']; text: string }[];
  /** What the bot stored with its last turn; `null` at first and after a person handed back. */
  dialogue: unknown;
  /** A person has had this conversation and handed it back (rule H6). */
  wasReturned: boolean;
  /** That was so lately that only the customer's own wish leads to a person again. */
  isCooling: boolean;
  /** An agent is online now. */
  isStaffed: boolean;
};

/** What the bot says at the end of a turn. */
export type BotSaying = {
  conversationId: ConversationId;
  /** The last customer message that this answers. */
  inReplyToSeq: number;
  /** The last entry of the log when it was read; absent where that is the message itself. */
  readUpTo?: number;
  replies: readonly Content[];
  dialogue: unknown;
  /** How often in a row the bot has found no answer; counts for the place in the queue. */
  failures?: number;
  /** What a person should know at once if one steps in now. With `handoff`, what it says goes before. */
  facts?: BotFacts;
  /** What the knowledge base was asked and what came of it: the food of the learning loop. */
  answer?: BotAnswer;
  /** The line whose answer did not help, as the customer has just said. */
  rejectedSeq?: number;
  /** A person is needed. */
  handoff?: BotFacts & { trigger: HandoffTrigger };
};

/**
 * `said`: in the log. `drafted`: the conversation left the bot meanwhile, an agent sees a draft (rule H4). `superseded`: the customer has said
 * more since, and the turn for that will answer; nothing was stored.
 */
export type BotSaid = 'said' | 'drafted' | 'superseded';

const TRANSCRIPT_LENGTH = 40;

/** Reads what the bot needs for a turn; `null` where there is no such conversation. */
export async function readForBot(
  store: Pick<HandoffStore, 'conversations' | 'entries' | 'dialogues' | 'queue'>,
  id: ConversationId,
): Promise<BotView | null> {
  const conversation = await store.conversations.find(id);
  if (conversation === null) return null;
  const [log, kept, agents] = await Promise.all([
    store.entries.list(id, { limit: TRANSCRIPT_LENGTH }),
    store.dialogues.read(id),
    store.queue.countOnlineAgents(),
  ]);
  const entries = log.map((entry) => entryOf(entry, conversation));
  const { state, customer, language, mood } = conversation;
  return {
    conversationId: id,
    seq: conversation.seq,
    state,
    customer,
    language,
    mood,
    transcript: entries.flatMap((entry) => spokenLine(entry, language)),
    dialogue: kept?.dialogue ?? null,
    wasReturned: entries.some(({ body }) => body.type === 'returned-to-bot'),
    isCooling: isCooling(entries),
    isStaffed: agents > 0,
  };
}

/** The bot's turn in one transaction. It may come again after a crash: what was said stays said once. */
export async function sayAsBot(ports: UnitPorts<HandoffStore>, saying: BotSaying): Promise<BotSaid> {
  return await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, saying.conversationId);
    const { conversation } = draft;
    const since = await unit.entries.spokenAfter(conversation.id, saying.inReplyToSeq);
    if (since.hasBotSaid) return 'said';
    if (since.hasBotDrafted) return 'drafted';
    // It was made of words that are gone (rule D19); what still stands has its own turn.
    const readUpTo = saying.readUpTo ?? saying.inReplyToSeq;
    if (await unit.entries.hasRecalledAfter(conversation.id, readUpTo)) return 'superseded';
    if (!isBotSpeaking(conversation.state)) return await keepDraft(unit, draft, saying);
    if (since.customerMessages > 0) return 'superseded';
    await speak(unit, draft, saying);
    await saveDraft(unit, draft);
    return 'said';
  });
}

async function speak(unit: Unit<HandoffStore>, draft: Draft, saying: BotSaying): Promise<void> {
  const { conversation, at } = draft;
  conversation.shopReadSeq = conversation.customerSeq;
  conversation.botFailures = saying.failures ?? conversation.botFailures;
  for (const content of saying.replies) say(draft, content, { author: { kind: 'bot' } });
  if (saying.replies.length > 0) conversation.unansweredSince = null;
  const { handoff, answer, rejectedSeq } = saying;
  if (answer) await unit.botAnswers.noteAnswer({ ...answer, conversationId: conversation.id, at });
  if (rejectedSeq !== undefined) await unit.botAnswers.rejectAnswer(conversation.id, rejectedSeq);
  const facts = { ...saying.facts, ...handoff };
  await unit.dialogues.write(conversation.id, { dialogue: saying.dialogue, facts }, at);
  if (handoff && (await mayHandOff(unit, conversation, handoff.trigger))) {
    await request(unit, draft, { trigger: handoff.trigger, facts: readBotFacts(facts) });
  }
}

/** Rule H6: not the same thing again at once, whatever the bot thinks. */
async function mayHandOff(
  unit: Unit<HandoffStore>,
  { id }: Conversation,
  trigger: HandoffTrigger,
): Promise<boolean> {
  if (passesCooling(trigger)) return true;
  return !isCooling(await unit.entries.list(id, { limit: TRANSCRIPT_LENGTH }));
}

/** Rule H4: what came too late is not said, but shown to whoever answers now. */
async function keepDraft(unit: Unit<HandoffStore>, draft: Draft, saying: BotSaying): Promise<BotSaid> {
  const text = saying.replies
    .flatMap((content) => (content.type === 'text' ? [content.text] : []))
    .join('\n');
  if (text === '' || draft.conversation.state === 'closed') return 'superseded';
  append(draft, { author: { kind: 'bot' }, body: { type: 'bot-draft', text } });
  await saveDraft(unit, draft);
  return 'drafted';
}

function spokenLine({ seq, author, body }: Entry, language: Language): BotView['transcript'] {
  if (body.type !== 'message') return [];
  const { content } = body;
  // What was taken back was never said, to the bot as to everybody.
  if (content.type === 'recalled') return [];
  const text = content.type === 'card' ? content.card.title[language] : content.text;
  return [{ seq, author: author.kind, text }];
}
