import { isWithin, soundOf } from './retrieval-spelling.ts';

/** Reads a text as one in which known names are spelled right: “冲峰衣” as 冲锋衣, “windbraker” as windbreaker. */
export type Respelling = (text: string) => string;

/** Fewer Chinese characters of a name in a row sound like too many other words. */
const STRETCH = 3;
/** From this length on two errors may be in a word. */
const LONG_WORD = 10;

/**
 * Makes a reading of typing errors towards the words of these names; whatever is a word of them already stays, as do the words of `kept`. Of
 * Chinese names `stretch` characters in a row count as a word.
 */
export function createRespelling(
  names: readonly string[],
  { kept = [], stretch = STRETCH }: { kept?: readonly string[]; stretch?: number } = {},
): Respelling {
  const bySound = new Map<string, string>();
  const words = new Set<string>();
  for (const name of names) {
    for (const part of stretchesIn(name, stretch)) bySound.set(soundOf(part), part);
    for (const word of name.toLowerCase().match(/[a-z]{5,}/g) ?? []) words.add(word);
  }
  const known = new Set([...bySound.values(), ...kept]);

  function respelledWord(word: string): string {
    const lower = word.toLowerCase();
    const stems = [lower, lower.replace(/e?s$/, ''), lower.replace(/s$/, ''), lower.replace(/e?d$|ing$/, '')];
    if (stems.some((stem) => words.has(stem) || known.has(stem))) return word;
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
    for (let at = 0; at + stretch <= chars.length; at += 1) {
      const said = chars.slice(at, at + stretch).join('');
      if (!isHanOnly(said) || known.has(said)) continue;
      const meant = bySound.get(soundOf(said));
      if (meant) chars.splice(at, stretch, ...meant);
    }
    return chars.join('');
  };
}

function stretchesIn(name: string, stretch: number): string[] {
  const runs = name.match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - stretch + 1) }, (_, at) => run.slice(at, at + stretch)),
  );
}

function isHanOnly(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}
