import type { Content } from '#shared/domain/entry';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { Language, Phrase } from '#shared/domain/language';
import type { MessageMood } from '#shared/domain/mood';
import type { Clock } from '../../runtime/clock.ts';
import type { CardMaker } from '../cards/index.ts';
import type { CatalogueService, FoundProduct, Product, ProductFinder } from '../catalogue/index.ts';
import type { HandoffPrediction } from '../handoff-prediction/index.ts';
import type { ClassifiedIntent } from '../intent/index.ts';
import type { KnowledgeHit, KnowledgeService } from '../knowledge/index.ts';
import type { OrderService } from '../orders/index.ts';
import type { RecommendationService } from '../recommendations/index.ts';
import type { SettingsService } from '../settings/index.ts';
import type { Dialogue, FlowState, Paused } from './dialogue.ts';
import type { Entity } from './entities.ts';
import type { BotView } from './ports.ts';
import type { Speaker } from './speaker.ts';
import type { Standing } from './standing.ts';

/** The shop's services that flows ask. */
export type BotShop = {
  orders: OrderService;
  catalogue: CatalogueService;
  finder: ProductFinder;
  cards: CardMaker;
  knowledge: KnowledgeService;
  recommendations: RecommendationService;
  settings: SettingsService;
  clock: Clock;
};

/** A question out of a message that holds several, and the article that answers it; `null` where none surely does. */
export type OneOfSeveral = { question: string; hit: KnowledgeHit | null };

/** All that is known when the bot answers: what was said, what it means, and how the conversation stands. */
export type Turn = {
  /** Everything that the customer said since the last answer. */
  text: string;
  /** What they had said before that, if anything. */
  before: string | null;
  /** How far these words stand on that. */
  standing: Standing;
  language: Language;
  intent: ClassifiedIntent;
  /** The mood of these words alone. */
  said: MessageMood;
  /** What a tapped choice means, such as `order:<id>`; `null` for words of the customer's own. */
  means: string | null;
  entities: Entity[];
  /** Articles that may answer, best first, their confidence raised where the intent agrees. */
  hits: KnowledgeHit[];
  /** Where the message holds several questions, each with its article. */
  several: OneOfSeveral[];
  /** Whether a person should take over, by how the dialogue has gone so far. */
  prediction: HandoffPrediction;
  /** The product that fits these words best, if any does. */
  found: FoundProduct | null;
  /** The product spoken of last, as the shop knows it now. */
  lastProduct: Product | null;
  view: BotView;
  dialogue: Dialogue;
  speaker: Speaker;
  shop: BotShop;
  /** The same turn as if only this part of it had been said. */
  only(text: string): Promise<Turn>;
};

/** Something to tap. */
export type Choice = { text: string; means: string };

/** That a person is needed, and why. */
export type HandoffReason = {
  /** Never `taken-over`: that is an agent's doing. */
  trigger: Exclude<HandoffTrigger, 'taken-over'>;
  confidence: number;
  /** What speaks for it beside the trigger, most important first. */
  reasons?: Phrase[];
};

/** What the knowledge base was asked, and the article that was said, if any. */
export type Consulted = {
  articleId: string | null;
  confidence: number;
  /** The question, where it is only a part of what was said. */
  question?: string;
};

/**
 * What the bot does in a turn. `helped` ends a row of misses, `missed` adds one, `asked` and `social` leave it as it is.
 * `remember` changes what the bot knows of the conversation.
 */
export type Reaction = {
  outcome: 'helped' | 'asked' | 'missed' | 'social';
  replies: Content[];
  choices?: Choice[];
  flow?: FlowState | null;
  tried?: Phrase[];
  handoff?: HandoffReason;
  remember?: Partial<Pick<Dialogue, 'lastArticle' | 'topic' | 'lastProduct' | 'lastOrder' | 'shown'>>;
  /** The question on which `flow` waits; to it the bot comes back when something else comes between. */
  asks?: string | null;
  /** What waits behind `flow`; absent: whatever waited before. */
  paused?: Paused | null;
  /** Something came between a question and its answer. */
  isAside?: boolean;
  consulted?: Consulted;
};

/** The names of the flows; each is a file beside this one. */
export type FlowName =
  | 'faq'
  | 'order-status'
  | 'return'
  | 'refund'
  | 'cancel'
  | 'address'
  | 'recommend'
  | 'product'
  | 'compare'
  | 'size'
  | 'trouble'
  | 'change'
  | 'complaint'
  | 'social';

/**
 * One thing that the bot can do, as a small state machine. `begin` starts it; `resume` goes on from a step, or gives `null` where what was said
 * does not belong to it, so that it is understood afresh.
 */
export type Flow = {
  begin(turn: Turn): Promise<Reaction>;
  resume?(turn: Turn, state: FlowState): Promise<Reaction | null>;
};

/** A text reply with its choices (at most six fit). */
export function answer(text: string, choices: readonly Choice[] = []): Content {
  const shown = choices.slice(0, 6).map((choice) => ({ text: choice.text.slice(0, 80) }));
  return shown.length === 0 ? { type: 'text', text } : { type: 'text', text, choices: shown };
}

/** Says these words and calls a person, because only a person can do what is wanted; `confidence`, from 0 to 1, that it is so. */
export function needsPerson(text: string, confidence: number): Reaction {
  const reasons = [{ code: 'predicted.needs-person', params: {} }];
  return {
    outcome: 'helped',
    replies: [answer(text)],
    flow: null,
    handoff: { trigger: 'predicted', confidence, reasons },
  };
}

/** A question with choices that waits for its answer in this step. */
export function ask(
  turn: Turn,
  question: { text: string; choices: Choice[]; flow: FlowState | null; also?: Content[] },
): Reaction {
  const choices = question.choices
    .slice(0, 6)
    .map((choice) => ({ ...choice, text: choice.text.slice(0, 80) }));
  const replies = [...(question.also ?? []), answer(withSorrow(turn, question.text), choices)];
  return { outcome: 'asked', replies, choices, flow: question.flow, asks: question.text };
}

/** Below this somebody is upset enough to be told that we are sorry. */
const UPSET = -0.33;

/** Puts a word of regret before an answer to somebody upset, twice in a conversation at most. */
export function withSorrow(turn: Turn, text: string): string {
  if (!isUpset(turn) || (turn.speaker.spoken['mood.sorry'] ?? 0) >= 2) return text;
  return `${turn.speaker.say('mood.sorry')}${turn.language === 'en' ? ' ' : ''}${text}`;
}

/** Upset by their words of now, where words say so, or by all that they said. */
export function isUpset({ said, view }: Turn): boolean {
  const saysSo = said.score <= UPSET && said.cues.length > 0 && said.confidence >= 0.6;
  return saysSo || (view.mood.score <= UPSET && said.score < 0);
}

/** The choice to talk to a person. */
export function personChoice(turn: Turn): Choice {
  return { text: turn.speaker.word('choice.person'), means: 'person' };
}
