import type { z } from 'zod';
import { handoffRecordSchema } from '#shared/domain/handoff';

/** What the bot knows that the person after it wants to know. Kept with every turn, because people step in without the bot asking. */
export const botFactsSchema = handoffRecordSchema
  .pick({
    confidence: true,
    intent: true,
    entities: true,
    tried: true,
    openQuestion: true,
    promises: true,
    suggestedReply: true,
  })
  .partial();
export type BotFacts = z.infer<typeof botFactsSchema>;

/** Reads kept facts; what an older version wrote and this one can't read is as if nothing was known. */
export function readBotFacts(kept: unknown): BotFacts {
  const parsed = botFactsSchema.safeParse(kept);
  return parsed.success ? parsed.data : {};
}
