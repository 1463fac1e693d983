import { z } from 'zod';
import { phraseSchema } from '#shared/domain/language';

/** Where a flow stands: its name, the step whose answer it waits for, and what it knows so far. */
const flowStateSchema = z.object({
  name: z.string(),
  step: z.string(),
  data: z.record(z.string(), z.string()),
});

const choiceSchema = z.object({ text: z.string(), means: z.string() });

/** A flow that waits for an answer while something else is talked about, with its question. */
const pausedSchema = z.object({
  flow: flowStateSchema,
  question: z.string(),
  choices: z.array(choiceSchema),
});

const dialogueSchema = z.object({
  version: z.literal(1),
  flow: flowStateSchema.nullable(),
  /** Misses in a row; the third brings a person. */
  strikes: z.int().min(0),
  /** What the last answer offered to tap, and what each means to the bot. */
  choices: z.array(choiceSchema),
  /** How often each text was said, so that the next wording is another one. */
  spoken: z.record(z.string(), z.int()),
  /** What was tried since the conversation last came to the bot. */
  tried: z.array(phraseSchema),
  lastArticle: z.string().nullable(),
  /** What kind of article that was, by its intent. */
  topic: z.string().nullable().default(null),
  lastProduct: z.string().nullable(),
  lastOrder: z.string().nullable(),
  /** The question that the flow waits on, in words; `null` where it goes on without one. */
  question: z.string().nullable().default(null),
  /** What was interrupted by the flow that runs now. */
  paused: pausedSchema.nullable().default(null),
  /** How often something else came between the question and its answer. */
  digressions: z.int().min(0).default(0),
  /** The goods shown last, in their order: “the first one”. */
  shown: z.array(z.string()).default([]),
  /** The customer's line that an article answered last. */
  answeredSeq: z.int().nullable().default(null),
});

export type FlowState = z.infer<typeof flowStateSchema>;

export type Paused = z.infer<typeof pausedSchema>;

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
  topic: null,
  lastProduct: null,
  lastOrder: null,
  question: null,
  paused: null,
  digressions: 0,
  shown: [],
  answeredSeq: null,
};

/** The stored state, or a fresh one where there is none or it is of another time. */
export function parseDialogue(stored: unknown): Dialogue {
  const parsed = dialogueSchema.safeParse(stored);
  return parsed.success ? parsed.data : freshDialogue;
}
