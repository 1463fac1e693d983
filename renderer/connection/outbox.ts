import type { AgentId, ClientId, ConversationId } from '#shared/domain/ids';
import {
  dropOutgoing,
  type Outgoing,
  type OutgoingContent,
  type OutgoingState,
  putOutgoing,
  useOutboxStore,
} from '../stores/outbox-store.ts';
import { fetchMissing } from './catch-up.ts';
import { newCommandId } from './command-id.ts';
import { type Answer, type Refusal, request } from './commands/request.ts';
import { readWaiting, writeToDevice } from './device-storage.ts';
import { takeConversation, takeEntries } from './incoming.ts';
import { moveDraft } from './kept-drafts.ts';
import { isPassing, PASSING_TRIES, pauseAfter } from './passing.ts';

/** Conversations whose first message is on its way: the next waits for it, so that the order is kept. */
const running = new Set<ConversationId>();
let author: AgentId | null = null;
let lastOrder = 0;

/** Brings back what this agent left unsent on this device, and goes on sending it. */
export async function startOutbox(authorId: AgentId): Promise<void> {
  author = authorId;
  const known = new Set(useOutboxStore.getState().outgoing.map((message) => message.clientId));
  for (const message of await readKept()) {
    lastOrder = Math.max(lastOrder, message.order);
    if (message.authorId === authorId && !known.has(message.clientId)) putOutgoing(message);
  }
  flushOutbox();
}

/** Sends nothing more until the next start; what is unsent stays on the device. */
export function stopOutbox(): void {
  author = null;
  useOutboxStore.setState({ outgoing: [] });
}

/**
 * Puts a message in the outbox and sends it when its turn comes. It is on the device before it is on screen (rule D5), and from then on no
 * draft any more.
 */
export async function post(
  conversationId: ConversationId,
  content: OutgoingContent,
  { seenSeq = null, channelId = null }: Partial<Pick<Outgoing, 'seenSeq' | 'channelId'>> = {},
): Promise<void> {
  if (author === null) return;
  lastOrder += 1;
  const message: Outgoing = {
    clientId: newCommandId(),
    authorId: author,
    conversationId,
    content,
    channelId,
    seenSeq,
    at: new Date().toISOString(),
    order: lastOrder,
    state: { name: 'sending' },
  };
  await keep(message);
  // Another session may have begun while the device was writing; there this one's words are not shown.
  if (author === message.authorId) putOutgoing(message);
  void run(conversationId);
}

/**
 * Sends a stopped message again: the same one, under the same client id. From `stale` it no longer minds what it has not seen; nor do those
 * behind it, because who says so has everything on screen by now.
 */
export async function resend(clientId: ClientId): Promise<void> {
  const message = find(clientId);
  if (!message || message.state.name === 'sending') return;
  const { conversationId } = message;
  const behind = useOutboxStore
    .getState()
    .outgoing.filter((other) => other.conversationId === conversationId && other.state.name === 'sending');
  const isStale = message.state.name === 'stale';
  const again: Outgoing[] = [
    { ...message, seenSeq: isStale ? null : message.seenSeq, state: { name: 'sending' } },
    ...(isStale ? behind.map((other) => ({ ...other, seenSeq: null })) : []),
  ];
  for (const one of again) {
    putOutgoing(one);
    await keep(one);
  }
  void run(conversationId);
}

/** Takes a stopped message out for good and returns it, so that its words can be used again. */
export function discard(clientId: ClientId): Outgoing | undefined {
  const message = find(clientId);
  if (!message || message.state.name === 'sending') return undefined;
  forget(message);
  void run(message.conversationId);
  return message;
}

/** Tries everything that waits; called whenever the line comes up. */
export function flushOutbox(): void {
  for (const { conversationId } of useOutboxStore.getState().outgoing) void run(conversationId);
}

async function run(conversationId: ConversationId): Promise<void> {
  if (running.has(conversationId)) return;
  running.add(conversationId);
  try {
    let tries = 0;
    for (let next = firstSending(conversationId); next; next = firstSending(conversationId)) {
      const answer = await send(next);
      if (answer.ok) {
        takeConversation(answer.data.conversation);
        const isDense = takeEntries(conversationId, [answer.data.entry]);
        if (!isDense) void fetchMissing(conversationId);
        forget(next);
        tries = 0;
        continue;
      }
      if (answer.error.code === 'offline') return;
      if (isPassing(answer.error) && tries < PASSING_TRIES) {
        tries += 1;
        await pauseAfter(answer.error);
        continue;
      }
      stop(next, answer.error);
    }
  } finally {
    running.delete(conversationId);
  }
}

/**
 * The next message of a conversation to go. One that failed holds nobody up; behind one that waits for the agent's word (a stale view)
 * all wait, because they were written to the same view.
 */
function firstSending(conversationId: ConversationId): Outgoing | undefined {
  const first = useOutboxStore
    .getState()
    .outgoing.find(
      (message) =>
        message.conversationId === conversationId &&
        message.authorId === author &&
        message.state.name !== 'failed',
    );
  return first?.state.name === 'sending' ? first : undefined;
}

function send(message: Outgoing): Promise<
  Answer<{
    conversation: Parameters<typeof takeConversation>[0];
    entry: Parameters<typeof takeEntries>[1][number];
  }>
> {
  const { clientId, conversationId, channelId, content } = message;
  switch (content.type) {
    case 'text':
      return request('message:send', {
        clientId,
        conversationId,
        text: content.text,
        seenSeq: message.seenSeq,
        channelId,
        draftId: content.draftId ?? null,
      });
    case 'note':
      return request('note:add', { clientId, conversationId, text: content.text });
    case 'card':
      return request('card:send', { clientId, conversationId, card: content.card, channelId });
  }
}

function stop(message: Outgoing, error: Refusal): void {
  const newer = error.details?.['newer'];
  const state: OutgoingState =
    error.code === 'stale-view'
      ? { name: 'stale', newer: typeof newer === 'number' ? newer : 1 }
      : {
          name: 'failed',
          reason: error.code,
          ...(error.field ? { field: error.field } : {}),
          ...(error.details ? { details: error.details } : {}),
        };
  const stopped = { ...message, state };
  putOutgoing(stopped);
  void keep(stopped);
}

function find(clientId: ClientId): Outgoing | undefined {
  return useOutboxStore.getState().outgoing.find((message) => message.clientId === clientId);
}

async function keep(message: Outgoing): Promise<void> {
  try {
    await writeToDevice((writing) => {
      void writing.objectStore('outbox').put(message);
      if (message.authorId === author) moveDraft(writing, message);
    });
  } catch {
    // Without storage it lives as long as the window; it is still shown as unsent until the server has it.
    return;
  }
}

function forget(message: Outgoing): void {
  dropOutgoing(message.clientId);
  writeToDevice((writing) => {
    void writing.objectStore('outbox').delete(message.clientId);
    // The words of one that was taken back are a draft again.
    if (message.authorId === author) moveDraft(writing, message);
  })
    // A row left behind is sent again under the same id and has no second effect (rule D1).
    .catch(() => undefined);
}

async function readKept(): Promise<Outgoing[]> {
  const kept = (await readWaiting()).filter((waiting) => 'content' in waiting);
  return kept.toSorted((a, b) => a.order - b.order || (a.at < b.at ? -1 : 1));
}
