import type { Language } from '#shared/domain/language';
import type { IntentName } from '../../intent/index.ts';
import type { KnowledgeHit } from '../../knowledge/index.ts';
import { isAboutBot } from '../answers.ts';
import { isOfIntent } from '../article-confidence.ts';
import { isSameQuestion, sentencesOn } from '../article-sentence.ts';
import {
  answer,
  ask,
  type Choice,
  type Consulted,
  type Flow,
  isUpset,
  personChoice,
  type Reaction,
  type Turn,
  withSorrow,
} from '../turn.ts';
import { isSmallTalk, saysNothing } from './social-words.ts';

/** From here on an article is taken to answer; below `LIKELY` it is not even offered. */
export const SURE = 0.6;
const LIKELY = 0.3;
/** Less sure than that will do where no other article comes near. */
export const FAIRLY_SURE = 0.45;
const CLEAR_LEAD = 0.2;
/** The model says with this certainty that a message is about nothing that we do. */
const OFF_TOPIC = 0.8;
/** Then an article must be this sure to be said all the same; of English subjects the model knows fewer. */
const VERY_SURE: Record<Language, number> = { zh: 0.75, en: SURE };

/** Answers from the knowledge base: says what it is sure of, asks one question where it is not, and owns up when it knows nothing. */
export const faq: Flow = {
  async begin(turn) {
    const tapped = turn.means?.startsWith('article:') ? turn.means.slice('article:'.length) : null;
    const [best, second] = turn.hits;
    if (tapped === null && saysNothing(turn.text)) return notUnderstood(turn);
    const chosen = tapped ? (turn.hits.find((hit) => hit.id === tapped) ?? null) : null;
    if (chosen) return answerFromKnowledge(turn, chosen);
    if (!best || best.confidence < (isOffTopic(turn) ? FAIRLY_SURE : LIKELY)) return notUnderstood(turn);
    return isClear(turn, best, second) ? answerFromKnowledge(turn, best) : clarify(turn);
  },
};

/** Whether the best article may be said without asking back. */
function isClear(turn: Turn, best: KnowledgeHit, second: KnowledgeHit | undefined): boolean {
  if (isOffTopic(turn)) return best.confidence >= VERY_SURE[turn.language];
  if (best.confidence >= SURE) return true;
  return best.confidence >= FAIRLY_SURE && best.confidence - (second?.confidence ?? 0) >= CLEAR_LEAD;
}

/** Whether the message seems to be about nothing that we do; of a few words that go on from an article nothing can be told. */
function isOffTopic({ intent, standing }: Turn): boolean {
  return standing === 'alone' && intent.intent === 'other' && intent.confidence >= OFF_TOPIC;
}

/** Says an article, with words before it and choices after it. Asked for again it is said again, but counts as a miss. */
export function answerFromKnowledge(
  turn: Turn,
  hit: KnowledgeHit,
  { choices = [], before = '' }: { choices?: readonly Choice[]; before?: string } = {},
): Reaction {
  const text = hit.answer[turn.language];
  const consulted = { articleId: hit.id, confidence: hit.confidence };
  const gap = turn.language === 'en' ? ' ' : '';
  const tried = [{ code: 'tried.answered-with', params: { zh: hit.title.zh, en: hit.title.en } }];
  const more = turn.dialogue.lastArticle === hit.id ? moreOf(turn, text) : null;
  if (more !== null) return { outcome: 'helped', replies: [answer(more)], flow: null, consulted, tried };
  if (turn.dialogue.lastArticle === hit.id && turn.dialogue.strikes === 0) {
    const offered = [personChoice(turn)];
    const again = turn.speaker.say('answered.again', { answer: text });
    return { outcome: 'missed', replies: [answer(again, offered)], choices: offered, flow: null, consulted };
  }
  if (turn.dialogue.lastArticle === hit.id) {
    const offered = [personChoice(turn), { text: turn.speaker.word('choice.again'), means: 'again' }];
    return {
      outcome: 'missed',
      replies: [answer(withSorrow(turn, turn.speaker.say('unsure.offer-person')), offered)],
      choices: offered,
      flow: null,
      consulted,
    };
  }
  const offered = choices.length === 0 && isUpset(turn) ? [personChoice(turn)] : choices;
  return {
    outcome: 'helped',
    replies: [answer(before ? `${before}${gap}${text}` : withSorrow(turn, text), offered)],
    choices: [...offered],
    flow: null,
    consulted,
    tried,
    remember: { lastArticle: hit.id, topic: hit.intent },
  };
}

/** Another question that the same article answers: the part of it that does. */
function moreOf({ text, before, language, view, standing }: Turn, article: string): string | null {
  const isAsked = isQuestion(text) || standing !== 'alone';
  if (!isAsked || before === null || isSameQuestion(text, before, language)) return null;
  const said = sentencesOn(text, article, language);
  const wasSaid = view.transcript.findLast(({ author }) => author === 'bot')?.text === said;
  return wasSaid ? null : said;
}

/** What can be told a stranger without knowing any order: the article on it, where there is one that fits. */
export function generalAnswer(turn: Turn, intent: IntentName): Reaction | null {
  const namesOrder = turn.entities.some(({ type }) => type === 'order-number');
  if (turn.view.customer.isVerified || turn.means !== null || namesOrder) return null;
  const own = turn.hits.find((hit) => isOfIntent(hit, intent));
  if (own && own.confidence >= SURE) return answerFromKnowledge(turn, own);
  const [best] = turn.hits;
  const isAsked = isQuestion(turn.text) && best !== undefined && best.confidence >= VERY_SURE[turn.language];
  return isAsked ? answerFromKnowledge(turn, best) : null;
}

function clarify(turn: Turn): Reaction {
  const titles = turn.hits
    .filter((hit) => hit.confidence >= LIKELY)
    .slice(0, 3)
    .map((hit) => ({ text: hit.title[turn.language], means: `article:${hit.id}` }));
  const choices = [...titles, { text: turn.speaker.word('choice.none'), means: 'none' }, personChoice(turn)];
  const question = ask(turn, { text: turn.speaker.say('unsure.ask'), choices, flow: null });
  const isAstray = isOffTopic(turn) || turn.dialogue.strikes > 0;
  return { ...question, consulted: nothingFound(turn), outcome: isAstray ? 'missed' : 'asked' };
}

/** The knowledge base was asked and had nothing to say. */
function nothingFound({ hits }: Turn): Consulted {
  return { articleId: null, confidence: hits[0]?.confidence ?? 0 };
}

/** Nothing known fits: first asks which subject it is, then offers a person. The third miss is a handoff (see the bot's turn). */
export function notUnderstood(turn: Turn): Reaction {
  const { speaker } = turn;
  const consulted = turn.means === null && !saysNothing(turn.text) ? { consulted: nothingFound(turn) } : {};
  if (turn.dialogue.strikes === 0 && !saysMore(turn)) {
    const choices = [
      { text: speaker.word('choice.order-status'), means: 'start:order-status' },
      { text: speaker.word('choice.return'), means: 'start:return' },
      { text: speaker.word('choice.recommend'), means: 'start:recommend' },
      personChoice(turn),
    ];
    const text = speaker.say(isSmallTalk(turn.text) ? 'unsure.beside' : 'unsure.open');
    return { ...ask(turn, { text, choices, flow: null }), ...consulted, outcome: 'missed' };
  }
  const choices = [personChoice(turn), { text: speaker.word('choice.again'), means: 'again' }];
  return {
    ...ask(turn, { text: speaker.say('unsure.offer-person'), choices, flow: null }),
    ...consulted,
    outcome: 'missed',
  };
}

/** “Waited twenty minutes, still nothing”, after an article: it did not do, and no list of subjects will. */
function saysMore({ text, means, dialogue, standing }: Turn): boolean {
  const isStatement = means === null && !isQuestion(text) && !saysNothing(text) && !isAboutBot(text);
  return isStatement && dialogue.answeredSeq !== null && standing === 'alone';
}

/** Whether a text asks how things are in general, rather than wanting something done now. */
export function isQuestion(text: string): boolean {
  return /[?？]|吗|嘛$|么$|(\p{Script=Han})不\1|[不没否](?=[\s~～。]*$)|咋|啥|怎么|如何|多久|多少|(?<!好)几天|谁出|谁付|能不能|可不可以|是不是|什么|哪|规则|政策|\b(?:how|what|who|when|which|can i|could i|do i|do you|is it|are there|policy)\b/iu.test(
    text,
  );
}
