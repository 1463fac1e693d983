import { cleanLabels } from './clean.ts';
import { labelsOf, recipes, samplesOf, type TextRow } from './recipes.ts';
import { defaultOptions } from './trainer.ts';

/** The rows whose label agrees with what the other rows say, some under a better label: the cleaning of the `intent-zh` recipe. */
export function cleanRows(rows: readonly TextRow[]): { text: string; label: string; wasLabel: string }[] {
  const recipe = { ...recipes['intent-zh'], balance: 0 };
  const classes = [...new Set(rows.flatMap(labelsOf))].toSorted();
  const options = { ...defaultOptions, ...recipe.options, name: 'cleaning', classes, shape: recipe.shape };
  const cleaned = cleanLabels(samplesOf(rows, recipe, classes), options, recipe.cleaning);
  return cleaned.keep.map((i, k) => {
    const row = rows[i] as TextRow;
    return {
      text: row.text ?? '',
      label: classes[cleaned.labels[k] as number] as string,
      wasLabel: labelsOf(row)[0] ?? '',
    };
  });
}
