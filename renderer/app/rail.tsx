import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/icon-button.tsx';
import { InboxIcon, KeyboardIcon, KnowledgeIcon, SearchIcon, UndeliveredIcon } from '../design/icons.ts';
import { MeMenu } from '../features/settings/me-menu.tsx';
import { useAction } from '../stores/action-store.ts';
import { useIsOverseer } from '../stores/session-store.ts';
import { useUndeliveredStore } from '../stores/undelivered-store.ts';
import { openDialog, showPlace, useViewStore } from '../stores/view-store.ts';

/** The narrow bar at the left: where one is, search, keys, oneself. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const dialog = useViewStore((state) => state.dialog);
  const here = useViewStore((state) => state.place);
  useAction('help.show', () => openDialog('help'));
  useAction('search.open', () => openDialog('search'));
  const place = (isHere: boolean): string =>
    isHere ? 'size-9 rounded-m bg-sel text-ink' : 'size-9 rounded-m';
  return (
    <nav aria-label={t('rail.label')} className="flex flex-col items-center gap-1 bg-bg py-3">
      <Mark />
      <IconButton
        label={t('rail.inbox')}
        tooltipSide="right"
        aria-current={here === 'conversation' ? 'page' : undefined}
        className={place(dialog !== 'search' && here === 'conversation')}
        onClick={() => {
          openDialog(null);
          showPlace('conversation');
        }}
      >
        <InboxIcon aria-hidden />
      </IconButton>
      <IconButton
        label={t('rail.search')}
        action="search.open"
        tooltipSide="right"
        className={place(dialog === 'search')}
        onClick={() => openDialog('search')}
      >
        <SearchIcon aria-hidden />
      </IconButton>
      <Undelivered />
      <Knowledge />
      <span className="mt-auto" />
      <IconButton
        label={t('rail.help')}
        action="help.show"
        tooltipSide="right"
        className="mb-2 size-9 rounded-m"
        onClick={() => openDialog('help')}
      >
        <KeyboardIcon aria-hidden />
      </IconButton>
      <MeMenu />
    </nav>
  );
}

/** The way to what did not arrive, with how much that is. An agent of whose messages all arrived needs none. */
function Undelivered(): ReactNode {
  const { t } = useTranslation();
  const total = useUndeliveredStore((state) => state.total);
  const isHere = useViewStore((state) => state.place === 'undelivered');
  const isShown = useIsOverseer() || total > 0 || isHere;
  const show = (): void => {
    openDialog(null);
    showPlace('undelivered');
  };
  useAction('undelivered.show', isShown ? show : null);
  if (!isShown) return null;
  return (
    <IconButton
      label={total > 0 ? t('rail.undelivered', { count: total }) : t('undelivered.title')}
      action="undelivered.show"
      tooltipSide="right"
      aria-current={isHere ? 'page' : undefined}
      className={`relative size-9 rounded-m ${isHere ? 'bg-sel text-ink' : ''}`}
      onClick={show}
    >
      <UndeliveredIcon aria-hidden />
      {total > 0 ? (
        <span
          aria-hidden
          className="absolute -top-0.5 -right-1 grid h-4 min-w-4 place-items-center rounded-m bg-ink-2 px-1 text-10 font-bold text-surface tabular-nums"
        >
          {total > 99 ? '99+' : total}
        </span>
      ) : null}
    </IconButton>
  );
}

/** The way to the knowledge base and what it learns, for leads. */
function Knowledge(): ReactNode {
  const { t } = useTranslation();
  const isHere = useViewStore((state) => state.place === 'knowledge');
  const isShown = useIsOverseer();
  const show = (): void => {
    openDialog(null);
    showPlace('knowledge');
  };
  useAction('knowledge.show', isShown ? show : null);
  if (!isShown) return null;
  return (
    <IconButton
      label={t('knowledge.title')}
      action="knowledge.show"
      tooltipSide="right"
      aria-current={isHere ? 'page' : undefined}
      className={`size-9 rounded-m ${isHere ? 'bg-sel text-ink' : ''}`}
      onClick={show}
    >
      <KnowledgeIcon aria-hidden />
    </IconButton>
  );
}

/** A baton passing from one hand to the next. */
function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 28 28" aria-hidden className="mb-3 size-7">
      <rect width="28" height="28" rx="8" className="fill-accent" />
      <path
        d="M8.5 19.5 13 15"
        className="stroke-accent-ink"
        strokeWidth="4.4"
        strokeLinecap="round"
        opacity="0.55"
      />
      <path d="m14.4 13.6 5.1-5.1" className="stroke-accent-ink" strokeWidth="4.4" strokeLinecap="round" />
    </svg>
  );
}
