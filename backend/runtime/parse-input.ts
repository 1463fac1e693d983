import type { z } from 'zod';
import { invalidInput } from '#shared/protocol/errors';
import { Fault } from './fault.ts';

/**
 * Parses what came from outside, at every door alike (rule T3). Throws `invalid-input` that names the first field that does not fit the schema,
 * or that holds what is no text: a NUL or half a surrogate pair can't be stored and has no meaning.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const { code, message, ...more } = invalidInput(parsed.error);
    throw new Fault(code, message, more);
  }
  const field = findUnsoundText(parsed.data, '');
  if (field !== null) {
    throw new Fault('invalid-input', 'Text must be well-formed Unicode without NUL', { field });
  }
  return parsed.data;
}

/** The path of the first text that is none. What passed a schema is no deeper than the schema. */
function findUnsoundText(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = findUnsoundText(inner, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
