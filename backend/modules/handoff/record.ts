import type { Entry } from '#shared/domain/entry';
import type { HandoffRecord, HandoffTrigger } from '#shared/domain/handoff';
import type { Language, Phrase } from '#shared/domain/language';
import type { ConversationMood } from '#shared/domain/mood';
import type { BotFacts } from './bot-facts.ts';
import { readCase } from './case.ts';
import { promisesOf } from './sentences.ts';
import { suggestReply } from './suggested-reply.ts';
import { openQuestionOf, summarise } from './summary.ts';

/** What a record is made of. `transcript` in the order of seq. */
export type RecordMaterial = {
  trigger: HandoffTrigger;
  transcript: readonly Entry[];
  facts: BotFacts;
  mood: ConversationMood;
  language: Language;
  /** By which the customer may be greeted; `null` for one whom nobody has named. */
  name: string | null;
  /** Why it stands where it stands in the queue; said first is most important. */
  reasons: readonly Phrase[];
};

/**
 * The record of a handoff (rule H1), out of what was said and what the bot knows; complete also where the bot knows nothing, because the
 * customer pressed the button or an agent stepped in. Pure, and needs no outside service.
 */
export function buildRecord(material: RecordMaterial): HandoffRecord {
  const { trigger, transcript, facts, mood, language, name } = material;
  const said = wordsOf(transcript, 'customer');
  const openQuestion = openQuestionOf(said);
  const to = { name, mood: mood.level, language, isAsking: openQuestion !== null };
  return {
    trigger,
    confidence: Math.round((facts.confidence ?? (isCertain(trigger) ? 1 : 0.5)) * 100) / 100,
    intent: facts.intent ?? null,
    entities: facts.entities ?? [],
    summary: summarise(said, facts, language),
    openQuestion,
    tried: (facts.tried ?? triedIn(transcript)).slice(0, 12),
    promises: merged(facts.promises, promisesOf(wordsOf(transcript, 'bot'))).slice(0, 5),
    reasons: telling([...(facts.reasons ?? []), ...material.reasons]).slice(0, 6),
    moodLevel: mood.level,
    moodCurve: mood.curve,
    suggestedReply: suggestReply(readCase(said, facts), to),
  };
}

/** That somebody is calm is worth a word only where there is nothing else to say. */
function telling(reasons: readonly Phrase[]): Phrase[] {
  const others = reasons.filter(({ code }) => code !== 'mood.calm');
  return others.length > 0 ? others : [...reasons];
}

/** Nobody guessed here: somebody said or did it. */
function isCertain(trigger: HandoffTrigger): boolean {
  return trigger === 'asked-for-person' || trigger === 'taken-over';
}

/** What one side said since the last stretch of a person, in order. */
function wordsOf(transcript: readonly Entry[], kind: 'customer' | 'bot'): string[] {
  return transcript.flatMap(({ author, body }) =>
    author.kind === kind && body.type === 'message' && body.content.type === 'text'
      ? [body.content.text]
      : [],
  );
}

/** What the log itself shows that the bot tried. */
function triedIn(transcript: readonly Entry[]): Phrase[] {
  const answers = wordsOf(transcript, 'bot').length;
  const cards = transcript.flatMap(({ author, body }) =>
    author.kind === 'bot' && body.type === 'message' && body.content.type === 'card'
      ? [body.content.card]
      : [],
  );
  const orders = cards.flatMap((card) => (card.type === 'order' ? [card.number] : []));
  const tried: Phrase[] = [];
  if (answers > 0) tried.push({ code: 'tried.answered', params: { times: answers } });
  for (const number of new Set(orders)) tried.push({ code: 'tried.order-shown', params: { number } });
  if (cards.length > orders.length) tried.push({ code: 'tried.recommended', params: {} });
  return tried;
}

function merged(first: readonly string[] | undefined, second: readonly string[]): string[] {
  return [...new Set([...(first ?? []), ...second])];
}
