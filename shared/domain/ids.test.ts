import { expect, it } from 'vitest';
import { clientIdSchema, conversationIdSchema } from './ids.ts';

it('takes an id in capitals for the same id', () => {
  const id = '5f0f5c7e-6d0b-4c43-9a5e-0f3f4f6f7a11';
  for (const schema of [conversationIdSchema, clientIdSchema])
    expect(schema.parse(id.toUpperCase())).toBe(id);
  expect(conversationIdSchema.safeParse('not-an-id').success).toBe(false);
});
