import { labelsOf, type TextRow } from './recipes.ts';

/** Classes of CLUEEmotion2020 that are one of SMP2020's six under another name; `disgust` has none. */
const clueClasses: Record<string, string> = {
  like: 'happy',
  happiness: 'happy',
  sadness: 'sad',
  anger: 'angry',
  fear: 'fear',
  surprise: 'surprise',
};

/** Rows with one emotion. */
export function singleEmotionRows(rows: readonly TextRow[]): TextRow[] {
  return rows.filter((row) => labelsOf(row).length === 1);
}

/** Chinese rows in SMP2020's six classes: its own, and those of CLUEEmotion2020 that fit. */
export function chineseEmotionRows(own: readonly TextRow[], clue: readonly TextRow[]): TextRow[] {
  return [
    ...singleEmotionRows(own),
    ...singleEmotionRows(clue).flatMap((row) => {
      const label = clueClasses[labelsOf(row)[0] ?? ''];
      return label ? [{ ...row, label }] : [];
    }),
  ];
}
