/** There is no window everywhere. */
export function width(): number {
  return window.innerWidth;
}
