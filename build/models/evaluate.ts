import { readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createHandoffPredictor } from '../../backend/modules/handoff-prediction/index.ts';
import { createIntentModel } from '../../backend/modules/intent/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { requireData } from './data.ts';
import { evaluateCheck } from './evaluate-check.ts';
import { evaluateDialogues } from './evaluate-dialogue.ts';
import { evaluateInnocuous } from './evaluate-innocuous.ts';
import { evaluateChineseIntents, evaluateEnglishIntents } from './evaluate-intent.ts';
import { evaluateMood } from './evaluate-mood.ts';
import { evaluateEmotion, evaluatePolarity } from './evaluate-reviews.ts';
import { evaluateSearch } from './evaluate-search.ts';
import { type Line, toTable } from './report.ts';
import { loadScorer } from './text-model.ts';

/** What the evaluation reads, below the data folder. */
const needed = [
  'zh/sentiment/dev.jsonl.gz',
  'zh/emotion/dev.jsonl.gz',
  'zh/intent_cic/dev.jsonl.gz',
  'zh/faq_retrieval/simclue_dev_docs.jsonl.gz',
  'en/intent_bitext/dev.jsonl.gz',
  'en/intent_banking77/dev.jsonl.gz',
  'en/intent_clinc150/dev.jsonl.gz',
  'en/emotion_goemotions_ekman/dev.jsonl.gz',
  'en/sentiment_airline/train.jsonl.gz',
  'zh/satisfaction_ssa/clothes_dev.jsonl.gz',
  'zh/satisfaction_ssa/makeup_dev_handoff.jsonl.gz',
];

const parts: Record<string, (data: string) => { lines: Line[]; notes: string[] }> = {
  check: evaluateCheck,
  mood: evaluateMood,
  polarity: evaluatePolarity,
  emotion: evaluateEmotion,
  'intent-zh': evaluateChineseIntents,
  'intent-en': evaluateEnglishIntents,
  search: evaluateSearch,
  innocuous: evaluateInnocuous,
  dialogue: evaluateDialogues,
};

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
  const data = requireData(values.data, needed);
  console.log(
    'Recipes are trained on the train rows alone and measured on the dev rows; the shipped weights are measured where it says so.\n',
  );
  const lines: Line[] = [];
  const notes: string[] = [];
  for (const [name, evaluate] of Object.entries(parts)) {
    if (!values.only || values.only.split(',').includes(name)) {
      const result = evaluate(data);
      lines.push(...result.lines);
      notes.push(...result.notes);
      console.error(`${name} done`);
    }
  }
  console.log(toTable(lines));
  console.log(`\n${[...notes, ...speedNotes()].map((note) => `- ${note}`).join('\n')}`);
}

/** Load time, time per message and size of all that is shipped, on this machine, one thread. */
function speedNotes(): string[] {
  const started = performance.now();
  const [mood, intent, predictor] = [createSentimentModel(), createIntentModel(), createHandoffPredictor()];
  const emotion = loadScorer('emotion');
  const load = performance.now() - started;
  const texts = [
    '你好，我的订单等了十天还没发货，到底什么时候能到？',
    'I have been waiting for two weeks and nobody answers, where is my order?',
  ];
  const turns = Array.from({ length: 12 }, (_, i) => ({
    author: i % 2 === 1 ? ('customer' as const) : ('bot' as const),
    text: texts[(i >> 1) % 2] as string,
  }));
  const message = timed((i) => {
    const text = texts[i % 2] as string;
    mood.score(text);
    intent.classify(text);
    emotion({ text });
  });
  const turn = timed(() => predictor.predictHandoff({ turns, moods: [0, -0.2, -0.5], misses: 1 }));
  const sizes = [
    'backend/modules/sentiment/weights',
    'backend/modules/intent/weights',
    'backend/modules/handoff-prediction/weights',
    'build/models/weights',
  ].flatMap(weightSizes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2;
  return [
    `mood, intent and emotion of one message: ${message} (goal 1 / 3 ms); foretelling a handoff after twelve lines: ${turn}`,
    `loading mood, intent, emotion (both languages) and the predictor: ${load.toFixed(0)} ms (goal 300 ms)`,
    `weights: ${total.toFixed(1)} MiB in all (goal 25): ${sizes.map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(0)} KiB`).join(', ')}`,
  ];
}

const warmUp = 1000;

function timed(work: (round: number) => unknown): string {
  const times: number[] = [];
  for (let i = 0; i < 6000; i += 1) {
    const before = performance.now();
    work(i);
    times.push(performance.now() - before);
  }
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] as number).toFixed(3);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function weightSizes(folder: string): { name: string; bytes: number }[] {
  const path = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(path)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => ({ name, bytes: statSync(new URL(name, path)).size }));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
