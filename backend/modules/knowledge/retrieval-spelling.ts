import { pinyin } from 'pinyin-pro';
import { isHan } from '../language/index.ts';
import { characterWeight, piecesOf } from './retrieval-tokens.ts';

/** Reads what nobody has written as what was likely meant: 包油 as 包邮, `tuihuo` as 退货, “retrun” as “return”. */
export type Spelling = {
  /** Takes in the terms of a passage. What is forgotten by the index need not be unlearnt: `isKnown` is asked. */
  learn(terms: Iterable<string>): void;
  /** The query with the meant terms added, and what was mistyped counting less. */
  read(query: ReadonlyMap<string, number>, isKnown: (term: string) => boolean): Map<string, number>;
};

/** A word that was only meant counts somewhat less than one that was written. */
const meantShare = 0.7;
/** What remains of the mistyped term: it may be a word of its own after all. */
const mistypedShare = 0.3;
const shortestWord = 4;
/** From this length on two errors may be in a word. */
const longWord = 8;

/** Makes a spelling that knows no words yet. */
export function createSpelling(): Spelling {
  const bySound = new Map<string, Set<string>>();
  const byStart = new Map<string, Set<string>>();

  function meant(term: string, isKnown: (term: string) => boolean): string | null {
    const candidates = isHanPair(term) ? bySound.get(soundOf(term)) : undefined;
    if (candidates) return [...candidates].find(isKnown) ?? null;
    if (!isWord(term)) return null;
    const typedSound = [...(bySound.get(term) ?? [])].find(isKnown);
    return typedSound ?? [...nearWords(term)].find(isKnown) ?? null;
  }

  function* nearWords(word: string): Iterable<string> {
    const most = word.length >= longWord ? 2 : 1;
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const known of byStart.get(`${word[0]}${length}`) ?? []) {
        if (isWithin(word, known, most)) yield known;
      }
    }
  }

  return {
    learn(terms) {
      for (const term of terms) {
        if (isHanPair(term)) addTo(bySound, soundOf(term), term);
        else if (isWord(term)) addTo(byStart, `${term[0]}${term.length}`, term);
      }
    },
    read(query, isKnown) {
      const read = new Map(query);
      for (const [term, weight] of query) {
        const word = isKnown(term) ? null : meant(term, isKnown);
        if (word === null) continue;
        for (const part of [term, ...piecesIn(term)]) {
          if (!isKnown(part)) read.set(part, (query.get(part) ?? 0) * mistypedShare);
        }
        const parts = isHan(word) ? [...word].map((char) => [char, characterWeight] as const) : [];
        const pieces = piecesIn(word).map((piece) => [piece, 0.25] as const);
        for (const [part, share] of [[word, 1] as const, ...parts, ...pieces]) {
          read.set(part, Math.max(read.get(part) ?? 0, weight * share * meantShare));
        }
      }
      return read;
    },
  };
}

function isHanPair(term: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(term);
}

function isWord(term: string): boolean {
  return term.length >= shortestWord && /^[a-z]+$/.test(term);
}

function piecesIn(term: string): string[] {
  return isWord(term) ? piecesOf(term) : [];
}

function addTo(map: Map<string, Set<string>>, key: string, term: string): void {
  const terms = map.get(key) ?? new Set();
  map.set(key, terms.add(term));
}

const sounds = new Map<string, string>();

/** How characters sound, without tones, and as those type who do not tell zh from z or ing from in. */
export function soundOf(chars: string): string {
  return [...chars].map(soundOfChar).join('');
}

function soundOfChar(char: string): string {
  const known = sounds.get(char);
  if (known !== undefined) return known;
  const sound = pinyin(char, { toneType: 'none', v: true })
    .replace(/^([zcs])h/u, '$1')
    .replace(/(?<=[aei]n)g$/u, '');
  sounds.set(char, sound);
  return sound;
}

/** Whether one word becomes the other by at most so many letters left out, put in, changed, or two swapped. */
export function isWithin(a: string, b: string, most: number): boolean {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return (last[b.length] as number) <= most;
}
