import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { classNames } from '../../design/class-names.ts';
import { FailedIcon } from '../../design/icons.ts';
import { Sparkline } from '../../design/sparkline.tsx';
import { useFormats } from '../../locales/format.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useElapsedMs } from '../../stores/clock-store.ts';
import {
  type ConversationGroup,
  groupOf,
  useConversation,
  useConversationStore,
  useIsGone,
  useTakenBy,
} from '../../stores/conversation-store.ts';
import { useChannel } from '../../stores/session-store.ts';
import { useLostCount } from '../../stores/undelivered-store.ts';

/** Props of {@link QueueRow}. */
export type QueueRowProps = {
  id: ConversationId;
  group: ConversationGroup;
  isOpen: boolean;
  tabIndex: number;
  onOpen: () => void;
};

/** A wait longer than this breaks what a customer may expect. */
const OVERDUE_MS = 5 * 60_000;

/** One conversation: who, why here, last words, how long, and how the mood went. Draws again only when its own row changes. */
export const QueueRow = memo(QueueRowBody, (before, after) => {
  return (
    before.id === after.id &&
    before.group === after.group &&
    before.isOpen === after.isOpen &&
    before.tabIndex === after.tabIndex
  );
});

function QueueRowBody({ id, group, isOpen, tabIndex, onOpen }: QueueRowProps): ReactNode {
  const row = useConversation(id);
  const isGone = useIsGone(id);
  const me = useConversationStore((state) => state.me);
  if (!row) return <div className="h-14 border-t border-line-soft" />;
  const hasLeft = isGone || groupOf(row, me) !== group;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-current={isOpen || undefined}
      data-testid="queue-row"
      data-conversation-id={id}
      className={classNames(
        hasLeft ? 'tone-calm' : `tone-${row.mood.level}`,
        'grid w-full grid-cols-[3px_minmax(0,1fr)_auto] gap-x-3 border-t border-line-soft py-[9px] pr-4 text-left outline-offset-[-2px]',
        isOpen ? 'bg-sel' : 'hover:bg-hover',
        hasLeft && '**:text-ink-3',
      )}
    >
      <i aria-hidden className="self-stretch rounded-r-[2px] bg-(--tone)" />
      <span className="min-w-0">
        <Who row={row} />
        <Why row={row} group={group} hasLeft={hasLeft} />
        <LastWords row={row} group={group} />
        <LostWords id={id} />
      </span>
      <span className="flex flex-col items-end gap-1.5">
        {hasLeft ? null : <Timer row={row} group={group} />}
        {group === 'mine' && row.unread > 0 ? <Unread count={row.unread} /> : null}
        {group === 'mine' ? null : <Curve row={row} />}
      </span>
    </button>
  );
}

function Who({ row }: { row: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const channel = local(useChannel(row.channelId)?.name);
  const { membership } = row.customer;
  const tier = membership === 'none' ? '' : t(`customer.membershipShort.${membership}`);
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      <span lang={languageOf(row.customer.name)} dir="auto" className="min-w-0 font-semibold wrap-anywhere">
        {row.customer.name}
      </span>
      <span className="text-11 text-ink-3">{[channel, tier].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** Why this row stands here, as a person would say it (rule Q3); for the other lists, who has it. */
function Why({
  row,
  group,
  hasLeft,
}: {
  row: ConversationSummary;
  group: ConversationGroup;
  hasLeft: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const formats = useFormats();
  const takenBy = useTakenBy(row.id) ?? (row.state === 'agent' ? row.owner : null);
  const whereTo = (): string =>
    takenBy && group === 'waiting'
      ? t('queue.takenBy', { name: speech.local(takenBy.name) })
      : t('queue.gone');
  const text = (): string => {
    const owner = row.owner ? speech.local(row.owner.name) : null;
    if (hasLeft) return whereTo();
    if (group === 'waiting') return speech.phrases(row.place?.reasons.slice(0, 4) ?? []);
    if (group === 'offered') {
      const from = row.offer?.from;
      return from ? t('queue.offeredToMe', { name: speech.local(from.name) }) : t('queue.offeredToMeUnknown');
    }
    if (group === 'others' && row.offer)
      return t('queue.offeredTo', { name: speech.local(row.offer.to.name) });
    if (group === 'others') return owner ? t('queue.withAgent', { name: owner }) : '';
    if (group === 'closed')
      return row.closedAt ? t('queue.closedAt', { when: formats.dayTime(row.closedAt) }) : '';
    return '';
  };
  const words = text();
  if (words === '') return null;
  const isMood = group === 'waiting' && !hasLeft;
  const numbers = t('mood.conversation', {
    level: t(`mood.levels.${row.mood.level}`),
    score: formats.score(row.mood.score),
    slope: formats.score(row.mood.slope),
  });
  return (
    <span
      className={classNames(
        'mt-px line-clamp-2 text-12 text-pretty',
        isMood ? 'text-(--tone)' : 'text-ink-2',
      )}
      title={isMood ? `${words}\n${numbers}` : words}
    >
      {capital(words)}
    </span>
  );
}

/** That something said here did not arrive (rule D14). */
function LostWords({ id }: { id: ConversationId }): ReactNode {
  const { t } = useTranslation();
  const count = useLostCount(id);
  if (count === 0) return null;
  return (
    <span className="mt-px flex items-center gap-1 text-12 text-furious">
      <FailedIcon className="size-3.5 shrink-0" aria-hidden />
      {t('undelivered.inRow', { count })}
    </span>
  );
}

/** What was said last; where somebody waits for a person, what they wait with, and not what the bot said about it. */
function LastWords({ row, group }: { row: ConversationSummary; group: ConversationGroup }): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { last } = row;
  if (!last) return null;
  const waitsWith = group === 'waiting' ? last.ofCustomer : null;
  const prefix = (): string => {
    if (waitsWith !== null) return '';
    if (last.authorKind === 'bot') return t('queue.said.bot');
    if (last.authorKind !== 'agent') return '';
    const { owner, assignedAt } = row;
    // Who spoke last is known only while the present owner has had it.
    return owner && assignedAt && last.at >= assignedAt
      ? t('queue.said.agent', { name: speech.local(owner.name) })
      : t('queue.said.agentUnknown');
  };
  const words = waitsWith ?? last.preview;
  return (
    <span className="block truncate text-12 text-ink-2">
      {prefix()}
      {waitsWith === null && last.isRecalled ? (
        t(last.authorKind === 'customer' ? 'recalled.byCustomer' : 'recalled.inRow')
      ) : (
        <bdi lang={languageOf(words)}>{words}</bdi>
      )}
    </span>
  );
}

function Timer({ row, group }: { row: ConversationSummary; group: ConversationGroup }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const since = group === 'mine' ? row.unansweredSince : (row.waitingSince ?? row.unansweredSince);
  const elapsed = useElapsedMs(since);
  if (group === 'closed') return null;
  if (since === null) {
    return group === 'mine' ? <span className="text-12 text-ink-3">{t('queue.answered')}</span> : null;
  }
  const isOverdue = elapsed >= OVERDUE_MS;
  return (
    <time
      dateTime={since}
      title={isOverdue ? t('queue.overdue') : undefined}
      className={classNames('text-12 tabular-nums', isOverdue ? 'font-bold text-furious' : 'text-ink-2')}
    >
      {formats.clock(elapsed)}
    </time>
  );
}

function Unread({ count }: { count: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <span
      role="img"
      aria-label={t('queue.unread', { count })}
      className="grid h-4 min-w-4 place-items-center rounded-m bg-ink-2 px-[5px] text-10 font-bold text-surface tabular-nums"
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}

function Curve({ row }: { row: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { mood } = row;
  if (mood.curve.length < 2) return null;
  return (
    <Sparkline
      values={mood.curve.slice(-8)}
      width={46}
      height={16}
      label={t('mood.curve', { level: t(`mood.levels.${mood.level}`) })}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
