import { z } from 'zod';

/** How far the customer has read, kept on this device: on the shop's next page nothing of it is news again. */
const STORAGE_KEY = 'baton.read';
/** Conversations of which it is remembered, the latest ones. */
const REMEMBERED = 10;
const keptSchema = z.array(z.tuple([z.string(), z.int().min(0)]));
const unkept = new Map<string, number>();

function kept(): z.infer<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** The last sequence of a conversation that the customer has seen, on whatever tab; 0 where nothing is known. */
export function readUpTo(conversationId: string): number {
  const onDevice = kept().find(([id]) => id === conversationId)?.[1] ?? 0;
  return Math.max(onDevice, unkept.get(conversationId) ?? 0);
}

/** Remembers that it was seen up to here; without storage as long as the page lives. */
export function keepReading(conversationId: string, seq: number): void {
  if (seq <= readUpTo(conversationId)) return;
  unkept.set(conversationId, seq);
  const others = kept().filter(([id]) => id !== conversationId);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([...others, [conversationId, seq]].slice(-REMEMBERED)));
  } catch {
    return;
  }
}
