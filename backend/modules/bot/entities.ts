import { dayOf, extractEntities } from '../language/index.ts';

/** Something of the world that a customer named, as it goes on the record. */
export type Entity = { type: string; value: string };

const personal: ReadonlySet<string> = new Set(['email', 'id-card', 'bank-card', 'phone', 'address']);
const MOST = 20;

/**
 * What a text names, each thing once; a day as it was said and as it is called on `today`. What identifies a person is only said to be there: the words themselves stand in the conversation for
 * whoever may read it.
 */
export function findEntities(text: string, today: string): Entity[] {
  const found = extractEntities(text).map(({ kind, text: said, value }) => {
    if (personal.has(kind)) return { type: kind, value: '***' };
    if (kind === 'date') return { type: kind, value: [said, dayOf(said, today)].filter(Boolean).join(' = ') };
    return { type: kind, value: kind === 'order-number' ? value.toUpperCase() : said };
  });
  const byValue = new Map(found.map((entity) => [`${entity.type} ${entity.value}`, entity]));
  return [...byValue.values()].slice(0, MOST);
}
