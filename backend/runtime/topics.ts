import type { AgentId, ConversationId, CustomerId } from '#shared/domain/ids';

/**
 * What facts are addressed by between nodes: a node hears of a topic while it has a socket for it, so a fact goes only where somebody listens.
 * `nodes` is heard by every node, `staff` where any console is connected, `overseers` where that of a lead or an admin is, `watch:…` where a
 * console has the conversation open.
 */
export type Topic =
  | 'nodes'
  | 'staff'
  | 'overseers'
  | `agent:${AgentId}`
  | `customer:${CustomerId}`
  | `watch:${ConversationId}`;

/** What this node wants to hear from the others. Every `add` is taken back by one `remove`. */
export type Interest = {
  /** Resolves when facts of this topic that are published from now on come here; at once where no other node can be heard anyway. */
  add(topic: Topic): Promise<void>;
  remove(topic: Topic): void;
};

/** The interest of a node that has no others. */
export const noInterest: Interest = { add: () => Promise.resolve(), remove: () => undefined };
