import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerEntry, Entry, RevisedContent } from './entry.ts';
import type { ClientId, ConversationId, CustomerId, EntryId } from './ids.ts';
import { revisedCustomerEntry, revisedEntry } from './revision.ts';

const conversationId = '01980000-0000-7000-8000-000000000001' as ConversationId;
const customerId = '01980000-0000-7000-8000-000000000002' as CustomerId;
const clientId = '01980000-0000-7000-8000-000000000003' as ClientId;
const author = { kind: 'customer' as const, customerId, name: '阿明' };
const idOf = (place: number) => `01980000-0000-7000-8000-${String(place).padStart(12, '0')}` as EntryId;

const contents = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1, maxLength: 20 }) }),
  fc.constant({ type: 'recalled' as const }),
);
/** Of five messages: which is revised, and to what, in order. */
const revisions = fc.array(fc.record({ place: fc.integer({ min: 0, max: 4 }), content: contents }), {
  maxLength: 12,
});

function messages(): Entry[] {
  return Array.from({ length: 5 }, (_none, place) => ({
    ...entryAt(place),
    body: {
      type: 'message' as const,
      content: { type: 'text' as const, text: `原话 ${place}` },
      clientId,
      mood: { label: 'negative' as const, score: -0.4, confidence: 0.9, cues: ['太差'] },
      delivery: null,
    },
  }));
}

function entryAt(place: number) {
  const at = '2026-11-22T04:00:00.000Z';
  return {
    id: idOf(place),
    conversationId,
    seq: place + 1,
    customerSeq: place + 1,
    at,
    author,
    channelId: null,
  };
}

/** The log as the server writes it: everything held is revised, then the entry that tells is appended. */
function written(wishes: readonly { place: number; content: RevisedContent }[]): Entry[] {
  return wishes.reduce<Entry[]>((log, { place, content }) => {
    const revision = { entryId: idOf(place), content };
    const told = { type: 'revised' as const, ...revision, clientId, delivery: null };
    return [...log.map((entry) => revisedEntry(entry, revision)), { ...entryAt(log.length), body: told }];
  }, messages());
}

describe('D19 applying revisions', () => {
  it('wherever a client stopped reading, what it holds becomes what the log says', () => {
    fc.assert(
      fc.property(revisions, fc.nat(12), (wishes, known) => {
        const log = written(wishes);
        const held = written(wishes.slice(0, known));
        for (const entry of log.slice(held.length)) {
          const { body } = entry;
          if (body.type !== 'revised') throw new Error('Only revisions were appended');
          held.splice(0, held.length, ...held.map((one) => revisedEntry(one, body)), entry);
        }
        expect(held).toEqual(log);
      }),
    );
  });

  it('applying one again changes nothing; of the mood the words go and the score stays', () => {
    fc.assert(
      fc.property(revisions, (wishes) => {
        const log = written(wishes);
        const latest = new Map<EntryId, RevisedContent>();
        for (const { body } of log) if (body.type === 'revised') latest.set(body.entryId, body.content);
        for (const [entryId, content] of latest)
          expect(log.map((entry) => revisedEntry(entry, { entryId, content }))).toEqual(log);
        for (const { id, body } of log) {
          if (body.type !== 'message') continue;
          expect(body.mood).toMatchObject({ score: -0.4, cues: latest.has(id) ? [] : ['太差'] });
        }
      }),
    );
  });

  it('what is no part of it is given back as it is', () => {
    const [first] = messages();
    if (!first) throw new Error('There is none');
    expect(revisedEntry(first, { entryId: idOf(4), content: { type: 'recalled' } })).toBe(first);
  });

  it('a customer’s client replaces the message and earlier revisions of it, nothing else', () => {
    const base = { conversationId, seq: 1, at: '2026-11-22T04:00:00.000Z', clientId: null };
    const by = { kind: 'agent' as const, name: '小雨' };
    const text = (words: string) => ({ type: 'text' as const, text: words });
    const said: CustomerEntry = { ...base, id: idOf(1), author: by, content: text('一') };
    const other: CustomerEntry = { ...base, id: idOf(2), author: by, content: text('二') };
    const edit: CustomerEntry = { ...base, id: idOf(3), author: by, content: text('三'), revises: idOf(1) };
    const recall: CustomerEntry = {
      ...base,
      id: idOf(4),
      author: by,
      content: { type: 'recalled' },
      revises: idOf(1),
    };
    const held = [said, other, edit].map((entry) => revisedCustomerEntry(entry, recall));
    expect(held.map(({ content }) => content)).toEqual([
      { type: 'recalled' },
      text('二'),
      { type: 'recalled' },
    ]);
    expect(held[1]).toBe(other);
  });
});
