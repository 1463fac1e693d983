import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import { release } from '../../connection/commands/conversation.ts';
import { Button } from '../../design/button.tsx';
import { IconButton } from '../../design/icon-button.tsx';
import { MoreIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { Menu } from '../../design/menu.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useAction } from '../../stores/action-store.ts';
import { useElapsedMs, useRemainingMs } from '../../stores/clock-store.ts';
import { useIsGone } from '../../stores/conversation-store.ts';
import type { Thread } from '../../stores/entry-store.ts';
import { useChannel, useSessionStore } from '../../stores/session-store.ts';
import { openDialog } from '../../stores/view-store.ts';

/** Props of {@link ConversationHeader}. */
export type ConversationHeaderProps = {
  conversation: ConversationSummary;
  thread: Thread | undefined;
  isMine: boolean;
};

/** Who this is, on which channel, who has the word since when; and what can be done with the whole conversation. */
export function ConversationHeader({ conversation, thread, isMine }: ConversationHeaderProps): ReactNode {
  const isGone = useIsGone(conversation.id);
  return (
    <header className="flex min-h-[65px] items-center gap-3 border-b border-line px-5 py-[11px]">
      <div className="min-w-0 flex-1">
        <h2
          lang={languageOf(conversation.customer.name)}
          className="truncate text-16 font-bold"
          title={conversation.customer.name}
        >
          <bdi>{conversation.customer.name}</bdi>
        </h2>
        <p className="text-12 text-ink-3 tabular-nums">
          <Way conversation={conversation} thread={thread} />
          {isGone ? null : (
            <>
              {' · '}
              <Standing conversation={conversation} isMine={isMine} />
            </>
          )}
        </p>
      </div>
      {isMine ? <Actions conversation={conversation} /> : null}
    </header>
  );
}

/** The channel now, and the one before, where the customer changed. */
function Way({ conversation, thread }: Omit<ConversationHeaderProps, 'isMine'>): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const channel = local(useChannel(conversation.channelId)?.name);
  const earlier = thread?.entries.findLast(
    (entry) =>
      entry.channelId !== null &&
      entry.channelId !== conversation.channelId &&
      entry.author.kind === 'customer',
  );
  const before = local(useChannel(earlier?.channelId ?? null)?.name);
  return before ? t('talk.viaBefore', { channel, before }) : t('talk.viaNow', { channel });
}

function Standing({
  conversation,
  isMine,
}: {
  conversation: ConversationSummary;
  isMine: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const handled = useElapsedMs(conversation.assignedAt);
  const waited = useElapsedMs(conversation.waitingSince);
  const left = useRemainingMs(conversation.offer?.expiresAt ?? null);
  const owner = conversation.owner ? local(conversation.owner.name) : '';
  switch (conversation.state) {
    case 'agent':
      return isMine
        ? t('talk.handling', { duration: formats.clock(handled) })
        : t('talk.withAgent', { name: owner, duration: formats.clock(handled) });
    case 'waiting':
      return t('talk.waiting', { duration: formats.clock(waited) });
    case 'offered':
      return conversation.offer
        ? t('talk.offered', { name: local(conversation.offer.to.name), duration: formats.clock(left) })
        : null;
    case 'bot':
      return t('talk.withBot');
    case 'closed':
      return conversation.closedAt
        ? t('talk.closed', { when: formats.dayTime(conversation.closedAt) })
        : null;
  }
}

function Actions({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const isAgent = useSessionStore((state) => state.phase === 'signed-in');
  const putBack = async (): Promise<void> => {
    const answer = await release(conversation.id, '');
    const name = conversation.customer.name;
    showToast(
      answer.ok ? { title: t('releasing.done', { name }) } : { title: say(answer.error), isProblem: true },
    );
  };
  useAction('conversation.close', () => openDialog('close'));
  useAction('conversation.return', () => openDialog('return'));
  useAction('conversation.transfer', () => openDialog('transfer'));
  useAction('conversation.release', isAgent ? () => void putBack() : null);
  return (
    <div className="flex shrink-0 items-center gap-2">
      <Button onClick={() => openDialog('return')}>{t('talk.returnToBot')}</Button>
      <Button onClick={() => openDialog('transfer')}>{t('talk.transfer')}</Button>
      <Button look="strong" onClick={() => openDialog('close')}>
        {t('talk.end')} <KeyHint action="conversation.close" />
      </Button>
      <Menu
        trigger={
          <IconButton label={t('talk.more')} className="-mr-2">
            <MoreIcon aria-hidden />
          </IconButton>
        }
        items={[
          {
            id: 'release',
            kind: 'item',
            label: t('talk.release'),
            hint: <KeyHint action="conversation.release" />,
            onSelect: () => void putBack(),
          },
        ]}
      />
    </div>
  );
}
