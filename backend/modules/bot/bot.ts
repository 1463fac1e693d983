import type { Order } from '#shared/domain/customer';
import type { Content } from '#shared/domain/entry';
import type { ConversationId, ProductId } from '#shared/domain/ids';
import type { FactBus } from '../../runtime/facts.ts';
import { type FoundProduct, speaksOfKind } from '../catalogue/index.ts';
import { createHandoffPredictor, type HandoffPredictor } from '../handoff-prediction/index.ts';
import { detectLanguage, redact } from '../language/index.ts';
import { isAboutBot } from './answers.ts';
import { type Dialogue, parseDialogue } from './dialogue.ts';
import { orderInQuestion } from './flows/order-in-question.ts';
import { isOpen } from './hours.ts';
import type { BotConversations, BotSaying, BotView, HandoffFacts } from './ports.ts';
import { react } from './reacting.ts';
import { createSpeaker } from './speaker.ts';
import type { TextKey } from './texts/zh.ts';
import {
  answer,
  type BotShop,
  type Consulted,
  type HandoffReason,
  personChoice,
  type Reaction,
  type Turn,
  withSorrow,
} from './turn.ts';
import { type Unanswered, unanswered } from './unanswered.ts';
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
const QUESTION_KEPT = 500;

/** The bot over the shop's services. Loads the shipped predictor of handoffs. */
export function createBot(given: BotPorts): Bot {
  const ports = { ...given, predictor: createHandoffPredictor() };
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
async function compose(
  ports: BotPorts & { predictor: HandoffPredictor },
  view: BotView,
  said: Unanswered,
): Promise<BotSaying> {
  const before = parseDialogue(view.dialogue);
  const language = detectLanguage(said.text, view.language);
  const speaker = createSpeaker(language, before.spoken);
  const lastProduct = await productOf(ports.shop, before.lastProduct);
  const prediction = ports.predictor.predictHandoff({
    turns: view.transcript,
    moods: view.mood.curve,
    misses: before.strikes,
  });
  const today = await todayIn(ports.shop);
  const models = { intents: ports.intents, sentiment: ports.sentiment, knowledge: ports.shop.knowledge };
  const read = async (text: string): Promise<Turn> => {
    const meaning = await understand(models, {
      text,
      before: said.before,
      language,
      dialogue: before,
      today,
    });
    const [best = null] = await ports.shop.finder.find(meaning.text, 1);
    const found =
      best && lastProduct && pointsElsewhere(meaning.text, best) ? { ...best, isCalled: false } : best;
    const known = { language, prediction, lastProduct, view, dialogue: before, speaker, shop: ports.shop };
    return { ...known, ...meaning, found, only: read };
  };
  const turn = await read(said.text);
  const reaction = withoutHaste(turn, withThirdStrike(turn, await react(turn)));
  const { handoff } = reaction;
  const replies = handoff ? await handoffReplies(turn, reaction, handoff) : reaction.replies;
  const facts = await factsOf(turn, reaction);
  const dialogue = after(turn, reaction, said.seq);
  return {
    conversationId: view.conversationId,
    inReplyToSeq: said.seq,
    readUpTo: view.seq,
    replies: await introduced(turn, replies),
    dialogue,
    failures: handoff ? misses(turn, reaction) : dialogue.strikes,
    facts,
    ...(reaction.consulted ? { answer: noted(turn, reaction.consulted, said.seq) } : {}),
    ...(before.answeredSeq !== null && didNotHelp(turn, reaction) ? { rejectedSeq: before.answeredSeq } : {}),
    ...(handoff ? { handoff: { ...facts, trigger: handoff.trigger, reasons: handoff.reasons ?? [] } } : {}),
  };
}

/** “Is it waterproof?” is about the thing spoken of, though another is called so. */
function pointsElsewhere(text: string, { isNamed }: FoundProduct): boolean {
  return (
    !isNamed &&
    !speaksOfKind(text) &&
    /它|[这那][个件款双条顶只把盏]|\b(?:it|they|them|this one|that one)\b/iu.test(text)
  );
}

/** Misses in a row, this turn's included. */
function misses({ dialogue }: Turn, { outcome }: Reaction): number {
  return outcome === 'missed' ? dialogue.strikes + 1 : 0;
}

/** The shop's day, as `2026-11-22`. */
async function todayIn({ settings, clock }: BotShop): Promise<string> {
  const { timeZone } = await settings.read('shop');
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(clock.now());
}

async function productOf(shop: BotShop, id: string | null): Promise<Turn['lastProduct']> {
  const [known] = id ? await shop.catalogue.readProducts([id as ProductId]) : [];
  return known ?? null;
}

/** What the learning loop is told, without what identifies a person. */
function noted(turn: Turn, consulted: Consulted, seq: number): NonNullable<BotSaying['answer']> {
  const { language, intent } = turn;
  const outcome = consulted.articleId === null ? 'unanswered' : 'answered';
  const { articleId, confidence } = consulted;
  const question = redact(consulted.question ?? turn.text).slice(0, QUESTION_KEPT);
  return { seq, question, language, intent: intent.intent, articleId, confidence, outcome };
}

/** The customer says that the last answer was none, or asks the same again. */
function didNotHelp(turn: Turn, { consulted, outcome }: Reaction): boolean {
  const isRepeated = outcome === 'missed' && consulted?.articleId === turn.dialogue.lastArticle;
  return isAboutBot(turn.text) || turn.means === 'none' || turn.means === 'again' || isRepeated;
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

/**
 * What is said with a handoff: the flow's own words where it has some, else those for the trigger; and where nobody is there now, when somebody
 * will be.
 */
async function handoffReplies(turn: Turn, reaction: Reaction, reason: HandoffReason): Promise<Content[]> {
  const said =
    reaction.replies.length > 0
      ? reaction.replies
      : [answer(turn.speaker.say(keysOfTrigger[reason.trigger]))];
  const hours = await turn.shop.settings.read('service-hours');
  const { timeZone } = await turn.shop.settings.read('shop');
  if (turn.view.isStaffed || isOpen(hours, { now: turn.shop.clock.now(), timeZone })) return said;
  return [...said, answer(turn.speaker.say('handoff.closed', { from: hours.fromHour, to: hours.toHour }))];
}

const keysOfTrigger: Record<HandoffReason['trigger'], TextKey> = {
  'asked-for-person': 'handoff.asked',
  anger: 'handoff.anger',
  'falling-mood': 'handoff.falling-mood',
  'bot-failed': 'handoff.bot-failed',
  'sensitive-subject': 'handoff.sensitive',
  predicted: 'handoff.predicted',
};

/** The bot's first words in a conversation say what it is (rule T8); a greeting says so by itself. */
async function introduced(turn: Turn, replies: Content[]): Promise<Content[]> {
  const { speaker } = turn;
  const hasSpoken = turn.view.transcript.some((line) => line.author === 'bot');
  const saysItself =
    speaker.hasSaid('greeting') || speaker.hasSaid('greeting.known') || speaker.hasSaid('identity');
  const place = replies.findIndex(({ type }) => type === 'text');
  const first = replies[place];
  if (hasSpoken || saysItself || first?.type !== 'text') return replies;
  const { name } = await turn.shop.settings.read('shop');
  const intro = speaker.word('intro', { shop: name[turn.language] });
  const gap = turn.language === 'en' ? ' ' : '';
  return replies.with(place, { ...first, text: `${intro}${gap}${first.text}` });
}

function after(turn: Turn, reaction: Reaction, seq: number): Dialogue {
  const { dialogue, speaker } = turn;
  const { handoff } = reaction;
  const strikes = { helped: 0, social: 0, asked: dialogue.strikes, missed: dialogue.strikes + 1 }[
    reaction.outcome
  ];
  const called = turn.found?.isCalled ? { lastProduct: turn.found.product.id } : {};
  const remembered = { ...dialogue, ...called, ...reaction.remember, spoken: speaker.spoken };
  if (handoff) {
    const nothing = { flow: null, question: null, paused: null, digressions: 0, answeredSeq: null };
    return { ...remembered, ...nothing, strikes: 0, choices: [], tried: [] };
  }
  const flow = reaction.flow ?? null;
  const kept = flow ? dialogue : { paused: null, digressions: 0 };
  return {
    ...remembered,
    strikes,
    flow,
    choices: reaction.choices ?? [],
    question: flow ? (reaction.asks ?? null) : null,
    paused: reaction.paused === undefined ? kept.paused : reaction.paused,
    digressions: kept.digressions + Number(reaction.isAside ?? false),
    answeredSeq: (reaction.consulted?.articleId ?? reaction.remember?.lastArticle) ? seq : null,
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
    entities: [...turn.entities, ...productNamed(turn, reaction)].slice(0, ENTITIES_KEPT),
    tried: triedSoFar(turn.dialogue, reaction),
    promises: [],
    order: order && factOf(order, shop.clock.now()),
  };
}

/** The product that the turn is about, by the shop's own name. */
function productNamed({ lastProduct, language }: Turn, { remember }: Reaction): HandoffFacts['entities'] {
  const isIt = lastProduct !== null && (remember?.lastProduct ?? lastProduct.id) === lastProduct.id;
  return isIt ? [{ type: 'product', value: lastProduct.title[language].slice(0, 120) }] : [];
}

const ENTITIES_KEPT = 20;
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

function showTyping(facts: FactBus, view: BotView, isTyping: boolean): void {
  const { conversationId, customer } = view;
  facts.publish({ type: 'typing', conversationId, customerId: customer.id, by: { kind: 'bot' }, isTyping });
}
