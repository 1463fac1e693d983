/** The first `length` UTF-16 units of a text, or one less where the cut would go through a character: half of one can't be stored. */
export function clip(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
