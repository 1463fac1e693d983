import { z } from 'zod';
import { productCardSchema } from './card.ts';
import { phraseSchema } from './language.ts';

/** A product worth offering now, with the reason in a code (rule Q3's form) and the card as it would be sent. */
export const recommendationSchema = z.object({ card: productCardSchema, reason: phraseSchema });
export type Recommendation = z.infer<typeof recommendationSchema>;

/** Three to six recommendations. `advice` warns where selling would be out of place, as with a furious customer. */
export const recommendationsSchema = z.object({
  items: z.array(recommendationSchema).max(6),
  advice: phraseSchema.nullable(),
});
export type Recommendations = z.infer<typeof recommendationsSchema>;
