import type { EntryId } from '#shared/domain/ids';
import {
  CALM_MOOD,
  type ConversationMood,
  type MessageMood,
  type MoodLabel,
  nextMood,
} from '#shared/domain/mood';
import { Fault } from '../../runtime/fault.ts';
import { append } from './draft.ts';
import { type Appended, appendOnce, type StaffCommand, staffAuthor } from './outgoing.ts';
import { placeInQueue } from './place.ts';
import type { MoodLog } from './ports.ts';
import type { UnitPorts } from './unit.ts';

/** What a label that a person has set is worth, in the middle of what the model gives to sure cases. */
const CORRECTED_SCORE: Record<MoodLabel, number> = {
  anger: -0.9,
  complaint: -0.55,
  negative: -0.4,
  neutral: 0,
  positive: 0.7,
};

/** “This score is wrong” (rule Q5): kept as data for the model, and the conversation's mood and place are computed anew. */
export async function correctMood(
  ports: UnitPorts,
  command: StaffCommand & { entryId: EntryId; label: MoodLabel },
): Promise<Appended> {
  return await appendOnce(ports, command, async (unit, draft) => {
    const { entryId, label, actor } = command;
    const { conversation, at } = draft;
    const message = await unit.entries.find(entryId);
    const body = message?.conversationId === conversation.id ? message.body : null;
    if (body?.type !== 'message' || body.mood === null || body.content.type !== 'text') {
      throw new Fault('not-found', 'There is no such message of the customer', { field: 'entryId' });
    }
    const { text } = body.content;
    await unit.entries.addMoodCorrection({
      entryId,
      label,
      text,
      agentId: actor.agentId,
      language: conversation.language,
      at,
    });
    const log = await unit.entries.listMoods(conversation.id);
    const told = replayMood({ ...log, corrections: [...log.corrections, { entryId, label }] });
    conversation.mood = told.mood;
    conversation.worstScore = told.worstScore;
    await placeInQueue(unit, draft);
    return append(draft, {
      author: await staffAuthor(unit, actor),
      body: { type: 'mood-corrected', entryId, label },
    });
  });
}

/** The conversation's mood told again from its messages, each with the last label that a person gave it. */
export function replayMood({ moods, corrections }: MoodLog): { mood: ConversationMood; worstScore: number } {
  const labels = new Map(corrections.map(({ entryId, label }) => [entryId, label]));
  let mood = CALM_MOOD;
  let worstScore = 0;
  for (const message of moods) {
    mood = nextMood(mood, corrected(message.mood, labels.get(message.entryId)));
    worstScore = Math.min(worstScore, mood.score);
  }
  return { mood, worstScore };
}

function corrected(mood: MessageMood, label: MoodLabel | undefined): MessageMood {
  if (label === undefined || label === mood.label) return mood;
  const score = CORRECTED_SCORE[label];
  return { label, score, confidence: 1, cues: score < 0 ? mood.cues : [] };
}
