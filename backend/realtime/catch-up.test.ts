import { expect, it, onTestFinished, vi } from 'vitest';
import type { ConversationSummary } from '#shared/domain/conversation';
import {
  anAgent,
  aTakenConversation,
  aWaitingConversation,
} from '../../test/support/builders/conversation.ts';
import type { ChangedRow, ChangeService } from '../modules/conversations/index.ts';
import { systemClock } from '../runtime/clock.ts';
import { createFactBus, type Fact, type Standing } from '../runtime/facts.ts';
import { newId } from '../runtime/ids.ts';
import { noInterest } from '../runtime/topics.ts';
import { createAgentAudience } from './audience.ts';
import { startCatchUp } from './catch-up.ts';
import { startFanOut } from './fan-out.ts';
import { createToldMemory } from './told.ts';

const lin = anAgent('林晓');
const parts = { name: 'one', now: Date.now() };
const nobody = { ownerId: null, offeredTo: null, offeredBy: null, closedBy: null, closedAt: null };
const waiting: Standing = { ...nobody, state: 'waiting' };
const taken: Standing = { ...nobody, state: 'agent', ownerId: lin.id };
const closed: Standing = { ...nobody, state: 'closed', closedBy: lin.id, closedAt: new Date() };

function fact(conversation: ConversationSummary, before: Standing | null, after: Standing): Fact {
  const customer = { shopReadSeq: 0, customerSeq: 0, waitMinutes: null };
  return { type: 'conversation-changed', conversation, entries: [], before, after, ...customer };
}

/** A node with the console of an admin, whose database shows these rows as changed at its next look. */
async function openNode(changed: readonly ChangedRow[]) {
  const raise = (error: unknown): never => {
    throw error;
  };
  const facts = createFactBus(raise);
  const told = createToldMemory(systemClock);
  const audience = createAgentAudience(noInterest);
  const toAgents = vi.fn();
  const common = { facts, told, audience, clock: systemClock, hasCustomer: () => false };
  const listSince = vi.fn(async function* () {
    yield changed;
  });
  const changes: ChangeService = { readHorizon: async () => '1', listSince, factsOf: async () => [] };
  let doubt = (): void => undefined;
  const nodes = {
    state: () => 'linked' as const,
    onDoubt: (listener: () => void) => {
      doubt = listener;
    },
  };
  const idle = { listAgents: async () => [], checkSessions: async () => undefined, onHints: () => undefined };
  const stops = [
    startFanOut({ ...common, toAgents, toCustomers: vi.fn() }),
    startCatchUp({ ...common, ...idle, changes, nodes, onError: raise }),
  ];
  onTestFinished(async () => {
    for (const stop of stops) await stop();
  });
  const actor = { kind: 'agent', agentId: anAgent('admin').id, role: 'admin' } as const;
  await audience.add({ socketId: 'admin', actor: { ...actor, sessionId: newId() }, watching: new Set() });
  // The first look finds where to begin, the second what changed since.
  await vi.waitFor(() => {
    doubt();
    expect(listSince).toHaveBeenCalled();
  });
  await new Promise(setImmediate);
  return { facts, toAgents };
}

it('D4 D16 shows nothing by what another node told too late, after the database was seen to be further', async () => {
  const change = { version: 3 };
  const late = aTakenConversation({ ...parts, change }, lin);
  const { facts, toAgents } = await openNode([
    { id: late.id, version: 5, customerId: late.customer.id, standing: closed },
  ]);
  facts.receive(fact(aWaitingConversation({ ...parts, change: { version: 2 } }), null, waiting));
  facts.receive(fact(late, waiting, taken));
  expect(toAgents).not.toHaveBeenCalled();
});

it('D4 D16 tells what another node told in time', async () => {
  const { facts, toAgents } = await openNode([]);
  const early = aWaitingConversation({ ...parts, change: { version: 2 } });
  facts.receive(fact(early, null, waiting));
  expect(toAgents).toHaveBeenCalledExactlyOnceWith(['admin'], 'workspace:changed', {
    conversations: [early],
    removed: [],
  });
});
