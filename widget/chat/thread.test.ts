import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerEntry, customerEntrySchema } from '#shared/domain/entry';
import { customerConversationSchema } from '#shared/protocol/customer-requests';
import { appendEntries, lastSeq, prependEntries, type Thread } from './thread.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

function entry(seq: number): CustomerEntry {
  return customerEntrySchema.parse({
    id: `01890a5d-ac96-774b-bcce-${String(seq).padStart(12, '0')}`,
    conversationId: ID,
    seq,
    at: '2026-11-22T10:00:00.000Z',
    author: { kind: 'bot', name: null },
    content: { type: 'text', text: `message ${seq}` },
    clientId: null,
  });
}

function thread(first: number, last: number): Thread {
  const conversation = customerConversationSchema.parse({
    id: ID,
    status: 'bot',
    agentName: null,
    waitMinutes: null,
    seq: last,
    readSeq: 0,
    openedAt: '2026-11-22T10:00:00.000Z',
  });
  return { conversation, entries: range(first, last), hasOlder: first > 1 };
}

function range(first: number, last: number): CustomerEntry[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => entry(first + index));
}

describe('D4 a thread stays dense', () => {
  it('D4 refuses entries that leave a gap, so that the caller fetches', () => {
    expect(appendEntries(thread(1, 3), [entry(5)])).toBeNull();
    expect(appendEntries(thread(1, 3), [entry(4), entry(6)])).toBeNull();
  });

  it('D4 holds exactly the union of what it had and what came, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.nat(20), (last, back, ahead) => {
        const first = Math.max(1, last + 1 - back);
        const next = appendEntries(thread(1, last), range(first, last + ahead));
        expect(next?.entries.map(({ seq }) => seq)).toEqual(range(1, last + ahead).map(({ seq }) => seq));
      }),
    );
  });

  it('D4 accepts a page in front once, however often it comes', () => {
    const once = prependEntries(thread(11, 12), range(6, 10), true);
    const twice = prependEntries(once, range(6, 10), true);
    expect(twice.entries.map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(lastSeq(twice)).toBe(12);
  });
});
