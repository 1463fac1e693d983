import type { Language } from '#shared/domain/language';
import type { KnowledgeHit } from '../knowledge/index.ts';
import { isQuestion, SURE } from './flows/faq.ts';
import { factAsked } from './flows/product.ts';
import { standingOf } from './standing.ts';
import {
  answer,
  type FlowName,
  type OneOfSeveral,
  personChoice,
  type Reaction,
  type Turn,
  withSorrow,
} from './turn.ts';

/** More than so many are a letter: a person reads it better. */
const MOST = 4;
const SHORTEST: Record<Language, number> = { zh: 2, en: 8 };

const breaks: Record<Language, RegExp> = {
  zh: /[?？\n；;。!！，,]+|\s+(?=\p{Script=Han})|(?:还有|另外|顺便问?一?下?|以及)(?=.{3,})/u,
  en: /[?\n;]+|[.!](?:\s|$)|,\s*(?=(?:and |also |plus )?(?:how|what|when|where|who|which|do|does|can|could|is|are|will|would)\b)|\s(?:and|also|plus)\s+(?=(?:how|what|when|where|who|which|do|does|can|could|is|are|will|would)\b)/iu,
};

/** The questions of a message, each by itself; none where there are too many to take one by one. */
export function questionsIn(text: string, language: Language): string[] {
  const pieces = text
    .split(breaks[language])
    .map((piece) => piece.trim().replace(/^(?:and|also|plus|那|然后|再)\s*/iu, ''))
    .filter((piece) => piece.length >= SHORTEST[language]);
  const questions = pieces.filter((piece) => asks(piece));
  return questions.length <= MOST ? questions : [];
}

/** A question, also without its mark: “几天发货”, “发什么快递”. */
function asks(piece: string): boolean {
  const isAsked =
    /(?<!好)几|[哪谁啥]|多(?=[少久大长重远高贵厚])|什么|怎么|能否|可否|^(?:is|are|do|does|did|can|could|will|would|should|may|has|have)\b/iu;
  return isQuestion(piece) || isAsked.test(piece);
}

/** The article for one of the questions, where one is sure. */
export function sureHit(hits: readonly KnowledgeHit[]): KnowledgeHit | null {
  const [best] = hits;
  return best && best.confidence >= SURE ? best : null;
}

/**
 * All the answers in one message, and which question is left; `null` where fewer than two of them can be answered. One will do where nothing but
 * an article is `asked` for, and the other question stands for itself.
 */
export function answerSeveral(turn: Turn, asked: FlowName): Reaction | null {
  const { several, speaker, language } = turn;
  const answers = several.map((one) => answerTo(turn, one));
  const told = [...new Set(answers.filter((text) => text !== null))];
  const hits = [...new Map(several.flatMap(({ hit }) => (hit ? [[hit.id, hit] as const] : []))).values()];
  const left = several.filter((_, place) => answers[place] === null).map(({ question }) => question);
  const isHalf = asked === 'faq' && told.length === 1 && left.length === 1;
  if (told.length < 2 && !(isHalf && standingOf(left[0] ?? '', language) !== 'wholly')) return null;
  const list = isHalf ? told : told.map((text, place) => `${place + 1}. ${text}`);
  const rest = left.length > 0 ? [speaker.say('several.left', { question: left.join(' / ') })] : [];
  const choices = left.length > 0 ? [personChoice(turn)] : [];
  const last = hits.at(-1);
  return {
    outcome: 'helped',
    replies: [answer(withSorrow(turn, [...list, ...rest].join('\n')), choices)],
    choices,
    flow: null,
    tried: hits.map((hit) => ({
      code: 'tried.answered-with',
      params: { zh: hit.title.zh, en: hit.title.en },
    })),
    ...(last ? { remember: { lastArticle: last.id, topic: last.intent } } : {}),
    ...consultedOn(left.join(' / '), last),
  };

  function answerTo({ found }: Turn, { question, hit }: OneOfSeveral): string | null {
    const fact = found?.isCalled ? factAsked(turn, found.product, question) : null;
    return fact ?? hit?.answer[language] ?? null;
  }
}

/** What the learning loop hears: of several questions the one without an answer, else the last. */
function consultedOn(left: string, last: KnowledgeHit | undefined): Pick<Reaction, 'consulted'> {
  if (left !== '') return { consulted: { articleId: null, confidence: 0, question: left } };
  return last ? { consulted: { articleId: last.id, confidence: last.confidence } } : {};
}
