import type { ReactNode } from 'react';
import { Composer } from '../features/composer/composer.tsx';
import { ConversationPane } from '../features/conversation/conversation-pane.tsx';
import { ReturnDialog } from '../features/conversation/return-dialog.tsx';
import { TransferDialog } from '../features/conversation/transfer-dialog.tsx';
import { CustomerPanel } from '../features/customer/customer-panel.tsx';
import { PastConversations } from '../features/customer/past-conversations.tsx';
import { CauseSuggestions } from '../features/disposition/cause-suggestions.tsx';
import { CloseDialog } from '../features/disposition/close-dialog.tsx';
import { KnowledgePane } from '../features/knowledge/knowledge-pane.tsx';
import { QueuePane } from '../features/queue/queue-pane.tsx';
import { RecommendationPanel } from '../features/recommendations/recommendation-panel.tsx';
import { SearchDialog } from '../features/search/search-dialog.tsx';
import { StaffDialog } from '../features/settings/staff-dialog.tsx';
import { LetGoDialog } from '../features/undelivered/let-go-dialog.tsx';
import { LossChoices } from '../features/undelivered/loss-choices.tsx';
import { UndeliveredPane } from '../features/undelivered/undelivered-pane.tsx';
import { useConversation } from '../stores/conversation-store.ts';
import { useUndeliveredStore } from '../stores/undelivered-store.ts';
import { useViewStore } from '../stores/view-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeyHelp } from './key-help.tsx';
import { LinkBanner } from './link-banner.tsx';
import { Rail } from './rail.tsx';
import { useKeyMap } from './use-key-map.ts';

/** The frame: who next, what to say, what helps. */
export function Workspace(): ReactNode {
  useKeyMap();
  const openId = useViewStore((state) => state.openId);
  const place = useViewStore((state) => state.place);
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      <LinkBanner />
      <div className="row-start-2 grid min-h-0 grid-cols-[52px_308px_minmax(440px,1fr)_316px] wide:grid-cols-[56px_372px_minmax(560px,1fr)_400px]">
        <Rail />
        <ErrorBoundary>
          <QueuePane />
        </ErrorBoundary>
        {place === 'knowledge' ? (
          <ErrorBoundary key="knowledge">
            <KnowledgePane />
          </ErrorBoundary>
        ) : null}
        {place === 'undelivered' ? (
          <ErrorBoundary key="undelivered">
            <UndeliveredPane />
          </ErrorBoundary>
        ) : null}
        {place === 'conversation' ? (
          <>
            <ErrorBoundary key={`talk-${openId}`}>
              <ConversationPane
                key={openId}
                conversationId={openId}
                composer={openId ? <Composer conversationId={openId} /> : null}
                lossChoices={(loss) => <LossChoices loss={loss} />}
              />
            </ErrorBoundary>
            <ErrorBoundary key={`context-${openId}`}>
              <Context />
            </ErrorBoundary>
          </>
        ) : null}
      </div>
      <Dialogs />
    </div>
  );
}

function Context(): ReactNode {
  const openId = useViewStore((state) => state.openId);
  const conversation = useConversation(openId);
  return (
    <CustomerPanel conversation={conversation}>
      {conversation ? (
        <>
          <RecommendationPanel key={conversation.id} conversation={conversation} />
          <CauseSuggestions conversation={conversation} />
          <PastConversations conversation={conversation} />
        </>
      ) : null}
    </CustomerPanel>
  );
}

function Dialogs(): ReactNode {
  const dialog = useViewStore((state) => state.dialog);
  const lettingGo = useUndeliveredStore((state) => state.lettingGo);
  const conversation = useConversation(useViewStore((state) => state.openId));
  return (
    <>
      {dialog === 'help' ? <KeyHelp /> : null}
      {lettingGo ? <LetGoDialog key={lettingGo.entryId} letter={lettingGo} /> : null}
      {dialog === 'search' ? <SearchDialog /> : null}
      {dialog === 'staff' ? <StaffDialog /> : null}
      {dialog === 'close' && conversation ? <CloseDialog conversation={conversation} /> : null}
      {dialog === 'return' && conversation ? <ReturnDialog conversation={conversation} /> : null}
      {dialog === 'transfer' && conversation ? <TransferDialog conversation={conversation} /> : null}
    </>
  );
}
