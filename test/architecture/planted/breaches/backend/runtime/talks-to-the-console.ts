/** Logs past the log. */
export function shout(): void {
  console.log('now');
}
