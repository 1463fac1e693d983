import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentId } from '#shared/domain/ids';
import type { Fact, Standing } from '../runtime/facts.ts';
import { readContent, readSeal, rememberCopies, seal } from './wire.ts';

const closed: Standing = {
  ...{ state: 'closed', ownerId: null, offeredTo: null, offeredBy: null },
  ...{ closedBy: 'a' as AgentId, closedAt: new Date('2026-11-22T10:00:00Z') },
};

describe('telegrams between nodes', () => {
  it('come out as they went in, times as times', () => {
    const fact = {
      type: 'conversation-changed',
      entries: [],
      before: closed,
      after: closed,
    } as unknown as Fact;
    const sealed = readSeal(seal('node', 7, { fact })) ?? expect.fail('not read');
    expect(sealed).toMatchObject({ sender: 'node', number: 7 });
    expect(readContent(sealed)).toEqual({ fact });
  });

  it('are told from what is none', () => {
    for (const message of ['', 'x', 'node 1', 'node\n{}', 'node x\n{}', ' 1\n{}'])
      expect(readSeal(message)).toBeNull();
  });

  it('D1 count once, however many topics they came by and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat(50)), { maxLength: 200 }), (came) => {
        const copies = rememberCopies();
        const taken = came.filter(([sender, number]) => copies.isNew({ sender, number, content: '' }));
        expect(taken).toHaveLength(new Set(came.map(String)).size);
      }),
    );
  });
});
