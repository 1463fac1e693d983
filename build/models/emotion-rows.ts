import { labelsOf, type TextRow } from './recipes.ts';

/** Rows with one emotion. */
export function singleEmotionRows<T extends TextRow>(rows: readonly T[]): T[] {
  return rows.filter((row) => labelsOf(row).length === 1);
}
