import { normalise, splitUnits, stemOf } from '../language/index.ts';
import { replaceSynonyms } from './retrieval-synonyms.ts';

/** Terms of a text for the index, with how much each counts. A term may come several times. */
type Term = { name: string; weight: number };

/** A single character counts somewhat more than a pair: measured on Chinese question matching. */
export const characterWeight = 1.4;
const pieceWeight = 0.25;

const englishStops = new Set(
  "a an the is are was were be been am i i'm im you he she it we they me my your our their this that these those of to in on at for with and or do does did can could would will shall may please how what where when which who why if so as by from have has had there here not no".split(
    ' ',
  ),
);

/** Words that say which question it is: “how do I return it” is not “can I return it”. */
const stopWeights = new Map(['how', 'when', 'where', 'who', 'why'].map((word) => [word, 0.5]));

/**
 * The terms of a text. Chinese: characters and pairs of neighbouring characters (no word list can know a shop's goods). English: stemmed
 * words, pairs of them, and three-letter pieces that forgive typing errors. Mixed text gets both. Punctuation carries nothing.
 */
function termsOf(text: string): Term[] {
  const units = splitUnits(replaceSynonyms(normalise(text))).filter(
    (unit) => unit.kind !== 'mark' && unit.kind !== 'symbol',
  );
  const terms: Term[] = [];
  units.forEach((unit, i) => {
    const previous = units[i - 1];
    if (unit.kind === 'word') {
      pushWord(unit.text, previous?.kind === 'word' ? previous.text : undefined, terms);
      return;
    }
    terms.push({ name: unit.text, weight: unit.kind === 'han' ? characterWeight : 1 });
    if (previous && unit.kind === 'han' && previous.kind === 'han' && previous.end === unit.start) {
      terms.push({ name: previous.text + unit.text, weight: 1 });
    }
  });
  return terms;
}

/** The terms with the sum of their weights. */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, weight } of termsOf(text)) {
    counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  return counts;
}

function pushWord(word: string, previous: string | undefined, terms: Term[]): void {
  const stem = stemOf(word);
  const isStop = englishStops.has(word);
  terms.push({ name: stem, weight: isStop ? (stopWeights.get(word) ?? 0.1) : 1 });
  if (previous !== undefined && !(isStop && englishStops.has(previous))) {
    terms.push({ name: `${stemOf(previous)} ${stem}`, weight: 0.4 });
  }
  if (!isStop) {
    for (const piece of piecesOf(stem)) terms.push({ name: piece, weight: pieceWeight });
  }
}

/** Three-letter pieces of a stem, ends marked. */
export function piecesOf(stem: string): string[] {
  if (stem.length < 4) return [];
  const padded = `<${stem}>`;
  return Array.from({ length: padded.length - 2 }, (_, at) => `_${padded.slice(at, at + 3)}`);
}
