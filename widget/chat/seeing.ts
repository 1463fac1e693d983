import type { ChatStore } from './chat-store.ts';
import { keepReading, readUpTo } from './kept-reading.ts';
import type { Line } from './line.ts';
import { shownEntries } from './thread.ts';

/** Counts what the customer has not seen, and tells the server what arrived and what was read (rule D6). Returns `look`, to be called on any change. */
export function createSeeing(store: ChatStore, line: Line): () => void {
  let told = '';
  return function look(): void {
    const { threads, isOpen } = store.getState();
    const thread = threads.at(-1);
    const last = thread?.entries.findLast((entry) => entry.author.kind !== 'customer');
    if (!thread || !last) {
      store.setState({ unread: 0 });
      return;
    }
    const conversationId = thread.conversation.id;
    const isSeen = isOpen && document.visibilityState === 'visible';
    if (isSeen) keepReading(conversationId, last.seq);
    const seen = readUpTo(conversationId);
    const unread = shownEntries(thread).filter(
      ({ seq, author, content }) => seq > seen && author.kind !== 'customer' && content.type !== 'recalled',
    );
    // What ended some day before is nothing to come back for.
    store.setState({ unread: thread.conversation.status === 'closed' ? 0 : unread.length });
    const state = isSeen ? 'read' : 'delivered';
    const receipt = `${conversationId} ${last.seq} ${state}`;
    if (receipt === told) return;
    told = receipt;
    line.ask('receipt:set', { conversationId, seq: last.seq, state }).catch(() => {
      told = '';
    });
  };
}
