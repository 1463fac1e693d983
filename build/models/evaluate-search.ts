import { join } from 'node:path';
import { createRetrieval } from '../../backend/modules/knowledge/retrieval.ts';
import { readRows } from './data.ts';
import { calibrationError, share } from './metrics.ts';
import { createRandom, shuffle } from './random.ts';
import type { Line } from './report.ts';

type Doc = { id: number; q: string };
type Query = { q: string; rel: number[] };

/** Chinese question matching: every query has its right entry among some ten thousand. */
export function evaluateSearch(data: string): { lines: Line[]; notes: string[] } {
  const docs = readRows<Doc>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz'));
  const queries = readRows<Query>(join(data, 'zh/faq_retrieval/simclue_dev_queries.jsonl.gz'));
  const index = createRetrieval();
  for (const { id, q } of docs) {
    index.upsert({ id: String(id), language: 'zh', question: q });
  }
  const times: number[] = [];
  const found = queries.map(({ q, rel }) => {
    const before = performance.now();
    const hits = index.search(q, { language: 'zh', limit: 10 });
    times.push(performance.now() - before);
    return { place: hits.findIndex((hit) => rel.includes(Number(hit.id))), sure: hits[0]?.probability ?? 0 };
  });
  const task = `retrieval simclue (${docs.length} entries)`;
  const overlap = queries.filter((_, i) => i % 20 === 0).map((query) => overlapHits(query, docs));
  const lines: Line[] = [
    {
      task,
      measure: 'R@1',
      rows: queries.length,
      ours: share(found.map(({ place }) => place === 0)),
      baseline: ['shared characters (every 20th)', share(overlap)],
    },
    {
      task,
      measure: 'R@5',
      rows: queries.length,
      ours: share(found.map(({ place }) => place >= 0 && place < 5)),
    },
  ];
  return {
    lines: [...lines, ...evaluateVariants(data)],
    notes: [speedNote(times), ...abstention(queries, docs)],
  };
}

/** Baseline: whether the entry with the largest share of common characters is the right one. */
function overlapHits({ q, rel }: Query, docs: readonly Doc[]): boolean {
  const wanted = new Set(q);
  let best = { share: -1, id: -1 };
  for (const doc of docs) {
    const have = new Set(doc.q);
    const shared = [...have].filter((char) => wanted.has(char)).length;
    const common = shared / (have.size + wanted.size - shared);
    if (common > best.share) {
      best = { share: common, id: doc.id };
    }
  }
  return rel.includes(best.id);
}

function speedNote(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * sorted.length)] as number).toFixed(2);
  return `search: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms a query`;
}

/** How honest "I don't know" is in collections of a shop's size: 500 entries, half of the queries without an answer among them. */
function abstention(queries: readonly Query[], docs: readonly Doc[]): string[] {
  const random = createRandom(31);
  const judged: { sure: number; isRight: boolean }[] = [];
  for (let round = 0; round < 4; round += 1) {
    const chosen = shuffle([...docs], random).slice(0, 500);
    const ids = new Set(chosen.map((doc) => doc.id));
    const index = createRetrieval();
    for (const { id, q } of chosen) {
      index.upsert({ id: String(id), language: 'zh', question: q });
    }
    const answerable = queries.filter(({ rel }) => rel.some((id) => ids.has(id)));
    const others = shuffle(
      queries.filter(({ rel }) => !rel.some((id) => ids.has(id))),
      random,
    ).slice(0, answerable.length);
    for (const { q, rel } of [...answerable, ...others]) {
      const [hit] = index.search(q, { language: 'zh', limit: 1 });
      judged.push({ sure: hit?.probability ?? 0, isRight: rel.includes(Number(hit?.id)) });
    }
  }
  const answered = judged.filter(({ sure }) => sure >= 0.5);
  const wrong = answered.filter(({ isRight }) => !isRight).length;
  const missed = judged.filter(({ sure, isRight }) => sure < 0.5 && isRight).length;
  const error = calibrationError(
    judged.map(({ sure }) => sure),
    judged.map(({ isRight }) => isRight),
  );
  return [
    `retrieval, 500 entries, half of ${judged.length} queries without an answer: at "sure" from 50 % it answers ${percent(answered.length, judged.length)}, ${percent(wrong, answered.length)} of that wrongly, and keeps silent on ${percent(missed, judged.length)} that it had; calibration error ${error.toFixed(1)} %`,
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** English: 77 articles (Banking77 intents) with twenty ways to ask each; new questions must find theirs. */
function evaluateVariants(data: string): Line[] {
  type Row = { text: string; label: string };
  const rows = readRows<Row>(join(data, 'en/intent_banking77/train.jsonl.gz'));
  const index = createRetrieval();
  for (const label of new Set(rows.map((row) => row.label))) {
    const variants = rows
      .filter((row) => row.label === label)
      .slice(0, 20)
      .map((row) => row.text);
    index.upsert({ id: label, language: 'en', question: label.replaceAll('_', ' '), variants });
  }
  const dev = readRows<Row>(join(data, 'en/intent_banking77/dev.jsonl.gz'));
  const places = dev.map((row) =>
    index.search(row.text, { language: 'en', limit: 5 }).findIndex((hit) => hit.id === row.label),
  );
  const task = 'retrieval en, 77 articles × 20 questions (Banking77)';
  return [
    { task, measure: 'R@1', rows: dev.length, ours: share(places.map((place) => place === 0)) },
    { task, measure: 'R@5', rows: dev.length, ours: share(places.map((place) => place >= 0)) },
  ];
}
