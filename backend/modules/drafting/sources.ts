import type { Order } from '#shared/domain/customer';
import type { Language } from '#shared/domain/language';
import type { Citation } from '#shared/domain/model-draft';
import type { KnowledgeHit } from '../knowledge/index.ts';

/** Something of the shop's that a draft may lean on, with its words in the language of the answer. */
export type Source = { citation: Citation; text: string };

/** Below this an article has as good as nothing to do with the question, and would only lead the model astray. */
const RELATED = 0.1;

/** Articles that may answer, and the customer's latest orders, in the order in which the model is told of them. */
export function sourcesOf(
  found: { hits: readonly KnowledgeHit[]; orders: readonly Order[] },
  language: Language,
): Source[] {
  const articles = found.hits
    .filter(({ confidence }) => confidence >= RELATED)
    .map(({ id, title, answer }) => ({
      citation: { source: 'article' as const, id, title },
      text: `${title[language]}\n${answer[language]}`,
    }));
  const orders = found.orders.slice(0, 3).map((order) => ({
    citation: {
      source: 'order' as const,
      id: order.id,
      title: { zh: `订单 ${order.number}`, en: `Order ${order.number}` },
    },
    text: orderText(order, language),
  }));
  return [...articles, ...orders];
}

function orderText(order: Order, language: Language): string {
  const lines = order.lines.map((line) => `${line.title[language]} ×${line.quantity}`).join('; ');
  const facts = [
    `number: ${order.number}`,
    `status: ${order.status}`,
    `placed: ${order.placedAt.slice(0, 10)}`,
    `total: ${(order.totalFen / 100).toFixed(2)} CNY`,
    `goods: ${lines}`,
  ];
  return facts.join('\n');
}
