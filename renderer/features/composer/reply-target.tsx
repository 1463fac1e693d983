import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/channel';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ChannelId } from '#shared/domain/ids';
import { classNames } from '../../design/class-names.ts';
import { ChevronDownIcon } from '../../design/icons.ts';
import { Menu } from '../../design/menu.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useSpeech } from '../../locales/spoken.ts';
import { runAction } from '../../stores/action-store.ts';
import { useCustomer } from '../../stores/customer-store.ts';
import { changeDraft } from '../../stores/draft-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useChannel, useSessionStore } from '../../stores/session-store.ts';
import { replyChannels } from './reply-channels.ts';

/** Props of {@link ReplyTarget}. */
export type ReplyTargetProps = {
  conversation: ConversationSummary;
  /** Where the reply goes as things are. */
  channelId: ChannelId | null;
  isNote: boolean;
  /** Characters that may still be written. */
  left: number;
};

/** Where it goes and what the channel allows, before it is sent; a menu where the customer can be reached on several (rule I3). */
export function ReplyTarget({ conversation, channelId, isNote, left }: ReplyTargetProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const channel = useChannel(channelId);
  const reachable = useReachable(conversation);
  const hint = useKeptHint();
  const tooLong = left < 0 ? t('composer.tooLong', { count: -left }) : null;
  if (isNote || !channel) return tooLong ? <TooLong>{tooLong}</TooLong> : null;
  const room = !tooLong && left < channel.limits.textMax / 5 ? t('composer.left', { count: left }) : null;
  const words = [t('composer.channel', { channel: local(channel.name) }), room].filter(Boolean).join(' · ');
  return (
    <>
      {tooLong ? <TooLong>{tooLong}</TooLong> : null}
      {hint && !tooLong ? <span className="text-upset">{t(`composer.${hint}`)}</span> : null}
      {reachable.length > 1 ? (
        <Choice conversation={conversation} channel={channel} reachable={reachable} words={words} />
      ) : (
        <Fixed channel={channel} words={words} isHidden={hint !== null || tooLong !== null} />
      )}
    </>
  );
}

/** Why what is sent now stays on this device for a while; null where it goes out at once. */
function useKeptHint(): 'offlineHint' | 'busyHint' | null {
  const status = useLinkStore((state) => state.status);
  if (status === 'online' || status === 'catching-up') return null;
  return status === 'busy' || status === 'unreadable' ? 'busyHint' : 'offlineHint';
}

function TooLong({ children }: { children: ReactNode }): ReactNode {
  return <span className="text-furious tabular-nums">{children}</span>;
}

type FixedProps = { channel: Channel; words: string; isHidden: boolean };

function Fixed({ channel, words, isHidden }: FixedProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const limits = useLimitWords();
  if (isHidden) return null;
  const tip = t('composer.channelTip', { channel: local(channel.name), limits: limits(channel) });
  return (
    <Tooltip content={tip}>
      <button type="button" className="min-w-0 cursor-help truncate rounded-[4px] tabular-nums">
        {words}
      </button>
    </Tooltip>
  );
}

type ChoiceProps = {
  conversation: ConversationSummary;
  channel: Channel;
  reachable: readonly Channel[];
  words: string;
};

function Choice({ conversation, channel, reachable, words }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const limits = useLimitWords();
  const { id, channelId: lastUsed } = conversation;
  const choose = ({ id: channelId }: Channel): void => {
    changeDraft(id, { way: channelId === lastUsed ? null : { channelId, insteadOf: lastUsed } });
    requestAnimationFrame(() => runAction('composer.focus'));
  };
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          data-testid="reply-channel"
          className={classNames(
            '-ml-1.5 flex min-w-0 items-center gap-1 rounded-s px-1.5 py-1 tabular-nums hover:bg-hover hover:text-ink',
            channel.id !== lastUsed && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{words}</span>
          <ChevronDownIcon className="size-3 shrink-0" aria-hidden />
        </button>
      }
      items={[
        { id: 'caption', kind: 'caption', label: t('composer.chooseChannel') },
        ...reachable.map((one) => ({
          id: one.id,
          kind: 'choice' as const,
          isChosen: one.id === channel.id,
          onSelect: () => choose(one),
          label: (
            <>
              {local(one.name)}
              {one.id === lastUsed ? (
                <span className="ml-1.5 text-11 text-ink-3">{t('composer.lastUsed')}</span>
              ) : null}
              <span className="block text-11 text-ink-3">{limits(one)}</span>
            </>
          ),
        })),
      ]}
    />
  );
}

/** What a channel carries, in words. */
function useLimitWords(): (channel: Channel) => string {
  const { t } = useTranslation();
  return ({ limits: { textMax, cards } }) =>
    t('composer.limits', { max: textMax, cards: t(`composer.cards.${cards}`) });
}

function useReachable({ customer, channelId }: ConversationSummary): readonly Channel[] {
  const channels = useSessionStore((state) => state.channels);
  const identities = useCustomer(customer.id)?.profile?.identities;
  return replyChannels(channels, { lastUsed: channelId, identities: identities ?? [] });
}
