import { expect, it } from 'vitest';
import { createBackend } from '../backend/app.ts';

it('may import anything', () => {
  expect(createBackend().startedAtMs).toBeGreaterThan(0);
});
