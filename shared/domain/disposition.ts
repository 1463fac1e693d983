import { z } from 'zod';
import { localizedSchema } from './language.ts';

/** How a conversation ended. */
export const outcomeSchema = z.enum(['solved', 'promised', 'unsolved', 'abandoned']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Stable code of a root cause in the shop's tree, such as `logistics.warehouse-delay`. */
export const causeCodeSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){0,2}$/);

/** A node of the tree of root causes; only leaves may be chosen. */
export type Cause = { code: string; name: { zh: string; en: string }; children: Cause[] };
export const causeSchema: z.ZodType<Cause> = z.lazy(() =>
  z.object({ code: causeCodeSchema, name: localizedSchema, children: z.array(causeSchema) }),
);

/** What is recorded at close: outcome and root cause. The cause is required when the customer was upset (`needsCause`). */
export const dispositionSchema = z.object({
  outcome: outcomeSchema,
  causeCode: causeCodeSchema.nullable(),
  comment: z.string().trim().max(500).default(''),
});
export type Disposition = z.infer<typeof dispositionSchema>;

/** A cause proposed for this conversation, with the probability that the agent will choose it. */
export const causeSuggestionSchema = z.object({
  code: causeCodeSchema,
  confidence: z.number().min(0).max(1),
});
export type CauseSuggestion = z.infer<typeof causeSuggestionSchema>;

/** A root cause must be named when the conversation was ever upset or worse; otherwise it may be left out. */
export function needsCause(worstScore: number): boolean {
  return worstScore <= -0.2;
}

/** The leaf with this code, with the names on the way to it, or `null`. */
export function findCause(tree: readonly Cause[], code: string): Cause[] | null {
  for (const node of tree) {
    if (node.code === code) return node.children.length === 0 ? [node] : null;
    const below = findCause(node.children, code);
    if (below) return [node, ...below];
  }
  return null;
}
