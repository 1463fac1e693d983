/** The one normal form that every model and index sees: NFKC, lower case, one space between words, none at the ends. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True for a character that Chinese writing uses (CJK ideographs, all planes). */
export function isHan(char: string): boolean {
  return /\p{Script=Han}/u.test(char);
}
