import { readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createIntentModel } from '../../backend/modules/intent/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { requireData } from './data.ts';
import { evaluateCheck } from './evaluate-check.ts';
import { evaluateDialogues } from './evaluate-dialogue.ts';
import { evaluateChineseIntents, evaluateEnglishIntents } from './evaluate-intent.ts';
import { evaluateMood } from './evaluate-mood.ts';
import { evaluateEmotion, evaluatePolarity } from './evaluate-reviews.ts';
import { evaluateSearch } from './evaluate-search.ts';
import { type Line, toTable } from './report.ts';

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

/** Load time, time per message and size of what is shipped, on this machine, one thread. */
function speedNotes(): string[] {
  const started = performance.now();
  const [mood, intent] = [createSentimentModel(), createIntentModel()];
  const load = performance.now() - started;
  const texts = [
    '你好，我的订单等了十天还没发货，到底什么时候能到？',
    'I have been waiting for two weeks and nobody answers, where is my order?',
  ];
  const times: number[] = [];
  for (let i = 0; i < 6000; i += 1) {
    const before = performance.now();
    mood.score(texts[i % 2] as string);
    intent.classify(texts[i % 2] as string);
    times.push(performance.now() - before);
  }
  const sorted = times.slice(1000).sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] as number).toFixed(3);
  return [
    `mood and intent of one message: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; loading all four models ${load.toFixed(0)} ms`,
    `weights: ${['sentiment', 'intent'].flatMap(weightSizes).join(', ')}`,
  ];
}

function weightSizes(module: string): string[] {
  const folder = new URL(`../../backend/modules/${module}/weights/`, import.meta.url);
  return readdirSync(folder).map(
    (name) => `${name} ${(statSync(new URL(name, folder)).size / 1024).toFixed(0)} KiB`,
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
