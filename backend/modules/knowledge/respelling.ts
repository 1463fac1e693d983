import { isWithin, soundOf } from './retrieval-spelling.ts';

/** Reads a text as one in which known names are spelled right: “冲峰衣” as 冲锋衣, “windbraker” as windbreaker. */
export type Respelling = (text: string) => string;

/** Fewer Chinese characters in a row sound like too many other words. */
const STRETCH = 3;
const LONG_WORD = 8;

/** Makes a reading of typing errors towards the words of these names; whatever is a word of them already stays. */
export function createRespelling(names: readonly string[]): Respelling {
  const bySound = new Map<string, string>();
  const words = new Set<string>();
  for (const name of names) {
    for (const stretch of stretchesIn(name)) bySound.set(soundOf(stretch), stretch);
    for (const word of name.toLowerCase().match(/[a-z]{5,}/g) ?? []) words.add(word);
  }
  const known = new Set(bySound.values());

  function respelledWord(word: string): string {
    const lower = word.toLowerCase();
    if (words.has(lower) || words.has(lower.replace(/s$/, ''))) return word;
    const most = lower.length >= LONG_WORD ? 2 : 1;
    const near = [...words].find(
      (one) =>
        one[0] === lower[0] && Math.abs(one.length - lower.length) <= most && isWithin(lower, one, most),
    );
    return near ?? word;
  }

  return (text) => {
    const latin = text.replace(/[A-Za-z]{5,}/g, respelledWord);
    const chars = [...latin];
    for (let at = 0; at + STRETCH <= chars.length; at += 1) {
      const said = chars.slice(at, at + STRETCH).join('');
      if (!isHanOnly(said) || known.has(said)) continue;
      const meant = bySound.get(soundOf(said));
      if (meant) chars.splice(at, STRETCH, ...meant);
    }
    return chars.join('');
  };
}

function stretchesIn(name: string): string[] {
  const runs = name.match(/\p{Script=Han}{3,}/gu) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - STRETCH + 1 }, (_, at) => run.slice(at, at + STRETCH)),
  );
}

function isHanOnly(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}
