import type { ClientId, EntryId } from '#shared/domain/ids';
import type { ChatStore, Recall } from './chat-store.ts';
import type { Holding } from './holding.ts';
import type { Line } from './line.ts';
import { keepRecall } from './outbox.ts';
import { isWorthRepeating, repeatAfterMs } from './repeating.ts';
import { ProtocolFailure } from './session.ts';

/** As long as a refusal is shown. */
const REFUSAL_SHOWN_MS = 10_000;

/** Takes back what the customer said (rule D19). */
export type Recalling = {
  recall(entryId: EntryId, clientId: ClientId): void;
  /** Asks again for what has had no answer. */
  flush(): void;
  /** Asks for nothing of it any more: what was said belongs to a session that is over. */
  forget(): void;
};

/** Asks for each message under one id until the server has taken it back, or refused (rule D1). */
export function createRecalling(parts: { store: ChatStore; line: Line; holding: Holding }): Recalling {
  const { store, line, holding } = parts;
  const running = new Set<EntryId>();

  function change(entryId: EntryId, recall: Recall | null): void {
    const recalls = new Map(store.getState().recalls);
    if (recall) recalls.set(entryId, recall);
    else recalls.delete(entryId);
    // On the device before it is shown, until there is an answer (rule D5).
    keepRecall(entryId, recall?.refused === null ? recall.clientId : null);
    store.setState({ recalls });
  }
  /** Why not is said for a while, and does not stay under the message for good. */
  function refuse(entryId: EntryId, recall: Recall): void {
    change(entryId, recall);
    setTimeout(() => {
      if (store.getState().recalls.get(entryId) === recall) change(entryId, null);
    }, REFUSAL_SHOWN_MS);
  }
  function keep(entryId: EntryId, words: string): void {
    store.setState(({ recalledWords }) => ({ recalledWords: new Map(recalledWords).set(entryId, words) }));
  }
  function wordsOf(entryId: EntryId): string | null {
    const { threads } = store.getState();
    const content = threads.flatMap(({ entries }) => entries).find(({ id }) => id === entryId)?.content;
    return content?.type === 'text' ? content.text : null;
  }
  async function ask(entryId: EntryId, { clientId, refused }: Recall): Promise<void> {
    if (running.has(entryId) || refused !== null || store.getState().link !== 'online') return;
    running.add(entryId);
    try {
      const words = wordsOf(entryId);
      const { entry } = await line.ask('message:recall', { clientId, entryId });
      change(entryId, null);
      if (words !== null) keep(entryId, words);
      holding.receive(entry.conversationId, [entry]);
    } catch (error) {
      if (isWorthRepeating(error)) setTimeout(flush, repeatAfterMs(error));
      else refuse(entryId, { clientId, refused: reasonOf(error) });
    } finally {
      running.delete(entryId);
    }
  }
  function flush(): void {
    for (const [entryId, recall] of store.getState().recalls) void ask(entryId, recall);
  }
  return {
    recall(entryId, clientId) {
      const recall = { clientId, refused: null };
      change(entryId, recall);
      void ask(entryId, recall);
    },
    flush,
    forget() {
      for (const entryId of store.getState().recalls.keys()) change(entryId, null);
    },
  };
}

function reasonOf(error: unknown): string {
  const reason = error instanceof ProtocolFailure ? error.error.details?.['reason'] : undefined;
  return typeof reason === 'string' ? reason : 'other';
}
