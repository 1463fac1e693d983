import { join } from 'node:path';
import { countTerms } from '../../backend/modules/knowledge/retrieval-tokens.ts';
import { readRows } from './data.ts';

/** A term in fewer of a thousand sentences says what a text is about. */
const LEAST_PERMILLE = 8;

/**
 * How common words are in sentences about anything, for `retrieval-background.ts`: a shop of twenty articles cannot know from its own texts that
 * “how” means nothing. Counts only; no text of the sources is kept.
 */
export function searchBackground(data: string): string[] {
  const zh = readRows<{ q: string }>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz')).map(
    ({ q }) => q,
  );
  const en = (file: string): string[] =>
    readRows<{ text: string }>(join(data, 'en', file)).map(({ text }) => text);
  const questions = zh.filter((text) => /[?？吗么呢]|什|怎|哪|谁|几|多少/u.test(text));
  return [
    `zh: ${common([zh, questions])}`,
    `en: ${common([en('intent_clinc150/train.jsonl.gz'), en('emotion_goemotions_ekman/train.jsonl.gz').slice(0, 20_000)])}`,
  ];
}

/** Terms with their share in a thousand sentences, the mean over the corpora, commonest first. */
function common(corpora: readonly (readonly string[])[]): string {
  const shares = new Map<string, number>();
  for (const corpus of corpora) {
    for (const [term, count] of countSentences(corpus)) {
      shares.set(term, (shares.get(term) ?? 0) + (1000 * count) / corpus.length / corpora.length);
    }
  }
  return [...shares]
    .map(([term, share]) => [term, Math.round(share)] as const)
    .filter(([term, share]) => share >= LEAST_PERMILLE && /^[\p{L}']+$/u.test(term))
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([term, share]) => `${term}${share}`)
    .join(' ');
}

function countSentences(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of countTerms(text).keys()) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}
