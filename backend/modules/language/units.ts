import { normalise } from './normalise.ts';
import { stemOf } from './stem.ts';

/** A piece of text with the place it came from (in the normalised text), so that a score can be explained by the words shown. */
export interface Unit {
  readonly text: string;
  readonly kind: 'han' | 'word' | 'number' | 'mark' | 'symbol';
  readonly start: number;
  readonly end: number;
}

const unitPattern =
  /(\p{Script=Han})|(\p{L}[\p{L}\p{M}'’]*)|(\p{N}+)|([!?！？。,，.、;；:：~…]+)|(\p{Extended_Pictographic}|\[[^[\]\s]{1,6}\]|\S)/gu;

/**
 * Cuts a normalised text into units: one per Chinese character, per word in letters, per run of digits, per run of marks, per emoji.
 * Both languages pass through the same function, so a mixed message loses nothing.
 */
export function splitUnits(normalised: string): Unit[] {
  const units: Unit[] = [];
  for (const match of normalised.matchAll(unitPattern)) {
    const kind = kindOf(match);
    units.push({
      text: unitText(match[0], kind),
      kind,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return units;
}

const groupKinds = ['han', 'word', 'number', 'mark'] as const;

function kindOf(match: RegExpExecArray): Unit['kind'] {
  return groupKinds.find((_, i) => match[i + 1] !== undefined) ?? 'symbol';
}

/** Runs of digits keep only their length class and runs of marks at most three of a kind: order numbers must not become vocabulary. */
function unitText(text: string, kind: Unit['kind']): string {
  if (kind === 'number') {
    return text.length <= 2 ? text : `#${Math.min(text.length, 8)}`;
  }
  if (kind === 'mark') {
    return text.length > 3 ? text.slice(0, 3) : text;
  }
  return text;
}

/** How a text becomes features; written in the header of a weight file, so that training and use cannot disagree. */
export interface FeatureShape {
  /** Longest run of units taken as one feature. */
  readonly unitNgrams: number;
  /** Shortest and longest run of letters inside a word; `[0, 0]` for none. */
  readonly letterNgrams: readonly [number, number];
  /** How far two words may stand apart to be a pair in whatever order; absent: no such pairs. */
  readonly pairWindow?: number;
  /** Whether such pairs are of words without their endings. */
  readonly pairStems?: boolean;
}

/** A feature: its name, and the part of the normalised text that it stands for. */
export interface Feature {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** All features of a text, in reading order, with repetitions. */
export function extractFeatures(text: string, shape: FeatureShape): Feature[] {
  return featuresOfUnits(splitUnits(normalise(text)), shape);
}

/** The same over units cut already (or ready tokens made into units). */
export function featuresOfUnits(units: readonly Unit[], shape: FeatureShape): Feature[] {
  const features: Feature[] = [];
  for (let i = 0; i < units.length; i += 1) {
    const first = units[i] as Unit;
    let name = first.text;
    features.push({ name, start: first.start, end: first.end });
    for (let n = 1; n < shape.unitNgrams && i + n < units.length; n += 1) {
      const next = units[i + n] as Unit;
      name += `${next.kind === 'word' ? ' ' : '\u200b'}${next.text}`;
      features.push({ name, start: first.start, end: next.end });
    }
    if (first.kind === 'word') {
      pushLetters(first, shape.letterNgrams, features);
    }
  }
  pushEdges(units, features);
  pushPairs(units, shape, features);
  return features;
}

/** Two words near each other, whatever stands between and whichever comes first ("cancel … order", "order … cancelled"). */
function pushPairs(
  units: readonly Unit[],
  { pairWindow = 0, pairStems = false }: FeatureShape,
  features: Feature[],
): void {
  if (pairWindow === 0) return;
  const words = units.filter(({ kind }) => kind === 'word');
  const names = words.map(({ text }) => (pairStems ? stemOf(text) : text));
  for (let i = 0; i < words.length; i += 1) {
    const end = Math.min(words.length, i + 1 + pairWindow);
    for (let j = i + 1; j < end; j += 1) {
      const [one, other] = [names[i] as string, names[j] as string];
      const name = one < other ? `${one}&${other}` : `${other}&${one}`;
      features.push({ name, start: (words[i] as Unit).start, end: (words[j] as Unit).end });
    }
  }
}

/** The first and last unit of a message carry meaning of their own (吗, 呢, "please", "now"). */
function pushEdges(units: readonly Unit[], features: Feature[]): void {
  const first = units[0];
  const last = units.at(-1);
  if (first && last) {
    features.push({ name: `^${first.text}`, start: first.start, end: first.end });
    features.push({ name: `${last.text}$`, start: last.start, end: last.end });
  }
}

function pushLetters(unit: Unit, [shortest, longest]: readonly [number, number], features: Feature[]): void {
  if (longest === 0) {
    return;
  }
  const padded = `<${unit.text}>`;
  for (let n = shortest; n <= longest; n += 1) {
    for (let i = 0; i + n <= padded.length; i += 1) {
      features.push({ name: `_${padded.slice(i, i + n)}`, start: unit.start, end: unit.end });
    }
  }
}
