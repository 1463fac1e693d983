import { expect } from 'vitest';
import { summaryOf } from '../../backend/modules/conversations/index.ts';
import { type Floor, logOf } from './floor.ts';

/** What must hold of every row and log at any time. */
export async function checkInvariants(shop: Floor): Promise<void> {
  const ids = await shop.db.selectFrom('conversations').select('id').execute();
  const openBy = new Map<string, number>();
  for (const { id } of ids) {
    const row = await shop.store.conversations.find(id);
    if (row === null) throw new Error('The conversation vanished');
    expect(row.owner !== null).toBe(row.state === 'agent');
    expect(row.offer !== null).toBe(row.state === 'offered');
    expect(row.place !== null).toBe(row.state === 'waiting');
    expect(row.closedAt !== null).toBe(row.state === 'closed');
    expect(summaryOf(row).waitingSince !== null).toBe(row.state === 'waiting' || row.state === 'offered');
    if (row.state !== 'closed') openBy.set(row.customer.id, (openBy.get(row.customer.id) ?? 0) + 1);
    const log = await logOf(shop, id);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: row.seq }, (_, index) => index + 1));
    const seen = log.flatMap(({ customerSeq }) => customerSeq ?? []);
    expect(seen).toEqual(Array.from({ length: row.customerSeq }, (_, index) => index + 1));
    expect(log.every((entry, index) => index === 0 || entry.at >= (log[index - 1]?.at ?? entry.at))).toBe(
      true,
    );
    const running = await shop.db
      .selectFrom('handoffs')
      .select('id')
      .where('conversation_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    expect(running).toHaveLength(row.state === 'bot' || row.state === 'closed' ? 0 : 1);
  }
  expect([...openBy.values()].every((count) => count === 1)).toBe(true);
}
