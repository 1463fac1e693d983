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
  | { type: 'customer-merged'; keptId: CustomerId; mergedId: CustomerId }
  | {
      type: 'typing';
      conversationId: ConversationId;
      customerId: CustomerId;
      by: { kind: 'customer' | 'bot' } | { kind: 'agent'; agentId: AgentId };
      isTyping: boolean;
    };

export type FactListener = (fact: Fact) => void;

/** In-process publish and subscribe. Listeners must not throw; what they throw is given to `onError` and the others still hear. */
export type FactBus = { publish(fact: Fact): void; subscribe(listener: FactListener): () => void };

/** A bus without listeners yet. */
export function createFactBus(onError: (error: unknown) => void): FactBus {
  const listeners = new Set<FactListener>();
  return {
    publish(fact) {
      for (const listener of listeners) {
        try {
          listener(fact);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
