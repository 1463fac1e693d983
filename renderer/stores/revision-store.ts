import { create } from 'zustand';
import type { AgentId, ClientId, ConversationId, EntryId } from '#shared/domain/ids';

/** A message that this agent is editing or recalling, as long as the server has not done it. */
export type Revision = {
  clientId: ClientId;
  authorId: AgentId;
  conversationId: ConversationId;
  entryId: EntryId;
  /** The new words; null where it is recalled. */
  text: string | null;
  /** `asked`: on its way, or waiting for the line; a refusal says why it was not done. */
  state: 'asked' | RevisionRefusal;
};

/** Why the server did not do it. */
export type RevisionRefusal = { code: string; details?: Record<string, unknown> | undefined };

type RevisionState = {
  revisions: ReadonlyMap<EntryId, Revision>;
  /** What I recalled, to be written once more. In memory alone: nowhere else are these words kept. */
  words: ReadonlyMap<EntryId, string>;
};

const nothing: RevisionState = { revisions: new Map(), words: new Map() };

/** What is being edited and recalled by this agent. Kept on the device by `connection/revisions.ts`, but for the words of what was recalled. */
export const useRevisionStore = create<RevisionState>()(() => nothing);

/** Forgets everything, also the words. */
export function forgetRevisions(): void {
  useRevisionStore.setState(nothing);
}

/** Puts a revision in, in place of an earlier one of the same message. */
export function putRevision(revision: Revision): void {
  useRevisionStore.setState(({ revisions }) => ({
    revisions: new Map(revisions).set(revision.entryId, revision),
  }));
}

/** Takes a revision out: it was done, or is no longer wanted. */
export function dropRevision(entryId: EntryId): void {
  useRevisionStore.setState(({ revisions }) => {
    const left = new Map(revisions);
    return left.delete(entryId) ? { revisions: left } : {};
  });
}

/** Keeps the words of a message that is recalled, for its author. */
export function keepWords(entryId: EntryId, text: string): void {
  useRevisionStore.setState(({ words }) => ({ words: new Map(words).set(entryId, text) }));
}

/** The edit or recall of a message that is under way, or was refused. */
export function useRevision(entryId: EntryId | null): Revision | undefined {
  return useRevisionStore((state) => (entryId === null ? undefined : state.revisions.get(entryId)));
}

/** The words of a message that I recalled from this window. */
export function useKeptWords(entryId: EntryId): string | undefined {
  return useRevisionStore((state) => state.words.get(entryId));
}
