import type { Random } from '../random.ts';
import type { StoredEntry, Told } from './history.ts';
import { isForCustomer, type Whole } from './planted.ts';
import type { Property } from './verdict.ts';

/** A way in which a history goes wrong, and the promise that it breaks; others may break with it. */
export type Plant = { breaks: Property; spoil(history: Whole, random: Random): void };

/** Any of them. */
export function anyConversation(history: Whole, random: Random): Whole['stored'][number] {
  return random.pick(history.stored);
}

/** Any message of a client. */
export function pickSaid(entries: StoredEntry[], random: Random): StoredEntry {
  return random.pick(entries.filter(({ body }) => body.type === 'said'));
}

/** Any line of this type. */
export function pickTold<T extends Told['type']>(
  history: Whole,
  random: Random,
  type: T,
): Extract<Told, { type: T }> {
  return random.pick(history.told.filter((told) => told.type === type)) as Extract<Told, { type: T }>;
}

/** What nobody wrote down: one entry more. */
export function addAtEnd(stored: Whole['stored'][number], body: StoredEntry['body']): void {
  const isSeen = isForCustomer(body);
  stored.seq += 1;
  if (isSeen) stored.customerSeq += 1;
  const at = (stored.entries.at(-1)?.at ?? 0) + 100_000;
  const customerSeq = isSeen ? stored.customerSeq : null;
  stored.entries.push({ seq: stored.seq, customerSeq, mark: stored.seq, at, body: { ...body } });
}

/** A line that was never written. */
export function remove(history: Whole, line: Told): void {
  history.told.splice(history.told.indexOf(line), 1);
}
