import type { AgentStatus } from '#shared/domain/agent';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import type { HandoffState } from '#shared/domain/handoff';
import type { AgentId, ConversationId, CustomerId } from '#shared/domain/ids';

/** Who stands where in a conversation: all that decides which members of staff may see it. */
export type Standing = {
  state: HandoffState;
  ownerId: AgentId | null;
  offeredTo: AgentId | null;
  offeredBy: AgentId | null;
  closedBy: AgentId | null;
  closedAt: Date | null;
};

/** What has been committed and others may want to know. Published after the commit, in order per conversation; never before (rule D2). */
export type Fact =
  | {
      type: 'conversation-changed';
      conversation: ConversationSummary;
      /** Entries appended by this change, ascending; empty when only the row changed. */
      entries: Entry[];
      /** How far staff have read, as the customer's sequence. */
      shopReadSeq: number;
      /** The customer's own last sequence. */
      customerSeq: number;
      /** In how many minutes a person may be expected, while one is awaited. */
      waitMinutes: number | null;
      /** The standing before the change (`null`: it was opened by it) and after it: who could see it and now can't is told to drop it. */
      before: Standing | null;
      after: Standing;
    }
  | { type: 'agent-changed'; agent: AgentStatus }
  | { type: 'session-ended'; sessionId: string; reason: 'signed-out' | 'expired' | 'deactivated' }
  /** The session has a new token: whoever came in by the old one has to show it. */
  | { type: 'session-renewed'; sessionId: string }
  | { type: 'customer-merged'; keptId: CustomerId; mergedId: CustomerId }
  | {
      type: 'typing';
      conversationId: ConversationId;
      customerId: CustomerId;
      by: { kind: 'customer' | 'bot' } | { kind: 'agent'; agentId: AgentId };
      isTyping: boolean;
    };

/** Where a fact was committed: by this node or by another one, whose own listeners have done what is to be done once. */
export type FactOrigin = 'here' | 'elsewhere';

export type FactListener = (fact: Fact, origin: FactOrigin) => void;

/** A place in the order of facts about one thing: what is behind it waits until it is published or given up. */
export type FactPlace = { publish(fact: Fact): void; giveUp(): void };

/**
 * Publish and subscribe within this process; `backend/cluster` carries what is published to other nodes, which `receive` it. Listeners must not throw; what they throw is given to `onError` and the others still hear.
 * `reserve` keeps a place in the order of facts with the same key: taken while the row is locked and used after the commit, it makes listeners
 * hear facts in the order of the commits, even when the database's answer to the first commit arrives after that to the second. Facts of several
 * nodes about one conversation may come out of order: the conversation's `version` tells.
 */
export type FactBus = {
  publish(fact: Fact): void;
  /** Tells what another node has committed. */
  receive(fact: Fact): void;
  reserve(key: string): FactPlace;
  subscribe(listener: FactListener): () => void;
};

/** A bus without listeners yet. */
export function createFactBus(onError: (error: unknown) => void): FactBus {
  const listeners = new Set<FactListener>();
  const publish = (fact: Fact) => tell(fact, 'here');
  const lines = createLines(publish);

  function tell(fact: Fact, origin: FactOrigin): void {
    for (const listener of listeners) {
      try {
        listener(fact, origin);
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    publish,
    receive: (fact) => tell(fact, 'elsewhere'),
    reserve: lines.reserve,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Places in line, by key. A place is empty until it is settled with a fact, or with none. */
function createLines(publish: (fact: Fact) => void): Pick<FactBus, 'reserve'> {
  type Place = { isSettled: boolean; fact: Fact | null };
  const lines = new Map<string, Place[]>();

  function settle(key: string, place: Place, fact: Fact | null): void {
    if (place.isSettled) return;
    Object.assign(place, { isSettled: true, fact });
    const line = lines.get(key) ?? [];
    while (line[0]?.isSettled) {
      const first = line.shift();
      if (first?.fact) publish(first.fact);
    }
    if (line.length === 0) lines.delete(key);
  }

  return {
    reserve(key) {
      const place: Place = { isSettled: false, fact: null };
      const line = lines.get(key) ?? [];
      line.push(place);
      lines.set(key, line);
      return { publish: (fact) => settle(key, place, fact), giveUp: () => settle(key, place, null) };
    },
  };
}
