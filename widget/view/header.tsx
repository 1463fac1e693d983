import type { CustomerConversation } from '#shared/protocol/customer-requests';
import type { Chat } from '../chat/chat.ts';
import type { Texts } from '../texts.ts';
import { useChat } from './use-chat.ts';

/** Whose shop this is, who answers now (rule H7), and the way to a person. */
export function Header({ chat, t, onClose }: { chat: Chat; t: Texts; onClose: (() => void) | null }) {
  const language = useChat(chat.store, (state) => state.language);
  const shop = useChat(chat.store, (state) => state.shop);
  const conversation = useChat(chat.store, (state) => state.threads.at(-1)?.conversation ?? null);
  const status = conversation?.status ?? 'bot';
  /** Before the server has told who answers, nothing is promised. */
  const isKnown = shop !== null;
  return (
    <header class="header">
      <div class="header-names">
        <h1>{shop?.name[language] ?? ' '}</h1>
        <p class={`status status-${status}`} role="status">
          {isKnown ? (
            <>
              <i aria-hidden="true" />
              {statusLine(conversation, t)}
            </>
          ) : (
            '\u00a0'
          )}
        </p>
      </div>
      {isKnown && status === 'bot' ? (
        <button type="button" class="quiet" onClick={chat.askForPerson}>
          {t.askPerson}
        </button>
      ) : null}
      {onClose ? (
        <button type="button" class="icon" aria-label={t.close} onClick={onClose}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6 6 18" />
          </svg>
        </button>
      ) : null}
    </header>
  );
}

function statusLine(conversation: CustomerConversation | null, t: Texts): string {
  if (conversation === null) return t.statusBot;
  if (conversation.status === 'waiting') return t.statusWaiting(conversation.waitMinutes);
  if (conversation.status === 'agent') return t.statusAgent(conversation.agentName ?? '');
  return conversation.status === 'closed' ? t.statusClosed : t.statusBot;
}
