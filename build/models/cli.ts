import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRetrieval } from '../../backend/modules/knowledge/retrieval.ts';
import { calibrateSearch } from './calibrate-search.ts';
import { cleanRows } from './clean-rows.ts';
import { readRows } from './data.ts';
import type { Dialogue } from './dialogue.ts';
import {
  type DialogueTask,
  dialogueTasks,
  loadDialogueScorer,
  trainDialogueModel,
} from './dialogue-model.ts';
import { listLearned, retrainShop, rollBackShop } from './learned.ts';
import type { SourceRow } from './mood.ts';
import type { TextRow } from './recipes.ts';
import { searchBackground } from './search-background.ts';
import { type ShippedPart, shipModels, shippedParts } from './ship.ts';
import { loadShippedHandoff } from './shipped-handoff.ts';
import {
  loadScorer,
  quickAccuracy,
  type TextInput,
  type TextTask,
  textTasks,
  trainTextModel,
} from './text-model.ts';

const help = `npm run -s models -- COMMAND

  train  --task T --train FILES --dev FILES --out DIR   train a model; FILES are .jsonl or .jsonl.gz, several with commas
  score  --task T [--model DIR] < in > out              in {"id","text"} or {"id","tokens":[…]}, optional "lang"; out {"id","label","scores"}
  dialogue --task T [--model DIR] < in > out            in {"id","turns":[{"role","text" or "tokens" or "ids"}]}; out a label and each turn's chance
  search --docs FILE [--k K] < in > out                 docs {"id","q"}; in {"id","q"}; out {"id","hits":[{"id","score","probability"}]}
  clean  --train FILES > out                            rows whose label looks wrong: {"text","label","suggested"} ("suggested" null: drop)
  learned  --database URL | --data FOLDER               what a shop has learned from its corrections, version by version
  retrain  (same) [--task mood|intent --language zh|en --dev FILES]   learn its corrections anew; only what is better serves
  rollback (same) --task mood|intent [--language zh|en] let the version before serve again, or the shipped model
  ship   --data DIR [--clear-only] [--out DIR] [--only PARTS]   retrain the weights that the product ships (there, or into another folder);
                                                        parts: ${shippedParts.join(', ')}
  calibrate-search --data DIR                           refit how sure a search hit is; prints the numbers for the source
  search-background --data DIR                          count how common words are in general; prints them for the source

Scores of mood: negative, neutral and positive add up to 1; complaint is the chance that the message complains, calmly or in anger;
anger the chance that it is angry. "label" is the one of the five that fits best.

Tasks: ${textTasks.join(', ')}; of dialogues: ${dialogueTasks.join(', ')}. Without --model the shipped model serves (mood, emotion, intent-zh, intent-en, handoff).
`;

const options = {
  task: { type: 'string' },
  train: { type: 'string' },
  dev: { type: 'string' },
  out: { type: 'string' },
  model: { type: 'string' },
  docs: { type: 'string' },
  k: { type: 'string', default: '10' },
  data: { type: 'string' },
  database: { type: 'string' },
  language: { type: 'string', default: 'zh' },
  'clear-only': { type: 'boolean', default: false },
  only: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse() {
  return parseArgs({ options, allowPositionals: true });
}

const commands: Record<string, (values: Values) => Promise<void> | void> = {
  train: runTrain,
  score: runScore,
  dialogue: runDialogue,
  search: runSearch,
  clean: runClean,
  learned: runLearned,
  retrain: runRetrain,
  rollback: runRollback,
  ship: runShip,
  'calibrate-search': runCalibrateSearch,
  'search-background': runSearchBackground,
};

function runTrain(values: Values): void {
  const dialogueTask = dialogueTaskOf(values.task);
  if (dialogueTask) {
    const dialogues = rowsOf<Dialogue>(values.train, '--train');
    for (const line of trainDialogueModel(dialogueTask, dialogues, required(values.out, '--out'))) {
      console.error(line);
    }
    return;
  }
  const task = taskOf(values.task);
  const train = rowsOf<SourceRow>(values.train, '--train');
  const dev = values.dev ? rowsOf<SourceRow>(values.dev, '--dev') : [];
  const out = required(values.out, '--out');
  for (const line of trainTextModel(task, { train, dev }, out)) {
    console.error(line);
  }
  if (dev.length > 0 && task !== 'mood') {
    console.error(
      `dev: ${dev.length} rows, accuracy ${quickAccuracy(loadScorer(task, out), dev).toFixed(1)} %`,
    );
  }
}

async function runScore(values: Values): Promise<void> {
  const score = loadScorer(taskOf(values.task), values.model);
  await eachLine<TextInput & { id?: unknown }>((row) => ({ id: row.id, ...score(row) }));
}

async function runDialogue(values: Values): Promise<void> {
  const task = dialogueTaskOf(values.task);
  if (!task) {
    throw new Error(`--task must be one of ${dialogueTasks.join(', ')}.`);
  }
  await eachLine(
    task === 'handoff' && !values.model
      ? loadShippedHandoff()
      : loadDialogueScorer(task, required(values.model, '--model')),
  );
}

async function runSearch(values: Values): Promise<void> {
  const index = createRetrieval();
  const ids = new Map<string, unknown>();
  for (const { id, q } of rowsOf<{ id: string | number; q: string }>(values.docs, '--docs')) {
    ids.set(String(id), id);
    index.upsert({ id: String(id), language: 'zh', question: q });
  }
  const limit = Number(values.k);
  await eachLine<{ id?: unknown; q: string }>(({ id, q }) => ({
    id,
    hits: index.search(q, { language: 'any', limit }).map((hit) => ({
      id: ids.get(hit.id),
      score: Number(hit.score.toFixed(4)),
      probability: Number(hit.probability.toFixed(4)),
    })),
  }));
}

function runClean(values: Values): void {
  const rows = rowsOf<TextRow>(values.train, '--train');
  const kept = new Map(cleanRows(rows).map((row) => [`${row.wasLabel}\t${row.text}`, row.label]));
  for (const row of rows) {
    const suggested = kept.get(`${String(row.label)}\t${row.text}`);
    if (suggested !== String(row.label)) {
      console.log(JSON.stringify({ text: row.text, label: row.label, suggested: suggested ?? null }));
    }
  }
}

async function runLearned(values: Values): Promise<void> {
  for (const line of await listLearned(values)) console.log(line);
}

async function runRetrain(values: Values): Promise<void> {
  const dev = { task: values.task, language: values.language, files: values.dev };
  for (const line of await retrainShop(values, dev)) console.log(line);
}

async function runRollback(values: Values): Promise<void> {
  console.log(await rollBackShop(values, values.task, values.language));
}

function runShip(values: Values): void {
  const modules = values.out ?? fileURLToPath(new URL('../../backend/modules/', import.meta.url));
  for (const line of shipModels(required(values.data, '--data'), {
    isClearOnly: values['clear-only'],
    parts: partsOf(values.only),
    modules,
    models: values.out ?? fileURLToPath(new URL('./', import.meta.url)),
  })) {
    console.log(line);
  }
}

function runCalibrateSearch(values: Values): void {
  for (const line of calibrateSearch(required(values.data, '--data'))) {
    console.log(line);
  }
}

function runSearchBackground(values: Values): void {
  for (const line of searchBackground(required(values.data, '--data'))) {
    console.log(line);
  }
}

function partsOf(only: string | undefined): readonly ShippedPart[] {
  const wanted = only?.split(',') ?? shippedParts;
  const parts = shippedParts.filter((part) => wanted.includes(part));
  if (parts.length < wanted.length) {
    throw new Error(`--only takes ${shippedParts.join(', ')}.`);
  }
  return parts;
}

function dialogueTaskOf(name: string | undefined): DialogueTask | undefined {
  return dialogueTasks.find((each) => each === name);
}

function taskOf(name: string | undefined): TextTask {
  const task = textTasks.find((each) => each === name);
  if (!task) {
    throw new Error(`--task must be one of ${textTasks.join(', ')}.`);
  }
  return task;
}

function rowsOf<T>(files: string | undefined, option: string): T[] {
  return required(files, option)
    .split(',')
    .flatMap((file) => readRows<T>(file));
}

function required(value: string | undefined, option: string): string {
  if (!value) {
    throw new Error(`${option} is missing.`);
  }
  return value;
}

/** Reads JSON Lines from the pipe and writes one line for each; a line that is not JSON ends the run with its number. */
async function eachLine<T>(answer: (row: T) => unknown): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') {
      process.stdout.write(`${JSON.stringify(answer(parseLine<T>(line, number)))}\n`);
    }
  }
}

function parseLine<T>(line: string, number: number): T {
  try {
    return JSON.parse(line) as T;
  } catch {
    throw new Error(`line ${number} is not JSON`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parse();
  const command = commands[positionals[0] ?? ''];
  if (!command || values.help) {
    console.log(help);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  await command(values);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
