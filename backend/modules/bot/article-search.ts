import type { Language } from '#shared/domain/language';
import { withoutKinds } from '../catalogue/index.ts';
import type { KnowledgeHit, KnowledgeService } from '../knowledge/index.ts';
import { detectLanguage } from '../language/index.ts';
import { areKin, shifted } from './article-confidence.ts';
import { asksForFact, speaksOf, tells } from './article-sentence.ts';
import { bare } from './courtesies.ts';
import { isQuestion } from './flows/faq.ts';
import { questionsIn } from './several-questions.ts';
import { standingOf } from './standing.ts';

/**
 * What an article is looked for by: the words, what the customer said before them, and of what kind the article was that answered that. `isClose` where
 * both stand in one message: then a word that points back can only mean what stands before it.
 */
export type Asked = {
  text: string;
  before: string | null;
  topic: string | null;
  isClose?: boolean;
  language: Language;
};

const MOST = 5;
/** An article this sure is what both together ask for. */
const ENOUGH = 0.6;
/** An article this sure needs no help from what was said before. */
const SURE_ALONE = 0.7;
/** An article on what is talked about is likelier by so many logits than the words alone say. */
const OF_TOPIC = 1.2;
/** Then it comes before what was told already. */
const NEAR = 0.45;
/** Fewer characters than this ask nothing. */
const LEAST_QUESTION = 4;

/** Articles that may answer, likeliest first; words that say too little by themselves are read with what was said before them. */
export async function findArticles(knowledge: KnowledgeService, asked: Asked): Promise<KnowledgeHit[]> {
  const { text, language, before } = asked;
  const alone = await findAlone(knowledge, text, language);
  const standing = standingOf(bare(text), language);
  const isSure = (alone[0]?.confidence ?? 0) >= SURE_ALONE;
  if (standing === 'alone' || before === null || (isSure && asked.topic === null)) return alone;
  const together = await findTogether(knowledge, asked);
  const tellers = together.filter((hit) => isToldBy(hit, asked));
  const told = tellers.find(({ intent }) => intent === asked.topic) ?? tellers[0];
  if (told) return ahead(told, alone);
  const isKin = asked.isClose ?? areKin(alone[0]?.intent, together[0]?.intent);
  return isSure && standing === 'partly' && !isKin ? alone : onTopic(asked, { alone, together });
}

/** What is talked about already, where it tells what is asked. */
function isToldBy({ intent, answer }: KnowledgeHit, { text, topic, language }: Asked): boolean {
  return areKin(intent, topic) && tells(text, answer[language], language);
}

/** The kin of what is talked about goes first, then whatever both together find; not the same again, unless it speaks of what is asked. */
function onTopic(
  { text, topic, language }: Asked,
  { alone, together }: Record<'alone' | 'together', KnowledgeHit[]>,
): KnowledgeHit[] {
  const near = alone.map((hit) =>
    areKin(hit.intent, topic) ? { ...hit, confidence: shifted(hit.confidence, OF_TOPIC) } : hit,
  );
  const isOn = ({ intent }: KnowledgeHit): boolean => areKin(intent, topic);
  const kin = near.filter((hit) => isOn(hit) && hit.intent !== topic && hit.confidence >= NEAR);
  if (kin[0]) return ahead(kin[0], near);
  const isMore = ({ intent, answer }: KnowledgeHit): boolean =>
    topic === null ||
    intent !== topic ||
    (isQuestion(text) && !asksForFact(text) && speaksOf(text, answer[language], language));
  const left = together.filter(isMore);
  const isFound = (left[0]?.confidence ?? 0) >= ENOUGH;
  return isFound ? left : surestOf([...near, ...left]);
}

/** Articles for what was asked before and these words as one question; nothing where they are in two languages. */
async function findTogether(
  knowledge: KnowledgeService,
  { text, before, language }: Asked,
): Promise<KnowledgeHit[]> {
  if (before === null || detectLanguage(before, language) !== language) return [];
  return await knowledge.search(`${before} ${text}`, { language, limit: MOST });
}

/** Articles for the text, or for the one question in it. */
async function findAlone(
  knowledge: KnowledgeService,
  text: string,
  language: Language,
): Promise<KnowledgeHit[]> {
  const whole = await knowledge.search(text, { language, limit: MOST });
  const [question, other] = questionsIn(text, language);
  const isTold = question !== undefined && other === undefined && question.length < text.length;
  const asked = isTold ? await knowledge.search(bare(question), { language, limit: MOST }) : [];
  const rest = bare(text);
  const plain = rest === text ? [] : await knowledge.search(rest, { language, limit: MOST });
  return surestOf([...whole, ...plain, ...asked, ...(await ofAnyGoods(knowledge, text, language))]);
}

/** Of which goods it is asked makes no difference to articles on orders and stock: the question without them, for those alone. */
async function ofAnyGoods(
  knowledge: KnowledgeService,
  text: string,
  language: Language,
): Promise<KnowledgeHit[]> {
  const rest = withoutKinds(text);
  if (rest === text || rest.trim().length < LEAST_QUESTION) return [];
  const found = await knowledge.search(rest, { language, limit: MOST });
  return found.filter(({ intent }) => intent !== null && !isArticleOnGoods(intent));
}

function isArticleOnGoods(intent: string): boolean {
  return /^(?:product|care|size)\./u.test(intent);
}

/** Each article once, with the higher of its chances, likeliest first. */
function surestOf(hits: readonly KnowledgeHit[]): KnowledgeHit[] {
  return inOrder(hits.toSorted((a, b) => b.confidence - a.confidence));
}

/** The article before the others, and no less likely than they. */
function ahead(first: KnowledgeHit, others: readonly KnowledgeHit[]): KnowledgeHit[] {
  const confidence = Math.max(first.confidence, ...others.map((hit) => hit.confidence));
  return inOrder([{ ...first, confidence }, ...others]);
}

/** Each article once, where it comes first. */
function inOrder(hits: readonly KnowledgeHit[]): KnowledgeHit[] {
  return hits.filter(({ id }, place) => hits.findIndex((hit) => hit.id === id) === place);
}
