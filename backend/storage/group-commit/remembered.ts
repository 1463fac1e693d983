import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../modules/conversations/index.ts';
import { createLines, type Lines } from '../../runtime/lines.ts';

/**
 * The conversations that this process wrote or read last, as they were then, and a line for each in which its writers wait for one another.
 * What is remembered may be out of date: whoever writes on the ground of it has the database compare the version.
 */
export type Remembered = {
  find(id: ConversationId): Conversation | null;
  /** The conversation in which this identity spoke last, while it is open. */
  findOpenOf(identityId: string): Conversation | null;
  /** Keeps it unless a newer version is known. */
  keep(conversation: Conversation): void;
  /** Forgets what is older than that version. */
  forget(id: ConversationId, olderThan?: number): void;
  /** Waits for one's turn with a conversation, or with what one identity says; to be ended by calling what it gives. */
  enter: Lines['enter'];
};

/** A few kilobytes each. */
const MOST = 10_000;

/** Nothing remembered yet. */
export function createRemembered(): Remembered {
  const kept = new Map<ConversationId, Conversation>();
  const openOf = new Map<string, ConversationId>();
  const lines = createLines();

  function drop(conversation: Conversation): void {
    kept.delete(conversation.id);
    if (openOf.get(conversation.identityId) === conversation.id) openOf.delete(conversation.identityId);
  }

  return {
    find: (id) => kept.get(id) ?? null,
    findOpenOf(identityId) {
      const id = openOf.get(identityId);
      const conversation = id === undefined ? undefined : kept.get(id);
      return conversation?.identityId === identityId && conversation.state !== 'closed' ? conversation : null;
    },
    keep(conversation) {
      const known = kept.get(conversation.id);
      if (known && known.version >= conversation.version) return;
      if (known) drop(known);
      kept.set(conversation.id, Object.freeze({ ...conversation }));
      if (conversation.state !== 'closed') openOf.set(conversation.identityId, conversation.id);
      const [oldest] = kept.values();
      if (kept.size > MOST && oldest) drop(oldest);
    },
    forget(id, olderThan = Number.POSITIVE_INFINITY) {
      const known = kept.get(id);
      if (known && known.version < olderThan) drop(known);
    },
    enter: lines.enter,
  };
}
