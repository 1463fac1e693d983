/** A drawer. */
export function anything(): void {
  return;
}
