import type { HandoffRecord } from '#shared/domain/handoff';
import { CALM_MOOD } from '#shared/domain/mood';
import type { RecordParts } from '../conversations/index.ts';
import { type BotFacts, readBotFacts } from './bot-facts.ts';
import { buildRecord } from './record.ts';

/**
 * The record of a handoff after something that it was made from was edited or taken back (rule D19): whatever is in words is made anew of what was
 * said before it and still stands; figures and reasons stay what they were.
 */
export function revisedRecord({
  record,
  transcript,
  conversation,
  facts,
  isQuoting,
}: RecordParts): HandoffRecord {
  const { trigger, confidence, intent, tried, reasons, moodLevel, moodCurve } = record;
  const { language, customer } = conversation;
  const { order = null } = readBotFacts(facts);
  const standing = transcript.flatMap(({ body }) =>
    body.type === 'message' && body.content.type === 'text' ? [body.content.text] : [],
  );
  const isStanding = (words: string) => !isQuoting(words) || standing.some((text) => text.includes(words));
  const kept: BotFacts = {
    confidence,
    intent,
    tried,
    entities: record.entities.filter(({ value }) => isStanding(value)),
    promises: record.promises.filter(isStanding),
    order: order !== null && isStanding(order.number) ? order : null,
  };
  const mood = { ...CALM_MOOD, level: moodLevel, curve: moodCurve };
  const name = customer.isVerified ? customer.name : null;
  const remade = buildRecord({ trigger, transcript, facts: kept, mood, language, name, reasons });
  return { ...remade, reasons, moodLevel, moodCurve };
}
