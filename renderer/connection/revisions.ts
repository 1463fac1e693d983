import type { ConversationId, EntryId } from '#shared/domain/ids';
import { endEdit } from '../stores/draft-store.ts';
import { useEntryStore } from '../stores/entry-store.ts';
import {
  dropRevision,
  keepWords,
  putRevision,
  type Revision,
  useRevisionStore,
} from '../stores/revision-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { fetchMissing } from './catch-up.ts';
import { newCommandId } from './command-id.ts';
import { type Answer, request } from './commands/request.ts';
import { takeConversation, takeEntries } from './incoming.ts';
import { isPassing, PASSING_TRIES, pauseAfter } from './passing.ts';

/** What is being asked for; coming back asks for the rest. */
const running = new Set<string>();

/** Edits a message, or recalls it (`text` null): asked for under one client id until the server has answered (rules D1, D19). */
export function revise(conversationId: ConversationId, entryId: EntryId, text: string | null): void {
  const before = useRevisionStore.getState().revisions.get(entryId);
  if (before?.state === 'asked' && before.text === text) return;
  const revision: Revision = { clientId: newCommandId(), conversationId, entryId, text, state: 'asked' };
  putRevision(revision);
  void run(revision);
}

/** Asks again for what has had no answer; called whenever the line comes up. */
export function flushRevisions(): void {
  for (const revision of useRevisionStore.getState().revisions.values()) void run(revision);
}

async function run(revision: Revision): Promise<void> {
  if (running.has(revision.clientId)) return;
  running.add(revision.clientId);
  try {
    const words = wordsOf(revision);
    for (let tries = 0; isWanted(revision); tries += 1) {
      const answer = await send(revision);
      if (answer.ok) {
        finish(revision, answer.data, words);
        return;
      }
      if (answer.error.code === 'offline') return;
      if (isPassing(answer.error) && tries < PASSING_TRIES) await pauseAfter(answer.error);
      else if (isWanted(revision)) putRevision({ ...revision, state: answer.error });
    }
  } finally {
    running.delete(revision.clientId);
  }
}

/** Whether somebody still waits for it: it may have been left, or another one of the same message have taken its place. */
function isWanted({ clientId, entryId }: Revision): boolean {
  const now = useRevisionStore.getState().revisions.get(entryId);
  return now?.clientId === clientId && now.state === 'asked';
}

type Done = {
  conversation: Parameters<typeof takeConversation>[0];
  entry: Parameters<typeof takeEntries>[1][number];
};

function send({ clientId, conversationId, entryId, text }: Revision): Promise<Answer<Done>> {
  return text === null
    ? request('message:recall', { clientId, conversationId, entryId })
    : request('message:edit', { clientId, conversationId, entryId, text });
}

function finish(
  { conversationId, entryId, clientId, text }: Revision,
  done: Done,
  words: string | null,
): void {
  if (text === null && words !== null) keepWords(entryId, words);
  takeConversation(done.conversation);
  if (!takeEntries(conversationId, [done.entry])) void fetchMissing(conversationId);
  if (useRevisionStore.getState().revisions.get(entryId)?.clientId === clientId) dropRevision(entryId);
  endEdit(conversationId, entryId);
}

/** What a message of this agent's own says, before it is gone from here too. */
function wordsOf({ conversationId, entryId }: Revision): string | null {
  const thread = useEntryStore.getState().threads.get(conversationId);
  const entry = thread?.entries.find(({ id }) => id === entryId);
  const isOwn = entry?.author.kind === 'agent' && entry.author.agentId === useSessionStore.getState().me?.id;
  if (!isOwn || entry?.body.type !== 'message') return null;
  return entry.body.content.type === 'text' ? entry.body.content.text : null;
}
