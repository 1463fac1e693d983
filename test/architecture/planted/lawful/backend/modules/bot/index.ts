import { findOrder } from '../orders/index.ts';

/** Answers by way of the neighbour's door. */
export function answer(): string {
  return findOrder().id;
}
