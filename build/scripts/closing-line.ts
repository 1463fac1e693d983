/** How a run of tests ended. A file that could not be loaded, or an error outside every test, counts as one failed. */
export type Tally = { passed: number; failed: number; skipped: number };

/** The one line by which every runner of this repository ends: `N passed, N failed[, N skipped]`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Reads the last closing line of a runner's output; undefined when it ended without one. */
export function readClosingLine(output: string): Tally | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (last === undefined) return undefined;
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}
