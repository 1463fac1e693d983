import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationSummary } from '#shared/domain/conversation';
import { handoffStateSchema } from '#shared/domain/handoff';
import type { AgentId, ConversationId, CustomerId } from '#shared/domain/ids';
import { isInWorkspace, isOverseer, mayRead, type Viewer } from '../modules/conversations/index.ts';
import type { Fact, Standing } from '../runtime/facts.ts';
import type { Topic } from '../runtime/topics.ts';
import { topicsOf } from './fact-topics.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const conversation = {
  id: 'conversation' as ConversationId,
  customer: { id: 'customer' as CustomerId },
} as ConversationSummary;

const agentId = fc.constantFrom('a', 'b', 'c', 'd').map((id) => id as AgentId);
const standing: fc.Arbitrary<Standing> = fc.record({
  state: fc.constantFrom(...handoffStateSchema.options),
  ownerId: fc.option(agentId),
  offeredTo: fc.option(agentId),
  offeredBy: fc.option(agentId),
  closedBy: fc.option(agentId),
  closedAt: fc.option(fc.constantFrom(NOW, new Date(NOW.getTime() - 2 * 3_600_000))),
});
const viewer: fc.Arbitrary<Viewer> = fc.record({
  agentId,
  role: fc.constantFrom('agent' as const, 'lead' as const, 'admin' as const),
});

function changed(before: Standing | null, after: Standing): Fact {
  return {
    type: 'conversation-changed',
    conversation,
    entries: [],
    shopReadSeq: 0,
    customerSeq: 0,
    waitMinutes: null,
    before,
    after,
  };
}

/** What a node hears that has this console, which has the conversation open or not. */
function heardWith(who: Viewer, isWatching: boolean): Set<Topic> {
  return new Set<Topic>([
    'nodes',
    'staff',
    `agent:${who.agentId}`,
    ...(isOverseer(who) ? (['overseers'] as const) : []),
    ...(isWatching ? ([`watch:${conversation.id}`] as const) : []),
  ]);
}

describe('H13 the topics of a changed conversation', () => {
  it('reach every node with a console that may see it now, or could before', () => {
    fc.assert(
      fc.property(fc.option(standing), standing, viewer, (before, after, who) => {
        const sees = [before, after].some((one) => one !== null && isInWorkspace(one, who, NOW));
        const heard = heardWith(who, false);
        const isReached = topicsOf(changed(before, after), NOW).some((topic) => heard.has(topic));
        // A node that is reached though this console may see nothing is no harm: the fan-out judges each console.
        if (sees) expect(isReached).toBe(true);
      }),
    );
  });

  it('reach whoever has it open and may read it, or could', () => {
    fc.assert(
      fc.property(fc.option(standing), standing, viewer, (before, after, who) => {
        const reads = [before, after].some((one) => one !== null && mayRead(one, who, NOW));
        const heard = heardWith(who, true);
        if (reads) expect(topicsOf(changed(before, after), NOW).some((topic) => heard.has(topic))).toBe(true);
      }),
    );
  });

  it('are few: what an agent has is told to that agent, to leads and to the customer, and to nobody else', () => {
    const owned: Standing = {
      ...{ state: 'agent', ownerId: 'a' as AgentId },
      ...{ offeredTo: null, offeredBy: null, closedBy: null, closedAt: null },
    };
    expect(new Set(topicsOf(changed(owned, owned), NOW))).toEqual(
      new Set(['customer:customer', 'overseers', 'agent:a']),
    );
    const waiting: Standing = { ...owned, state: 'waiting', ownerId: null };
    expect(new Set(topicsOf(changed(waiting, owned), NOW))).toEqual(new Set(['customer:customer', 'staff']));
  });

  it('always reach the customer', () => {
    fc.assert(
      fc.property(fc.option(standing), standing, (before, after) => {
        expect(topicsOf(changed(before, after), NOW)).toContain('customer:customer');
      }),
    );
  });
});
