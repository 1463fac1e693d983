import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerEntry, customerEntrySchema } from '#shared/domain/entry';
import { revisedCustomerEntry } from '#shared/domain/revision';
import { customerConversationSchema } from '#shared/protocol/customer-requests';
import { appendEntries, lastSeq, prependEntries, shownEntries, type Thread } from './thread.ts';

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

/** The log as the server holds it after each step, and each entry as it was told: at odd steps one of those before is edited or taken back. */
function play(targets: readonly number[]): { told: CustomerEntry[]; states: CustomerEntry[][] } {
  const told: CustomerEntry[] = [];
  const states: CustomerEntry[][] = [[]];
  for (const [index, target] of targets.entries()) {
    const stored = states.at(-1) ?? [];
    const standing = stored.filter(({ revises, content }) => !revises && content.type !== 'recalled');
    const meant = target < 4 ? undefined : standing[target % Math.max(1, standing.length)];
    const content =
      target % 2 === 0 ? { type: 'recalled' as const } : { type: 'text' as const, text: `edit ${index}` };
    const next: CustomerEntry = meant
      ? { ...entry(index + 1), content, revises: meant.id }
      : entry(index + 1);
    told.push(next);
    states.push([...stored.map((one) => (next.revises ? revisedCustomerEntry(one, next) : one)), next]);
  }
  return { told, states };
}

describe('D19 what was edited or recalled', () => {
  it('D19 D4 is held as a fresh read shows it, whatever was read when, from where, and told twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(11), { minLength: 2, maxLength: 12 }),
        fc.nat(12),
        fc.nat(12),
        (targets, at, back) => {
          const { told, states } = play(targets);
          const opened = states[Math.max(1, Math.min(at, targets.length))] ?? [];
          const first = Math.min(back, opened.length - 1);
          let held: Thread = { ...thread(1, 0), entries: opened.slice(first), hasOlder: first > 0 };
          held = appendEntries(held, told.slice(Math.max(first, opened.length - back))) ?? held;
          held = appendEntries(held, told.slice(first)) ?? held;
          const above = states[Math.min(opened.length + back, states.length - 1)] ?? [];
          held = prependEntries(held, above.slice(0, first), false);
          expect(held.entries).toEqual(states.at(-1));
        },
      ),
    );
  });

  it('D19 is seen in the message, not as one of its own', () => {
    const revision: CustomerEntry = { ...entry(3), content: { type: 'recalled' }, revises: entry(1).id };
    const held = appendEntries(thread(1, 2), [revision]);
    expect(held && shownEntries(held).map(({ seq, content }) => [seq, content.type])).toEqual([
      [1, 'recalled'],
      [2, 'text'],
    ]);
  });
});
