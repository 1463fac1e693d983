import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undelivered } from '#shared/domain/undelivered';
import { UndeliveredRow } from './undelivered-row.tsx';

/** The messages, newest first. Enter opens the conversation of the one with the focus, Tab reaches what can be done about it. */
export function UndeliveredList({ messages }: { messages: readonly Undelivered[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul aria-label={t('undelivered.list')} className="border-t border-line-soft">
      {messages.map((message) => (
        <UndeliveredRow key={message.entryId} message={message} />
      ))}
    </ul>
  );
}

/** Up, down, Home and End go from one message to the next, from anywhere on the page. */
export function stepThroughRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || rows.length === 0) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}
