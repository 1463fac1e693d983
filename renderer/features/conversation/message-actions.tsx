import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/domain/entry';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { IconButton } from '../../design/icon-button.tsx';
import { EditIcon, RecallIcon } from '../../design/icons.ts';
import { Popover } from '../../design/popover.tsx';
import { useSessionStore } from '../../stores/session-store.ts';
import { useAuthorName } from './author-name.ts';
import type { Revisable } from './revisable.ts';
import { editMessage, recallAndGoOn, useRevisable } from './use-revisable.ts';

/** Props of {@link MessageActions}. */
export type MessageActionsProps = { entry: Entry; delivery: string | null };

/**
 * What can be done with a message, over its upper edge while the pointer or the focus is on it, so that nothing moves when it comes or goes.
 * What runs out under the pointer or the focus stays until that has gone (rule Q4).
 */
export function MessageActions({ entry, delivery }: MessageActionsProps): ReactNode {
  const { t } = useTranslation();
  const [held, setHeld] = useState({ byPointer: false, byFocus: false });
  const isHeld = held.byPointer || held.byFocus;
  const { canEdit, canRecall } = useHeld(useRevisable(entry, delivery), isHeld);
  const isOwn = useIsOwn(entry);
  if (!canEdit && !canRecall) return null;
  return (
    <fieldset
      aria-label={t('revise.actions')}
      data-testid="message-actions"
      onPointerEnter={() => setHeld((before) => ({ ...before, byPointer: true }))}
      onPointerLeave={() => setHeld((before) => ({ ...before, byPointer: false }))}
      onFocus={() => setHeld((before) => ({ ...before, byFocus: true }))}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setHeld((before) => ({ ...before, byFocus: false }));
      }}
      className={classNames(
        'pointer-events-none absolute -top-5 right-2 flex rounded-m border border-line bg-surface p-px opacity-0 shadow-lift',
        'group-hover:pointer-events-auto group-hover:opacity-100 focus-within:pointer-events-auto focus-within:opacity-100',
        'has-[[data-popup-open]]:pointer-events-auto has-[[data-popup-open]]:opacity-100',
      )}
    >
      {canEdit ? (
        <IconButton label={t('revise.edit')} className={small} onClick={() => editMessage(entry)}>
          <EditIcon aria-hidden />
        </IconButton>
      ) : null}
      {canRecall && isOwn ? (
        <IconButton label={t('revise.recall')} className={small} onClick={() => recallAndGoOn(entry)}>
          <RecallIcon aria-hidden />
        </IconButton>
      ) : null}
      {canRecall && !isOwn ? <RecallOfOthers entry={entry} /> : null}
    </fieldset>
  );
}

const small = 'size-[24px] [&_svg]:size-[14px]';

/** What somebody else said is recalled after a question: it can't be written once more from here. */
function RecallOfOthers({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const name = useAuthorName()(entry.author);
  const recall = (): void => {
    setOpen(false);
    recallAndGoOn(entry);
  };
  return (
    <Popover
      align="end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      title={entry.author.kind === 'bot' ? t('revise.askOfBot') : t('revise.askOf', { name })}
      trigger={
        <IconButton label={t('revise.recall')} className={small}>
          <RecallIcon aria-hidden />
        </IconButton>
      }
    >
      <p className="mb-3 text-12 text-ink-2">{t('revise.askText')}</p>
      <Button look="strong" size="small" onClick={recall}>
        {t('revise.recall')}
      </Button>
    </Popover>
  );
}

function useIsOwn({ author }: Entry): boolean {
  return useSessionStore(({ me }) => author.kind === 'agent' && author.agentId === me?.id);
}

/** What was possible when it was last let go of, or has become so since. */
function useHeld(now: Revisable, isHeld: boolean): Revisable {
  const before = useRef(now);
  if (!isHeld) before.current = now;
  return {
    canEdit: now.canEdit || before.current.canEdit,
    canRecall: now.canRecall || before.current.canRecall,
  };
}
