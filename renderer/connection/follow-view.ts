import type { Entry } from '#shared/domain/entry';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import { useConversationStore } from '../stores/conversation-store.ts';
import { takeCustomer, useCustomerStore } from '../stores/customer-store.ts';
import { useEntryStore } from '../stores/entry-store.ts';
import { useLinkStore } from '../stores/link-store.ts';
import { useViewStore } from '../stores/view-store.ts';
import { readAdvice, readConversation, readCustomer, readHandoffsAnew } from './commands/reading.ts';
import { request } from './commands/request.ts';

/** Advice and profile are asked for again this long after the customer last said or did something: they may have bought, or come by another channel. */
const ADVICE_DELAY_MS = 1200;

/** Reads what the opened conversation shows, and tells the server what was seen. Returns the end of it. */
export function followView(): () => void {
  const quotes = createQuotes();
  let openId: ConversationId | null = null;
  let seen = 0;
  let advisedSeq = 0;
  let customerId: CustomerId | null = null;
  let adviceTimer: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    const next = useViewStore.getState().openId;
    if (next === openId) return;
    if (openId) leave(openId);
    openId = next;
    seen = 0;
    quotes.begin();
    advisedSeq = 0;
    customerId = null;
    clearTimeout(adviceTimer);
    if (next) void readAll(next);
  };
  const look = (): void => {
    if (!openId) return;
    const row = useConversationStore.getState().rows.get(openId);
    const thread = useEntryStore.getState().threads.get(openId);
    const last = thread?.status === 'ready' ? (thread.entries.at(-1)?.seq ?? 0) : 0;
    const isMine = row?.state === 'agent' && row.owner?.id === useConversationStore.getState().me;
    if (isMine && last > seen && useViewStore.getState().hasFocus) {
      seen = last;
      void request('conversation:seen', { conversationId: openId, seq: last });
    }
    // A merge while the conversation is open makes it another customer's (rule I2).
    if (row && customerId !== null && row.customer.id !== customerId) void readCustomer(row.customer.id);
    customerId = row?.customer.id ?? customerId;
    if (thread) quotes.look(openId, thread.entries);
    const said = thread?.entries.findLast((entry) => entry.author.kind === 'customer')?.seq ?? 0;
    if (said > advisedSeq) {
      const isFirst = advisedSeq === 0;
      advisedSeq = said;
      const id = openId;
      clearTimeout(adviceTimer);
      if (!isFirst) adviceTimer = setTimeout(() => readAgain(id), ADVICE_DELAY_MS);
    }
  };
  /** What was missed without a line is read when it is back; the log catches up by itself. */
  const comeBack = ({ status }: { status: string }, before: { status: string }): void => {
    if (status === 'online' && before.status !== 'online' && openId) readAgain(openId);
  };
  const ends = [
    useLinkStore.subscribe(comeBack),
    useViewStore.subscribe(open),
    useViewStore.subscribe(look),
    useEntryStore.subscribe(look),
    useConversationStore.subscribe(look),
  ];
  open();
  return () => {
    clearTimeout(adviceTimer);
    for (const end of ends) end();
  };
}

/** What quotes the log is read anew when something in it was edited or recalled. */
function createQuotes(): {
  begin: () => void;
  look: (id: ConversationId, entries: readonly Entry[]) => void;
} {
  let seenSeq = 0;
  return {
    begin() {
      seenSeq = 0;
    },
    look(id, entries) {
      const seq = entries.findLast(({ body }) => body.type === 'revised')?.seq ?? 0;
      if (seq <= seenSeq) return;
      seenSeq = seq;
      void readHandoffsAnew(id);
    },
  };
}

/** Hears no more of a conversation, nor of those that were shown above it. */
function leave(id: ConversationId): void {
  const above = useEntryStore.getState().threads.get(id)?.earlier ?? [];
  for (const conversationId of [id, ...above.map(({ conversation }) => conversation.id)])
    void request('conversation:leave', { conversationId });
}

function readAgain(id: ConversationId): void {
  void readAdvice(id);
  const customerId = useConversationStore.getState().rows.get(id)?.customer.id;
  if (customerId) void readCustomer(customerId);
}

async function readAll(id: ConversationId): Promise<void> {
  void readAdvice(id);
  const known = useConversationStore.getState().rows.get(id);
  const opening = readConversation(id);
  if (!known) await opening;
  const customerId = known?.customer.id ?? useConversationStore.getState().rows.get(id)?.customer.id;
  if (!customerId) return;
  if (!useCustomerStore.getState().customers.has(customerId)) takeCustomer(customerId, { status: 'loading' });
  await readCustomer(customerId);
}
