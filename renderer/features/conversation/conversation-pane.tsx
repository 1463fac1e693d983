import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { readConversation } from '../../connection/commands/reading.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { InboxIcon, WarningIcon } from '../../design/icons.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useConversation, useGroupSize, useIsMine } from '../../stores/conversation-store.ts';
import { useEditedEntry } from '../../stores/draft-store.ts';
import { type Thread, useThread } from '../../stores/entry-store.ts';
import { useOutboxStore } from '../../stores/outbox-store.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { currentHandoff, HandoffCard } from './handoff-card.tsx';
import { type LossChoices, LossChoicesSlot } from './lost-note.tsx';
import { OutgoingRow } from './outgoing-row.tsx';
import { StandAside } from './stand-aside.tsx';
import { ThreadView } from './thread.tsx';

/** Props of {@link ConversationPane}. */
export type ConversationPaneProps = {
  conversationId: ConversationId | null;
  /** Where the agent writes; shown while the conversation is theirs, or a message of theirs is being edited. */
  composer: ReactNode;
  /** What can be done where something did not arrive. */
  lossChoices: LossChoices;
};

/** What to say: the conversation, with all that was said before. */
export function ConversationPane({
  conversationId,
  composer,
  lossChoices,
}: ConversationPaneProps): ReactNode {
  if (conversationId === null) return <Nothing />;
  return (
    <LossChoicesSlot value={lossChoices}>
      <Opened conversationId={conversationId} composer={composer} />
    </LossChoicesSlot>
  );
}

const paneClass = 'flex min-h-0 min-w-0 flex-col bg-surface';

function Nothing(): ReactNode {
  const { t } = useTranslation();
  const isAnybodyWaiting = useGroupSize('waiting') > 0;
  const title = isAnybodyWaiting ? t('talk.none', { key: 'G' }) : t('talk.noneCalm');
  return (
    <main className={paneClass}>
      <div className="m-auto">
        <EmptyState icon={<InboxIcon aria-hidden />} title={title}>
          {isAnybodyWaiting ? <p>{t('talk.noneText')}</p> : null}
        </EmptyState>
      </div>
    </main>
  );
}

function Opened({
  conversationId,
  composer,
}: {
  conversationId: ConversationId;
  composer: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const conversation = useConversation(conversationId);
  const thread = useThread(conversationId);
  const isMine = useIsMine(conversation);
  // What was said can be mended a while longer than the conversation is one's own.
  const isEditing = useEditedEntry(conversationId) !== null;
  if (!conversation) {
    return <main className={paneClass}>{thread?.status === 'failed' ? <NotFound /> : <Loading />}</main>;
  }
  return (
    <main
      className={paneClass}
      aria-label={t('talk.label', { name: conversation.customer.name })}
      data-testid="conversation"
    >
      <ConversationHeader conversation={conversation} thread={thread} isMine={isMine} />
      <Log conversation={conversation} thread={thread} isMine={isMine} />
      {isMine || isEditing ? composer : <StandAside conversation={conversation} />}
    </main>
  );
}

type LogProps = { conversation: ConversationSummary; thread: Thread | undefined; isMine: boolean };

function Log({ conversation, thread, isMine }: LogProps): ReactNode {
  if (thread?.status !== 'ready') {
    return (
      <>
        {thread?.status === 'failed' ? <Failed conversation={conversation} /> : <Loading />}
        <Unsent conversationId={conversation.id} />
      </>
    );
  }
  const handoff = conversation.state === 'closed' ? null : currentHandoff(thread.entries);
  return (
    <>
      {handoff ? <HandoffCard conversation={conversation} isMine={isMine} {...handoff} /> : null}
      <ThreadView conversation={conversation} thread={thread} isMine={isMine} />
    </>
  );
}

/** What was written here and is not sent yet is known without the log: it lies on this device (rule D5). */
function Unsent({ conversationId }: { conversationId: ConversationId }): ReactNode {
  const { t } = useTranslation();
  const outgoing = useOutboxStore(
    useShallow((state) => state.outgoing.filter((message) => message.conversationId === conversationId)),
  );
  if (outgoing.length === 0) return null;
  return (
    <ol
      aria-label={t('talk.unsent')}
      className="mx-auto flex max-h-1/2 w-full max-w-[800px] shrink-0 flex-col gap-3 overflow-y-auto px-5 pb-3"
    >
      {outgoing.map((message) => (
        <li key={message.clientId}>
          <OutgoingRow message={message} />
        </li>
      ))}
    </ol>
  );
}

function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      aria-label={t('talk.loading')}
      className="mx-auto flex w-full max-w-[800px] min-h-0 flex-1 flex-col justify-end gap-3 px-5 pb-8"
    >
      <Skeleton className="h-10 w-3/5 rounded-l" />
      <Skeleton className="h-10 w-2/5 rounded-l" />
      <Skeleton className="h-16 w-3/5 self-end rounded-l" />
      <Skeleton className="h-10 w-1/2 rounded-l" />
    </div>
  );
}

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="m-auto">
      <EmptyState icon={<WarningIcon aria-hidden />} title={t('talk.notFound')} />
    </div>
  );
}

function Failed({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="m-auto flex-1 content-center" role="alert">
      <EmptyState
        icon={<WarningIcon aria-hidden />}
        title={t('talk.failed', { reason: t('problem.offline') })}
      >
        <Button className="mt-2" onClick={() => void readConversation(conversation.id)}>
          {t('app.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}
