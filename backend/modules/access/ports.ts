import type { ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { CommandKey } from '../../runtime/command.ts';
import type { Standing } from '../../runtime/facts.ts';

/** What a decision about access has to know of the objects; read as they are now. */
export type AccessRepository = {
  readStanding(id: ConversationId): Promise<Standing | null>;
  /** The standings of all conversations of a customer. */
  listStandings(id: CustomerId): Promise<Standing[]>;
  /** The conversation that holds this entry. */
  conversationOf(id: EntryId): Promise<ConversationId | null>;
  /** Whether this very command, with this content, was done before. */
  isDone(key: CommandKey): Promise<boolean>;
  /** Whose conversation it is now. */
  customerOf(id: ConversationId): Promise<CustomerId | null>;
};
