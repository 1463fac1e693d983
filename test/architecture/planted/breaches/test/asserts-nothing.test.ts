import { it } from 'vitest';

it('runs', () => {
  Math.max(1, 2);
});
