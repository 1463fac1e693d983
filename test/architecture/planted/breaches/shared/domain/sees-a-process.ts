/** There is no process everywhere. */
export function platform(): string {
  return process.platform;
}
