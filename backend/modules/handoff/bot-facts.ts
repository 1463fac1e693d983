import { z } from 'zod';
import { orderStatusSchema } from '#shared/domain/card';
import { handoffRecordSchema } from '#shared/domain/handoff';

/** How the order in question stands, as the shop's books say. Whole days since it was paid, whole hours beyond what was promised. */
const orderFactSchema = z.object({
  number: z.string().max(60),
  status: orderStatusSchema,
  paidDays: z.int().min(0),
  lateHours: z.int().min(0),
});

/** What the bot knows that the person after it wants to know. Kept with every turn, because people step in without the bot asking. */
export const botFactsSchema = handoffRecordSchema
  .pick({ confidence: true, intent: true, entities: true, tried: true, promises: true, reasons: true })
  .extend({ order: orderFactSchema.nullable() })
  .partial();
export type BotFacts = z.infer<typeof botFactsSchema>;

/** Reads kept facts; what an older version wrote and this one can't read is as if nothing was known. */
export function readBotFacts(kept: unknown): BotFacts {
  const parsed = botFactsSchema.safeParse(kept);
  return parsed.success ? parsed.data : {};
}
