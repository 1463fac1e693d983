import { goalOf, judged } from './goals.ts';
import type { Figure } from './metrics.ts';

/** One line of the evaluation: a task, a measure, our figure, and the baselines of the same run on the same rows. */
export type Line = {
  task: string;
  measure: string;
  rows: number;
  ours: Figure;
  baseline?: [string, Figure];
  plain?: Figure;
};

/** Writes the lines as a Markdown table, with the goals that there are and whether they are reached. */
export function toTable(lines: readonly Line[]): string {
  const head =
    '| task | measure | rows | ours (95 % interval) | must / reach | baseline | plain linear |\n| --- | --- | ---: | --- | --- | --- | --- |';
  const body = lines.map(({ task, measure, rows, ours, baseline, plain }) => {
    const other = baseline ? `${baseline[0]} ${figure(baseline[1])}` : '–';
    const goal = goalOf(task, measure);
    const wanted = goal ? judged(goal, ours.value) : '–';
    return `| ${task} | ${measure} | ${rows} | **${figure(ours)}** | ${wanted} | ${other} | ${plain ? figure(plain) : '–'} |`;
  });
  return [head, ...body].join('\n');
}

function figure({ value, low, high }: Figure): string {
  return `${value.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}
