import type { Language } from '#shared/domain/language';
import type { MessageMood } from '#shared/domain/mood';
import { withoutKinds } from '../catalogue/index.ts';
import type { ClassifiedIntent, IntentModel } from '../intent/index.ts';
import type { KnowledgeHit, KnowledgeService } from '../knowledge/index.ts';
import { pickedChoice } from './answers.ts';
import { hasThatChoice, isArticleOnChoice, withIntent } from './article-confidence.ts';
import type { Dialogue } from './dialogue.ts';
import { findEntities } from './entities.ts';
import { questionsIn, sureHit } from './several-questions.ts';
import type { OneOfSeveral, Turn } from './turn.ts';
import { withUsualWords } from './usual-words.ts';

/** Scores the mood of a text. */
export type MoodReader = { score(text: string, language: Language): MessageMood };

export type BotModels = { intents: IntentModel; sentiment: MoodReader; knowledge: KnowledgeService };

/** What the customer's words mean, as far as can be told without the shop's data. */
export async function understand(
  models: BotModels,
  said: { text: string; before: string | null; language: Language; dialogue: Dialogue; today: string },
): Promise<Pick<Turn, 'text' | 'intent' | 'means' | 'entities' | 'hits' | 'several' | 'said'>> {
  const { language, dialogue } = said;
  const text = withUsualWords(withoutFillers(said.text));
  const picked = pickedChoice(lastLine(text), dialogue.choices);
  const intent = wishIn(models.intents, text.replaceAll('\n', language === 'zh' ? '，' : ', '), language);
  const found = await findArticles(models.knowledge, { text: bare(text), before: said.before, language });
  const hits = found
    .filter((hit) => !isArticleOnChoice(hit) || hasThatChoice(hit, text))
    .map((hit) => ({ ...hit, confidence: withIntent(hit, intent, language) }))
    .toSorted((a, b) => b.confidence - a.confidence);
  const questions = picked ? [] : questionsIn(text, language);
  const several = questions.length < 2 ? [] : await findSeveral(models, questions, language);
  const mood = models.sentiment.score(text, language);
  return {
    text,
    intent,
    means: picked?.means ?? null,
    entities: findEntities(text, said.today),
    hits,
    several,
    said: mood,
  };
}

/** What people type before they come to the point. */
const filler =
  /^(?:在吗|在么|在不在|有人吗|你好|您好|亲|哈喽|请问(?:一下)?|(?:我)?(?:想)?(?:请)?问(?:一)?下|有个问题|hello|hi|hey|excuse me|(?:a )?quick question|i have a question|anyone there)[\s?？。.!！,，~]*$/iu;

/** Of several lines sent in a row, those that say something; all of them where none does. */
function withoutFillers(text: string): string {
  const lines = text.split('\n');
  const telling = lines.filter((line) => !filler.test(line.trim()));
  return telling.length === 0 ? text : telling.join('\n');
}

const courtesies =
  /您好|你好|请问(?:一下)?|(?:就是)?(?:我)?(?:就)?(?:想|要)?(?:问|咨询|请教|了解)(?:一)?下(?:子)?|不好意思|打扰(?:一下|了)?|麻烦(?:您|你|问下)?|谢谢(?:您|你)?|哈喽|[～~]|\b(?:hi(?: there)?|hello|please|sorry to bother you|excuse me|thanks?|thank you|(?:i )?(?:just )?(?:wanted|want|would like) to (?:ask|know)(?: if| whether| about)?|i was wondering(?: if)?|quick question|pls|plz|btw)\b[,!.:]?/giu;

/** “If I return something, …”, before the question itself. */
const condition =
  /^(?:if|when|once) (?:i|we)\b[^,?]{3,40}?,? (?=(?:how|what|when|who|where|do|does|can|will)\b)|^(?:如果|要是|假如|假设).{1,16}?(?:的话[，,\s]*|[，,\s]+)(?=.{4,})/iu;

/** The text without its courtesies and conditions, which say little of what is asked; as it was where nothing else is left. */
function bare(text: string): string {
  const rest = text
    .replace(hesitation, '')
    .replace(courtesies, ' ')
    .replace(/^[\s，,。.!！]+/u, '')
    .replace(condition, '')
    .trim();
  return rest.length < 2 ? text : rest;
}

/** With what people stop themselves; it says nothing of what comes after. */
const hesitation = /^(?:(?:等等|等一下|等下|慢着|对了|wait|hang on|hold on)[\s，,。.!！、]*)+/iu;

/** The model's view of the text, or of what is left of it without courtesies where it sees nothing in the whole. */
function wishIn(intents: IntentModel, said: string, language: Language): ClassifiedIntent {
  const text = said.replace(hesitation, '') || said;
  const whole = intents.classify(text, language);
  const rest = bare(text);
  return whole.intent === 'other' && rest !== text ? intents.classify(rest, language) : whole;
}

/** Articles for the text, or for the one question in it; where it says too little by itself, for it and what was asked before. */
async function findArticles(
  knowledge: KnowledgeService,
  { text, before, language }: { text: string; before: string | null; language: Language },
): Promise<KnowledgeHit[]> {
  const whole = await knowledge.search(text, { language, limit: 5 });
  const [question, other] = questionsIn(text, language);
  const isTold = question !== undefined && other === undefined && question.length < text.length;
  const asked = isTold ? await knowledge.search(bare(question), { language, limit: 5 }) : [];
  const alone = surestOf([...whole, ...asked, ...(await ofAnyGoods(knowledge, text, language))]);
  if (before === null || !isFollowUp(text) || (alone[0]?.confidence ?? 0) >= ENOUGH) return alone;
  const together = await knowledge.search(`${before} ${text}`, { language, limit: 5 });
  return (together[0]?.confidence ?? 0) > (alone[0]?.confidence ?? 0) ? together : alone;
}

/** Of which goods it is asked makes no difference to articles on orders and stock: the question without them, for those alone. */
async function ofAnyGoods(
  knowledge: KnowledgeService,
  text: string,
  language: Language,
): Promise<KnowledgeHit[]> {
  const rest = withoutKinds(text);
  if (rest === text || rest.trim().length < LEAST_QUESTION) return [];
  const found = await knowledge.search(rest, { language, limit: 5 });
  return found.filter(({ intent }) => intent !== null && !isArticleOnGoods(intent));
}

/** Fewer characters than this ask nothing. */
const LEAST_QUESTION = 4;

function isArticleOnGoods(intent: string): boolean {
  return /^(?:product|care|size)\./u.test(intent);
}

/** Each article once, with the higher of its chances, likeliest first. */
function surestOf(hits: readonly KnowledgeHit[]): KnowledgeHit[] {
  const sorted = hits.toSorted((a, b) => b.confidence - a.confidence);
  return sorted.filter(({ id }, place) => sorted.findIndex((hit) => hit.id === id) === place);
}

/** Each of several questions with its article. */
async function findSeveral(
  models: BotModels,
  questions: readonly string[],
  language: Language,
): Promise<OneOfSeveral[]> {
  return await Promise.all(
    questions.map(async (question) => {
      const intent = models.intents.classify(question, language);
      const found = await models.knowledge.search(bare(question), { language, limit: 3 });
      const hits = found
        .map((hit) => ({ ...hit, confidence: withIntent(hit, intent, language) }))
        .toSorted((a, b) => b.confidence - a.confidence);
      return { question, hit: sureHit(hits) };
    }),
  );
}

const LONGEST_FOLLOW_UP: Record<Language, number> = { zh: 30, en: 48 };

/** An article this sure needs no help from what was said before. */
const ENOUGH = 0.6;

/** “And to Singapore?”, “roughly how long?”: a question that stands on the one before it. */
function isFollowUp(text: string): boolean {
  if (text.length > LONGEST_FOLLOW_UP[/\p{Script=Han}/u.test(text) ? 'zh' : 'en']) return false;
  return /^(?:and|but|it\b|what about|how about|那么?|但是?|可是?|如果|要是|大概|一般)|呢[?？]?$/iu.test(
    text.trim(),
  );
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? text;
}
