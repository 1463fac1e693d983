import { type Spread, type Summary, spreadOf, summarise } from '../harness/samples.ts';
import { type ContestantName, DURABILITY } from './contestants.ts';
import type { LoadReport } from './load/open-loop.ts';

/** What one goal came to, to be printed and kept. */
export type GoalReport = {
  goal: string;
  title: string;
  lines: string[];
  verdicts: Verdict[];
  /** What this machine could not decide, in words. */
  doubts: string[];
  /** Everything measured, for the file. */
  raw: unknown;
  /** Whether rounds are among it during which the machine changed. */
  hasMoved: boolean;
};

/** A figure beside its goal; without a goal it is told for comparison. */
export type Verdict = { what: string; figure: Spread; goal: Bound; isMet: boolean | null };
export type Bound = { atMost?: number; atLeast?: number };

/** Holds a figure against its goal. */
export function verdictOf(what: string, figure: Spread, goal: Bound): Verdict {
  const { atMost, atLeast } = goal;
  if (atMost !== undefined) return { what, figure, goal, isMet: figure.median <= atMost };
  if (atLeast !== undefined) return { what, figure, goal, isMet: figure.median >= atLeast };
  return { what, figure, goal, isMet: null };
}

/** The lines of a goal: what was measured, what was asked, and how the two compare. */
export function linesOf(report: GoalReport): string[] {
  return [
    '',
    `${report.goal}  ${report.title}`,
    ...report.lines.map((line) => `  ${line}`),
    ...report.verdicts.map((verdict) => `  ${verdictLine(verdict)}`),
    ...report.doubts.map((doubt) => `  NOT DECIDED HERE: ${doubt}`),
    ...(report.hasMoved ? ['  DOUBTFUL: the machine changed during rounds that had to be counted'] : []),
  ];
}

function verdictLine({ what, figure, goal, isMet }: Verdict): string {
  const shown = `${short(figure.median)}${figure.low === figure.high ? '' : ` (${short(figure.low)}–${short(figure.high)})`}`;
  if (isMet === null) return `${what.padEnd(48)} ${shown}`;
  const bound = goal.atMost === undefined ? `≥ ${short(goal.atLeast ?? 0)}` : `≤ ${short(goal.atMost)}`;
  return `${what.padEnd(48)} ${shown.padEnd(22)} goal ${bound.padEnd(10)} ${isMet ? 'met' : 'MISSED'}${howFar({ figure, goal })}`;
}

function howFar({ figure, goal }: Pick<Verdict, 'figure' | 'goal'>): string {
  const bound = goal.atMost ?? goal.atLeast ?? 0;
  return bound === 0 ? '' : `, ${short(figure.median / bound)} × the goal`;
}

/** Times of the contestants side by side: the middle of the rounds, of p50 and p99 also the spread. */
export function latencyTable(
  rows: readonly { name: ContestantName; reports: readonly LoadReport[] }[],
): string[] {
  const head = [
    'contestant',
    'p50 ms',
    'p95',
    'p99',
    'p99.9',
    'max',
    'n',
    'lost',
    '2×',
    'misnum.',
    'late p99',
    'gen. CPU',
    'durability',
  ];
  return columns([
    head,
    ...rows.map(({ name, reports }) => {
      const seen = reports.map((report) => summarise(report.seenUs));
      const sum = (figure: 'lost' | 'doubled' | 'misnumbered') =>
        String(reports.reduce((total, report) => total + report[figure], 0));
      return [
        name,
        ranged(seen, 'p50'),
        middle(seen, 'p95'),
        ranged(seen, 'p99'),
        middle(seen, 'p999'),
        ms(Math.max(...seen.map(({ max }) => max))),
        String(seen.reduce((total, { n }) => total + n, 0)),
        sum('lost'),
        sum('doubled'),
        sum('misnumbered'),
        ms(spreadOf(reports.map((report) => summarise(report.lateUs).p99)).median),
        percent(Math.max(...reports.map(({ cpuShare }) => cpuShare))),
        DURABILITY[name],
      ];
    }),
  ]);
}

function middle(seen: readonly Summary[], figure: keyof Summary): string {
  return ms(spreadOf(seen.map((one) => one[figure])).median);
}

function ranged(seen: readonly Summary[], figure: keyof Summary): string {
  const { median, low, high } = spreadOf(seen.map((one) => one[figure]));
  return `${ms(median)} (${ms(low)}–${ms(high)})`;
}

/** µs as ms, with three digits that mean something. */
export function ms(us: number): string {
  return short(us / 1000);
}

/** A share as a percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A figure with as many digits as anybody reads. */
export function short(figure: number): string {
  if (Number.isInteger(figure)) return String(figure);
  if (Math.abs(figure) >= 100) return String(Math.round(figure));
  return figure.toFixed(Math.abs(figure) >= 10 ? 1 : 2);
}

/** Rows as aligned columns. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
