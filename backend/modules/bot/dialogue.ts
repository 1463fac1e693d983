import { z } from 'zod';
import { phraseSchema } from '#shared/domain/language';

/** Where a flow stands: its name, the step whose answer it waits for, and what it knows so far. */
const flowStateSchema = z.object({
  name: z.string(),
  step: z.string(),
  data: z.record(z.string(), z.string()),
});

const dialogueSchema = z.object({
  version: z.literal(1),
  flow: flowStateSchema.nullable(),
  /** Misses in a row; the third brings a person. */
  strikes: z.int().min(0),
  /** What the last answer offered to tap, and what each means to the bot. */
  choices: z.array(z.object({ text: z.string(), means: z.string() })),
  /** How often each text was said, so that the next wording is another one. */
  spoken: z.record(z.string(), z.int()),
  /** What was tried since the conversation last came to the bot. */
  tried: z.array(phraseSchema),
  lastArticle: z.string().nullable(),
  lastProduct: z.string().nullable(),
  lastOrder: z.string().nullable(),
});

export type FlowState = z.infer<typeof flowStateSchema>;

/** What the bot remembers of a conversation between its turns; stored with every answer. */
export type Dialogue = z.infer<typeof dialogueSchema>;

/** A conversation of which the bot remembers nothing. */
const freshDialogue: Dialogue = {
  version: 1,
  flow: null,
  strikes: 0,
  choices: [],
  spoken: {},
  tried: [],
  lastArticle: null,
  lastProduct: null,
  lastOrder: null,
};

/** The stored state, or a fresh one where there is none or it is of another time. */
export function parseDialogue(stored: unknown): Dialogue {
  const parsed = dialogueSchema.safeParse(stored);
  return parsed.success ? parsed.data : freshDialogue;
}
