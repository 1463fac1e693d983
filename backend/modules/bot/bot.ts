import type { Order } from '#shared/domain/customer';
import type { Content } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import type { FactBus } from '../../runtime/facts.ts';
import { detectLanguage } from '../language/index.ts';
import { isAboutBot, yesOrNo } from './answers.ts';
import { type Dialogue, type FlowState, parseDialogue } from './dialogue.ts';
import { isQuestion, notUnderstood, SURE } from './flows/faq.ts';
import { orderInQuestion } from './flows/order-in-question.ts';
import { saysNothing } from './flows/social.ts';
import { needsPerson } from './handoff-decision.ts';
import type { BotConversations, BotSaying, BotView, HandoffFacts } from './ports.ts';
import { chooseFlow, flows } from './routing.ts';
import { createSpeaker } from './speaker.ts';
import type { TextKey } from './texts/zh.ts';
import {
  answer,
  ask,
  type BotShop,
  type FlowName,
  type HandoffReason,
  personChoice,
  type Reaction,
  type Turn,
  withSorrow,
} from './turn.ts';
import { type BotModels, understand } from './understanding.ts';

export type BotPorts = Omit<BotModels, 'knowledge'> & {
  conversations: BotConversations;
  shop: BotShop;
  facts: FactBus;
};

/** The machine that has the word first. */
export type Bot = {
  /**
   * Answers what the customer said up to `seq`; the handler of the job `bot-turn`. Does nothing when the conversation is no longer the bot's,
   * when it is answered already, or when the customer has said more since (the turn for that answers all). Safe to run twice.
   */
  turn(conversationId: ConversationId, seq: number): Promise<void>;
};

/** Misses in a row after which a person is called. */
const STRIKES = 3;
const TRIED_KEPT = 12;

/** The bot over the shop's services. */
export function createBot(ports: BotPorts): Bot {
  return {
    async turn(conversationId, seq) {
      const view = await ports.conversations.readForBot(conversationId);
      if (view?.state !== 'bot') return;
      const said = unanswered(view);
      if (said.seq === 0 || said.seq > seq) return;
      showTyping(ports.facts, view, true);
      try {
        await ports.conversations.sayAsBot(await compose(ports, view, said));
      } finally {
        showTyping(ports.facts, view, false);
      }
    },
  };
}

/** What the bot would say; decides everything, changes nothing but what a flow does in the shop. */
async function compose(ports: BotPorts, view: BotView, said: Unanswered): Promise<BotSaying> {
  const before = parseDialogue(view.dialogue);
  const language = detectLanguage(said.text, view.language);
  const speaker = createSpeaker(language, before.spoken);
  const meaning = await understand(
    { intents: ports.intents, sentiment: ports.sentiment, knowledge: ports.shop.knowledge },
    { text: said.text, before: said.before, language, dialogue: before },
  );
  const turn: Turn = { language, ...meaning, view, dialogue: before, speaker, shop: ports.shop };
  const reaction = withoutHaste(turn, withThirdStrike(turn, await react(turn)));
  const { handoff } = reaction;
  const replies = handoff ? handoffReplies(turn, reaction, handoff) : reaction.replies;
  const facts = await factsOf(turn, reaction);
  const dialogue = after(turn, reaction);
  return {
    conversationId: view.conversationId,
    inReplyToSeq: said.seq,
    replies: await introduced(turn, replies),
    dialogue,
    failures: handoff?.trigger === 'bot-failed' ? STRIKES : dialogue.strikes,
    facts,
    ...(handoff ? { handoff: { ...facts, trigger: handoff.trigger } } : {}),
  };
}

async function react(turn: Turn): Promise<Reaction> {
  const handoff = needsPerson(turn);
  if (handoff) return { outcome: 'helped', replies: [], flow: null, handoff };
  if (isAboutBot(turn.text) || turn.means === 'none' || turn.means === 'again') return missed(turn);
  const { flow } = turn.dialogue;
  const resumed = flow && flow.name in flows ? await flows[flow.name as FlowName].resume?.(turn, flow) : null;
  if (resumed) return resumed;
  if (flow && isBeside(turn, flow)) return askAgain(turn, flow);
  const begun = await flows[chooseFlow(turn)].begin(turn);
  return begun.outcome === 'missed' ? ((await guessFromOrders(turn)) ?? begun) : begun;
}

/** Not understood, but the shop's own books say what this customer may well be asking after: the order in trouble, told once. */
async function guessFromOrders(turn: Turn): Promise<Reaction | null> {
  const { view, dialogue } = turn;
  if (!view.customer.isVerified || dialogue.tried.length > 0 || turn.means !== null) return null;
  if (saysNothing(turn.text)) return null;
  const orders = await turn.shop.orders.listOrders(view.customer.id);
  const isLate = orders.some((order) => order.lateMs > 0);
  if (!isLate && !orders.some((order) => order.status === 'returning')) return null;
  const guess = await flows[isLate ? 'order-status' : 'refund'].begin(turn);
  const [first, ...others] = guess.replies;
  if (guess.outcome !== 'helped' || first?.type !== 'text') return null;
  const gap = turn.language === 'en' ? ' ' : '';
  return {
    ...guess,
    replies: [{ ...first, text: `${turn.speaker.say('guess.order')}${gap}${first.text}` }, ...others],
  };
}

/** A bare yes or no to a question that had other answers, or something beside the point where a yes or no was asked for. */
function isBeside(turn: Turn, flow: FlowState): boolean {
  if (turn.dialogue.choices.length === 0 || turn.means !== null) return false;
  if (yesOrNo(turn) !== null) return true;
  return flow.step === 'confirm' && turn.dialogue.strikes === 0 && !turnsToSomethingElse(turn);
}

/** What may come between a question and its yes without ending the matter: facts, goods, a sigh. */
const asides: ReadonlySet<string> = new Set([
  'other',
  'acknowledge',
  'product-question',
  'stock',
  'price',
  'recommend',
  'return',
  'exchange',
  'complaint',
]);

function turnsToSomethingElse({ intent, hits, text }: Turn): boolean {
  if (isQuestion(text) && (hits[0]?.confidence ?? 0) >= SURE) return true;
  return !asides.has(intent.intent) && intent.confidence >= 0.7;
}

/** The same choices once more. */
function askAgain(turn: Turn, flow: FlowState): Reaction {
  const key = flow.step === 'confirm' ? 'confirm.again' : 'unsure.pick';
  const question = { text: turn.speaker.say(key), choices: turn.dialogue.choices, flow };
  return { ...ask(turn, question), outcome: 'missed' };
}

/** “Let me rephrase” and “none of these” go on the record as misses, but the answer to the first is only a nod. */
function missed(turn: Turn): Reaction {
  if (turn.means !== 'again') return notUnderstood(turn);
  return { outcome: 'asked', replies: [answer(turn.speaker.say('acknowledge'))], flow: null };
}

function withThirdStrike(turn: Turn, reaction: Reaction): Reaction {
  const strikes = reaction.outcome === 'missed' ? turn.dialogue.strikes + 1 : 0;
  if (reaction.handoff || strikes < STRIKES) return reaction;
  return {
    ...reaction,
    replies: [],
    choices: [],
    flow: null,
    handoff: { trigger: 'bot-failed', confidence: 0.9 },
  };
}

/** Where a person handed back just now only the customer's own wish brings one again; everything else becomes an offer (rule H6). */
function withoutHaste(turn: Turn, reaction: Reaction): Reaction {
  if (!reaction.handoff || !turn.view.isCooling || reaction.handoff.trigger === 'asked-for-person')
    return reaction;
  const { handoff: _, ...rest } = reaction;
  const choices = [personChoice(turn)];
  const text = withSorrow(turn, turn.speaker.say('returned.offer'));
  return { ...rest, outcome: 'asked', replies: [answer(text, choices)], choices, flow: null };
}

/** What is said with a handoff: the flow's own words where it has some, else those for the trigger. */
function handoffReplies(turn: Turn, reaction: Reaction, reason: HandoffReason): Content[] {
  if (reaction.replies.length > 0) return reaction.replies;
  const keys: Record<HandoffReason['trigger'], TextKey> = {
    'asked-for-person': 'handoff.asked',
    anger: 'handoff.anger',
    'falling-mood': 'handoff.falling-mood',
    'bot-failed': 'handoff.bot-failed',
    'sensitive-subject': 'handoff.sensitive',
    predicted: 'handoff.predicted',
  };
  return [answer(turn.speaker.say(keys[reason.trigger]))];
}

/** The bot's first words in a conversation say what it is (rule T8); a greeting says so by itself. */
async function introduced(turn: Turn, replies: Content[]): Promise<Content[]> {
  const { speaker } = turn;
  const hasSpoken = turn.view.transcript.some((line) => line.author === 'bot');
  const saysItself =
    speaker.hasSaid('greeting') || speaker.hasSaid('greeting.known') || speaker.hasSaid('identity');
  const [first, ...others] = replies;
  if (hasSpoken || saysItself || first?.type !== 'text') return replies;
  const { name } = await turn.shop.settings.read('shop');
  const intro = speaker.word('intro', { shop: name[turn.language] });
  const gap = turn.language === 'en' ? ' ' : '';
  return [{ ...first, text: `${intro}${gap}${first.text}` }, ...others];
}

function after(turn: Turn, reaction: Reaction): Dialogue {
  const { dialogue, speaker } = turn;
  const { handoff } = reaction;
  const strikes = { helped: 0, social: 0, asked: dialogue.strikes, missed: dialogue.strikes + 1 }[
    reaction.outcome
  ];
  const remembered = { ...dialogue, ...reaction.remember, spoken: speaker.spoken };
  if (handoff) {
    return { ...remembered, flow: null, strikes: 0, choices: [], tried: [] };
  }
  return {
    ...remembered,
    strikes,
    flow: reaction.flow ?? null,
    choices: reaction.choices ?? [],
    tried: triedSoFar(dialogue, reaction),
  };
}

function triedSoFar(dialogue: Dialogue, reaction: Reaction): Dialogue['tried'] {
  const all = [...dialogue.tried, ...(reaction.tried ?? [])];
  const byText = new Map(all.map((phrase) => [JSON.stringify(phrase), phrase]));
  return [...byText.values()].slice(-TRIED_KEPT);
}

async function factsOf(turn: Turn, reaction: Reaction): Promise<HandoffFacts> {
  const { intent, shop } = turn;
  const order = await orderInQuestion(turn, reaction.remember?.lastOrder ?? turn.dialogue.lastOrder);
  return {
    confidence: reaction.handoff?.confidence ?? intent.confidence,
    intent: intent.intent === 'human' ? null : intent.intent,
    entities: turn.entities,
    tried: triedSoFar(turn.dialogue, reaction),
    promises: [],
    order: order && factOf(order, shop.clock.now()),
  };
}

const HOUR_MS = 3_600_000;

function factOf(order: Order, now: Date): HandoffFacts['order'] {
  const { number, status, lateMs, placedAt } = order;
  return {
    number,
    status,
    paidDays: Math.max(0, Math.floor((now.getTime() - Date.parse(placedAt)) / (24 * HOUR_MS))),
    lateHours: lateMs === 0 ? 0 : Math.max(1, Math.round(lateMs / HOUR_MS)),
  };
}

/** What waits for an answer, up to which seq, and what the customer had said before that. */
type Unanswered = { text: string; seq: number; before: string | null };

/** The customer's lines since anybody of the shop's side last spoke, as one text. */
function unanswered(view: BotView): Unanswered {
  const lastAnswer = view.transcript.findLast((line) => line.author === 'bot' || line.author === 'agent');
  const lines = view.transcript.filter(
    (line) => line.author === 'customer' && line.seq > (lastAnswer?.seq ?? 0),
  );
  const earlier = view.transcript.findLast(
    (line) => line.author === 'customer' && line.seq < (lines[0]?.seq ?? 0),
  );
  return {
    text: lines.map((line) => line.text).join('\n'),
    seq: lines.at(-1)?.seq ?? 0,
    before: earlier?.text ?? null,
  };
}

function showTyping(facts: FactBus, view: BotView, isTyping: boolean): void {
  const { conversationId, customer } = view;
  facts.publish({ type: 'typing', conversationId, customerId: customer.id, by: { kind: 'bot' }, isTyping });
}
