import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { BotIcon, ChevronRightIcon } from '../../design/icons.ts';
import { ChannelRow, DayRow, HeadingRow, MarkRow, UnknownRow } from './mark-row.tsx';
import { MessageRow } from './message-row.tsx';
import { BotDraftRow, NoteRow } from './note-row.tsx';
import { OutgoingRow } from './outgoing-row.tsx';
import { RecalledRow } from './recalled-row.tsx';
import type { ThreadItem } from './thread-items.ts';

/** Props of {@link ThreadRow}. */
export type ThreadRowProps = { item: ThreadItem; isMine: boolean; onToggleFold: (key: string) => void };

/** One line of the conversation, whatever it is. */
export function ThreadRow({ item, isMine, onToggleFold }: ThreadRowProps): ReactNode {
  switch (item.kind) {
    case 'message':
      return <MessageRow item={item} />;
    case 'recalled':
      return <RecalledRow item={item} canWrite={isMine} />;
    case 'outgoing':
      return <OutgoingRow message={item.message} />;
    case 'note':
      return <NoteRow entry={item.entry} />;
    case 'draft':
      return <BotDraftRow entry={item.entry} canUse={isMine} />;
    case 'heading':
      return <HeadingRow conversation={item.conversation} />;
    case 'day':
      return <DayRow at={item.at} channelId={item.channelId} />;
    case 'channel':
      return <ChannelRow at={item.at} channelId={item.channelId} />;
    case 'fold':
      return <BotFold count={item.count} isOpen={item.isOpen} onToggle={() => onToggleFold(item.key)} />;
    case 'unknown':
      return <UnknownRow entry={item.entry} />;
    case 'mark':
      return <MarkRow entry={item.entry} told={item.told} lost={item.lost} />;
  }
}

/** The bot's part, folded to one line. */
function BotFold({
  count,
  isOpen,
  onToggle,
}: {
  count: number;
  isOpen: boolean;
  onToggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onToggle}
      className="flex items-center gap-1.5 rounded-m border border-dashed border-field-line px-3 py-1.5 text-12 text-ink-2 hover:bg-hover"
    >
      <BotIcon className="size-3.5" aria-hidden />
      {t('talk.botFold', { count })}
      <span className="text-ink-3">{t(isOpen ? 'talk.botRefold' : 'talk.botUnfold')}</span>
      <ChevronRightIcon className={classNames('size-3.5', isOpen && 'rotate-90')} aria-hidden />
    </button>
  );
}
