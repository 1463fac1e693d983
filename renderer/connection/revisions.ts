import type { AgentId, ConversationId, EntryId } from '#shared/domain/ids';
import { changeDraft, emptyDraft, endEdit, useDraftStore } from '../stores/draft-store.ts';
import { useEntryStore } from '../stores/entry-store.ts';
import {
  dropRevision,
  forgetRevisions,
  keepWords,
  putRevision,
  type Revision,
  useRevisionStore,
} from '../stores/revision-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { fetchMissing } from './catch-up.ts';
import { newCommandId } from './command-id.ts';
import { type Answer, type Refusal, request } from './commands/request.ts';
import { readWaiting, writeToDevice } from './device-storage.ts';
import { takeConversation, takeEntries } from './incoming.ts';
import { moveDraft } from './kept-drafts.ts';
import { isPassing, PASSING_TRIES, pauseAfter } from './passing.ts';

/** What is being asked for; coming back asks for the rest. */
const running = new Set<string>();
/** What is on its way to the device, and not shown before it is there (rule D5). */
const writing = new Map<EntryId, Revision>();
let author: AgentId | null = null;

/**
 * Brings back the edits and recalls of this agent's that had no answer when their window ended (rules D5, D19). They are asked for again with
 * the next flush, once it is known what they are about.
 */
export async function startRevisions(authorId: AgentId): Promise<void> {
  author = authorId;
  for (const waiting of await readWaiting()) {
    if (!('entryId' in waiting) || waiting.authorId !== authorId) continue;
    if (!latest(waiting.entryId)) putRevision(waiting);
  }
}

/** Asks for nothing more until the next start; what had no answer stays on the device. */
export function stopRevisions(): void {
  author = null;
  writing.clear();
  forgetRevisions();
}

/**
 * Edits a message, or recalls it (`text` null): asked for under one client id until the server has answered (rules D1, D19), also when the
 * window ends before. Asked for something else meanwhile, the later wish counts.
 */
export async function revise(
  conversationId: ConversationId,
  entryId: EntryId,
  text: string | null,
): Promise<void> {
  const before = latest(entryId);
  if (author === null || (before?.state === 'asked' && before.text === text)) return;
  const clientId = newCommandId();
  const revision: Revision = { clientId, authorId: author, conversationId, entryId, text, state: 'asked' };
  writing.set(entryId, revision);
  await keep(revision, before);
  // Given up, or wished otherwise, while the device was writing.
  if (writing.get(entryId) !== revision) return;
  writing.delete(entryId);
  putRevision(revision);
  void run(revision);
}

/** Asks for a revision no more; one that was refused is told no more. */
export function leaveRevision(entryId: EntryId): void {
  const left = latest(entryId);
  writing.delete(entryId);
  dropRevision(entryId);
  if (left) forget(left);
}

/** Asks again for what has had no answer; called whenever the line comes up. */
export function flushRevisions(): void {
  for (const revision of useRevisionStore.getState().revisions.values()) void run(revision);
}

function latest(entryId: EntryId): Revision | undefined {
  return writing.get(entryId) ?? useRevisionStore.getState().revisions.get(entryId);
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
      else if (isWanted(revision)) refuse(revision, answer.error);
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

function finish(revision: Revision, done: Done, words: string | null): void {
  const { conversationId, entryId, clientId, text } = revision;
  if (text === null && words !== null) keepWords(entryId, words);
  takeConversation(done.conversation);
  if (!takeEntries(conversationId, [done.entry])) void fetchMissing(conversationId);
  if (useRevisionStore.getState().revisions.get(entryId)?.clientId === clientId) dropRevision(entryId);
  endEdit(conversationId, entryId);
  forget(revision);
}

/** It is not asked again; the words of an edit are in the composer, or, where that has other ones by now, in the reply. */
function refuse(revision: Revision, error: Refusal): void {
  const { conversationId, entryId, text } = revision;
  const draft = useDraftStore.getState().drafts.get(conversationId) ?? emptyDraft;
  if (text !== null && draft.edit?.entryId !== entryId) {
    changeDraft(conversationId, { reply: [draft.reply.trimEnd(), text].filter(Boolean).join('\n') });
  }
  putRevision({ ...revision, state: error });
  forget(revision);
}

/** Puts it on the device in place of an earlier one of the same message, together with the draft that its words come from. */
async function keep(revision: Revision, before: Revision | undefined): Promise<void> {
  try {
    await writeToDevice((device) => {
      const outbox = device.objectStore('outbox');
      if (before) void outbox.delete(before.clientId);
      void outbox.put(revision);
      if (revision.authorId === author) moveDraft(device, revision);
    });
  } catch {
    // Without storage it lives as long as the window.
    return;
  }
}

function forget(revision: Revision): void {
  writeToDevice((device) => {
    void device.objectStore('outbox').delete(revision.clientId);
    if (revision.authorId === author) moveDraft(device, revision);
  })
    // What is left behind is asked again under the same id and has no second effect (rule D1).
    .catch(() => undefined);
}

/** What a message of this agent's own says, before it is gone from here too. */
function wordsOf({ conversationId, entryId }: Revision): string | null {
  const thread = useEntryStore.getState().threads.get(conversationId);
  const entry = thread?.entries.find(({ id }) => id === entryId);
  const isOwn = entry?.author.kind === 'agent' && entry.author.agentId === useSessionStore.getState().me?.id;
  if (!isOwn || entry?.body.type !== 'message') return null;
  return entry.body.content.type === 'text' ? entry.body.content.text : null;
}
