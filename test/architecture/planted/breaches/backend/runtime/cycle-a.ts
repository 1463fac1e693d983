import type { B } from './cycle-b.ts';

/** One half of a circle, made of types. */
export interface A {
  b: B;
}
