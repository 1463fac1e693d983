/** The shell's main process has no document. */
export function title(): string {
  return document.title;
}
