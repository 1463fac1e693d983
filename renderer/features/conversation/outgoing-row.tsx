import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { retry, takeBack } from '../../connection/commands/message.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon, WaitingIcon } from '../../design/icons.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { addToReply, changeDraft } from '../../stores/draft-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { type Outgoing, useOutboxStore } from '../../stores/outbox-store.ts';

/** A message that the server has not acknowledged: on its way, waiting for the agent's word, or refused with the reason (rules D5–D7). */
export function OutgoingRow({ message }: { message: Outgoing }): ReactNode {
  const { local } = useSpeech();
  const { content, state } = message;
  const isNote = content.type === 'note';
  const words = content.type === 'card' ? local(content.title) : content.text;
  return (
    <article data-testid="outgoing" data-state={state.name} className="flex flex-col items-end gap-1">
      <p
        className={classNames(
          'max-w-[74%] rounded-l rounded-br-[4px] px-3 py-2 text-14 wrap-anywhere whitespace-pre-wrap',
          isNote ? 'border border-note-line bg-note' : 'bg-accent-soft',
          state.name === 'sending' && 'opacity-70',
        )}
      >
        {words}
      </p>
      <Progress message={message} />
    </article>
  );
}

function Progress({ message }: { message: Outgoing }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const waiting = useWaitingFor(message);
  const { state, clientId } = message;
  if (state.name === 'sending') {
    return (
      <small className="flex items-center gap-1 text-11 text-ink-3" role="status">
        <WaitingIcon className="size-3" aria-hidden />
        {t(`delivery.${waiting}`)}
      </small>
    );
  }
  const isStale = state.name === 'stale';
  const reason = isStale
    ? t('delivery.stale', { count: state.newer })
    : `${t('delivery.unsent')} · ${say({ code: state.reason, details: state.details })}`;
  return (
    <div role="alert" className="flex max-w-full flex-wrap items-center justify-end gap-1.5">
      <small
        className={classNames('flex items-center gap-1 text-12', isStale ? 'text-upset' : 'text-furious')}
      >
        <FailedIcon className="size-3.5 shrink-0" aria-hidden />
        {reason}
      </small>
      <Button size="small" onClick={() => retry(clientId)}>
        {t(isStale ? 'delivery.sendAnyway' : 'delivery.retry')}
      </Button>
      {message.content.type === 'card' ? null : (
        <Button size="small" look="quiet" onClick={() => editAgain(message)}>
          {t('delivery.edit')}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => takeBack(clientId)}>
        {t('delivery.discard')}
      </Button>
    </div>
  );
}

/** What a message that is to be sent waits for. */
function useWaitingFor({
  conversationId,
  clientId,
}: Outgoing): 'sending' | 'waitingForAbove' | 'waitingForServer' | 'waitingForLine' {
  const link = useLinkStore((state) => state.status);
  const isHeldUp = useOutboxStore(({ outgoing }) => {
    const first = outgoing.find(
      (other) => other.conversationId === conversationId && other.state.name !== 'failed',
    );
    return first?.state.name === 'stale' && first.clientId !== clientId;
  });
  if (isHeldUp) return 'waitingForAbove';
  if (link === 'online' || link === 'catching-up') return 'sending';
  return link === 'busy' || link === 'unreadable' ? 'waitingForServer' : 'waitingForLine';
}

/** Takes the words back into the composer. */
function editAgain(message: Outgoing): void {
  const taken = takeBack(message.clientId);
  if (taken?.content.type === 'text') addToReply(taken.conversationId, taken.content.text);
  if (taken?.content.type === 'note')
    changeDraft(taken.conversationId, { mode: 'note', note: taken.content.text });
}
