import type { Language } from '#shared/domain/language';
import type { MessageMood } from '#shared/domain/mood';
import type { ClassifiedIntent, IntentModel } from '../intent/index.ts';
import type { KnowledgeHit, KnowledgeService } from '../knowledge/index.ts';
import { pickedChoice } from './answers.ts';
import { hasThatChoice, isArticleOnChoice, isOfIntent, withIntent } from './article-confidence.ts';
import { type Asked, findArticles } from './article-search.ts';
import { bare, withoutFillers, withoutHesitation } from './courtesies.ts';
import type { Dialogue } from './dialogue.ts';
import { findEntities } from './entities.ts';
import { speaksOfCancelling } from './flow-words.ts';
import { questionsIn, sureHit } from './several-questions.ts';
import { type Standing, standingOf } from './standing.ts';
import type { OneOfSeveral, Turn } from './turn.ts';
import { withUsualWords } from './usual-words.ts';

/** Scores the mood of a text. */
export type MoodReader = { score(text: string, language: Language): MessageMood };

export type BotModels = { intents: IntentModel; sentiment: MoodReader; knowledge: KnowledgeService };

type Said = { text: string; before: string | null; language: Language; dialogue: Dialogue; today: string };

/** What the customer's words mean, as far as can be told without the shop's data. */
export async function understand(
  models: BotModels,
  said: Said,
): Promise<
  Pick<Turn, 'text' | 'before' | 'standing' | 'intent' | 'means' | 'entities' | 'hits' | 'several' | 'said'>
> {
  const { language, dialogue, before } = said;
  const text = withUsualWords(withoutFillers(said.text));
  const picked = pickedChoice(lastLine(text), dialogue.choices);
  const intent = wishIn(models.intents, text.replaceAll('\n', language === 'zh' ? '，' : ', '), language);
  const topic = dialogue.answeredSeq === null ? null : dialogue.topic;
  const found = await findArticles(models.knowledge, { text, before, topic, language });
  const standing = standingIn(text, { before, topic, language });
  const questions = picked ? [] : questionsIn(text, language);
  return {
    text,
    before,
    standing,
    intent,
    means: picked?.means ?? null,
    entities: findEntities(text, said.today),
    hits: judged(found, { text, intent, language, standing }),
    several: questions.length < 2 ? [] : await findSeveral(models, questions, { before, topic, language }),
    said: models.sentiment.score(text, language),
  };
}

/** How far a text stands on what an article answered before; where none did, it stands alone. */
function standingIn(text: string, { before, topic, language }: Omit<Asked, 'text'>): Standing {
  return before === null || topic === null ? 'alone' : standingOf(bare(text), language);
}

/** The articles that may be said to this text, with the chance of each as the intent makes it; a fragment's own intent says nothing. */
function judged(
  found: readonly KnowledgeHit[],
  { text, intent, language, standing }: Pick<Turn, 'text' | 'intent' | 'language' | 'standing'>,
): KnowledgeHit[] {
  const sorted = (hits: readonly KnowledgeHit[]): KnowledgeHit[] =>
    hits.toSorted((a, b) => b.confidence - a.confidence);
  const open = found.filter((hit) => !isArticleOnChoice(hit) || hasThatChoice(hit, text));
  if (standing !== 'alone') return sorted(open);
  const fitting = open
    .filter((hit) => !isOfIntent(hit, 'cancel-order') || speaksOfCancelling(text))
    .map((hit) => ({ ...hit, confidence: withIntent(hit, intent, language) }));
  return sorted(fitting);
}

/** What a greeting before the matter makes of the whole. */
const saysLittle: ReadonlySet<string> = new Set(['other', 'greeting', 'thanks']);

/** The model's view of the text, or of what is left of it without courtesies where it sees nothing else in the whole. */
function wishIn(intents: IntentModel, said: string, language: Language): ClassifiedIntent {
  const text = withoutHesitation(said);
  const whole = intents.classify(text, language);
  const rest = bare(text);
  return saysLittle.has(whole.intent) && rest !== text ? intents.classify(rest, language) : whole;
}

/** Each of several questions with its article; each may stand on the one before it. */
async function findSeveral(
  models: BotModels,
  questions: readonly string[],
  first: Omit<Asked, 'text'>,
): Promise<OneOfSeveral[]> {
  const { language } = first;
  const several: OneOfSeveral[] = [];
  let { before, topic } = first;
  for (const question of questions) {
    const intent = models.intents.classify(question, language);
    const found = await findArticles(models.knowledge, {
      text: question,
      before,
      topic,
      language,
      isClose: several.length > 0,
    });
    const standing = standingIn(question, { before, topic, language });
    const hit = sureHit(judged(found, { text: question, intent, language, standing }));
    several.push({ question, hit });
    before = question;
    topic = hit?.intent ?? null;
  }
  return several;
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? text;
}
