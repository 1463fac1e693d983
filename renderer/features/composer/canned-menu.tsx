import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '#shared/protocol/agent-requests';
import { classNames } from '../../design/class-names.ts';
import { useSpeech } from '../../locales/spoken.ts';

/** Props of {@link CannedMenu}. */
export type CannedMenuProps = {
  id: string;
  query: string;
  replies: readonly CannedReply[];
  active: number;
  /** The customer's language: what is inserted is shown. */
  language: 'zh' | 'en';
  onUse: (reply: CannedReply) => void;
};

/** Canned replies above the composer, in the customer's language; the keyboard stays in the text. */
export function CannedMenu({ id, query, replies, active, language, onUse }: CannedMenuProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  return (
    <div className="absolute inset-x-0 bottom-full z-20 mb-1.5 rounded-m border border-line bg-surface p-1 shadow-float">
      <p className="flex justify-between px-2.5 pt-1 pb-1.5 text-11 text-ink-3">
        <span>{t('composer.canned')}</span>
        <span>{t('composer.cannedHint')}</span>
      </p>
      {replies.length === 0 ? (
        <p className="px-2.5 pb-2 text-ink-2">{t('composer.cannedNone', { query })}</p>
      ) : (
        <div role="listbox" id={id} aria-label={t('composer.canned')} className="max-h-64 overflow-y-auto">
          {replies.map((reply, index) => (
            <div
              key={reply.code}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classNames(
                'cursor-pointer rounded-s px-2.5 py-1.5',
                index === active ? 'bg-sel' : 'hover:bg-hover',
              )}
              onPointerDown={(event) => {
                // Keeps the caret where it is.
                event.preventDefault();
                onUse(reply);
              }}
            >
              <span className="flex gap-2">
                <span className="font-semibold">{local(reply.title)}</span>
                <span className="text-ink-3">/{reply.shortcut}</span>
              </span>
              <span className="block truncate text-12 text-ink-2">{reply.text[language]}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
