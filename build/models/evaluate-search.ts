import { join } from 'node:path';
import { createRetrieval } from '../../backend/modules/knowledge/retrieval.ts';
import { readRows } from './data.ts';
import { calibrationError, share } from './metrics.ts';
import type { Line } from './report.ts';

type Doc = { id: number; q: string };
type Query = { q: string; rel: number[] };

/** Chinese question matching: every query has its right entry among some ten thousand; a third of the queries again with it taken away. */
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
  return { lines, notes: [speedNote(times), ...abstention(index, queries, docs)] };
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

/** How honest "I don't know" is: a third of the queries have their entry removed, then the sure ones must be right. */
function abstention(
  index: ReturnType<typeof createRetrieval>,
  queries: readonly Query[],
  docs: readonly Doc[],
): string[] {
  const textOf = new Map(docs.map((doc) => [doc.id, doc.q]));
  const judged: { sure: number; isRight: boolean }[] = [];
  queries.forEach(({ q, rel }, i) => {
    const isGone = i % 3 === 0;
    if (isGone) {
      for (const id of rel) {
        index.remove(String(id));
      }
    }
    const [hit] = index.search(q, { language: 'zh', limit: 2 });
    judged.push({ sure: hit?.probability ?? 0, isRight: !isGone && rel.includes(Number(hit?.id)) });
    if (isGone) {
      for (const id of rel) {
        index.upsert({ id: String(id), language: 'zh', question: textOf.get(id) ?? '' });
      }
    }
  });
  const bySureness = judged.toSorted((a, b) => b.sure - a.sure);
  const wrongAt = (coverage: number): string => {
    const kept = bySureness.slice(0, Math.round(coverage * bySureness.length));
    return `${((100 * kept.filter(({ isRight }) => !isRight).length) / kept.length).toFixed(1)} %`;
  };
  const error = calibrationError(
    judged.map(({ sure }) => sure),
    judged.map(({ isRight }) => isRight),
  );
  return [
    `retrieval with a third of the answers missing: wrong among the surest 30 / 50 / 60 / 70 % of queries ${[0.3, 0.5, 0.6, 0.7].map(wrongAt).join(' / ')}; calibration error ${error.toFixed(1)} %`,
  ];
}
