/** Takes the usual English endings off a word, so that "returned", "returning" and "returns" meet. Deliberately coarse. */
export function stemOf(word: string): string {
  const base = word.replace(/['’]s?$/u, '');
  if (base.length <= 3) {
    return base;
  }
  return base
    .replace(/ies$/u, 'y')
    .replace(/(?:sses)$/u, 'ss')
    .replace(/(?<![su])s$/u, '')
    .replace(/(?<=..[a-z])(?:ing|ed|ment|ly)$/u, '')
    .replace(/([b-df-hj-np-tv-z])\1$/u, '$1')
    .replace(/e$/u, '');
}
