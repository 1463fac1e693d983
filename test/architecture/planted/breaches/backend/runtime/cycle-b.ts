import type { A } from './cycle-a.ts';

/** The other half. */
export interface B {
  a: A;
}
