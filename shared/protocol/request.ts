import type { z } from 'zod';

/**
 * A request that a client may make. A `command` changes something, carries a `clientId` and has one effect however often it comes (rule D1);
 * a `query` changes nothing. `input` is strict: unknown fields are refused by name.
 */
export type RequestContract = { kind: 'command' | 'query'; input: z.ZodType; output: z.ZodType };

export type RequestInput<C extends RequestContract> = z.input<C['input']>;
export type ParsedInput<C extends RequestContract> = z.output<C['input']>;
export type RequestOutput<C extends RequestContract> = z.output<C['output']>;
