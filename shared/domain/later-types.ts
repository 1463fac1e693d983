import { z } from 'zod';

/** What a later version tells that this one does not know: it has its place in the log (rule D4), and nothing more can be said of it here (rule D20). */
export const unknownSchema = z.object({ type: z.literal('unknown') });
type Unknown = z.infer<typeof unknownSchema>;

type Union = { options: readonly { shape: { type: { value: string } } }[] };

/** Tells whether something is of a type that this union does not have; what is of no type at all is malformed, not late. */
export function laterThan({ options }: Union): (part: unknown) => boolean {
  const known = new Set(options.map(({ shape }) => shape.type.value));
  return (part) =>
    typeof part === 'object' &&
    part !== null &&
    'type' in part &&
    typeof part.type === 'string' &&
    !known.has(part.type);
}

/** The part of that name; `undefined` where there is none. */
export function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null && name in whole
    ? (whole as Record<string, unknown>)[name]
    : undefined;
}

/** What stands in the place of what is not known. */
export const unknown: Unknown = { type: 'unknown' };
