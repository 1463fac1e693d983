/** A server has no document. */
export function title(): string {
  return document.title;
}
