import { z } from 'zod';

/** The two languages that are equals everywhere in the product. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text that the shop keeps in both languages. */
export const localizedSchema = z.object({ zh: z.string(), en: z.string() });
export type Localized = z.infer<typeof localizedSchema>;

/** Something to be said in the reader's language: a code of the message catalogue and its parameters (rule Q3). */
export const phraseSchema = z.object({
  code: z.string().min(1).max(60),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Phrase = z.infer<typeof phraseSchema>;
