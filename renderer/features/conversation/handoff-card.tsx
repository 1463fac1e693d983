import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import type { HandoffRecord } from '#shared/domain/handoff';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { IconButton } from '../../design/icon-button.tsx';
import { ChevronDownIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { Sparkline } from '../../design/sparkline.tsx';
import { useSpeech } from '../../locales/spoken.ts';
import { runAction, useAction } from '../../stores/action-store.ts';
import { addToReply } from '../../stores/draft-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { ModelSummary } from './model-summary.tsx';

/** Props of {@link HandoffCard}. */
export type HandoffCardProps = {
  conversation: ConversationSummary;
  record: HandoffRecord;
  /** Whether the first sentence can be used: the reader has the word. */
  isMine: boolean;
  /** Whether its agent has said something since taking it: then it stands folded, until asked for. */
  isAnswered: boolean;
};

/** The record of the handoff of the current stretch, or null when a person has not been asked for. */
export function currentHandoff(
  entries: readonly Entry[],
): { record: HandoffRecord; isAnswered: boolean } | null {
  let current: HandoffRecord | null = null;
  let isAnswered = false;
  for (const { body, author } of entries) {
    if (body.type === 'handoff-requested') {
      current = body.record;
      isAnswered = false;
    } else if (body.type === 'returned-to-bot') current = null;
    else if (body.type === 'assigned') isAnswered = false;
    else if (body.type === 'message' && author.kind === 'agent') isAnswered = true;
  }
  return current && { record: current, isAnswered };
}

/** Answers in five seconds: what they want, what was tried, what to say first. */
export function HandoffCard({ conversation, record, isMine, isAnswered }: HandoffCardProps): ReactNode {
  const { t } = useTranslation();
  const speech = useSpeech();
  const hasModel = useSessionStore((state) => state.abilities.drafts);
  const [choice, setChoice] = useState<{ isOpen: boolean; answered: boolean } | null>(null);
  const isOpen = choice && choice.answered === isAnswered ? choice.isOpen : !isAnswered;
  const suggestion = isMine ? record.suggestedReply : null;
  const use = (): void => {
    if (suggestion === null) return;
    addToReply(conversation.id, suggestion);
    setChoice({ isOpen: false, answered: isAnswered });
    runAction('composer.focus');
  };
  useAction('composer.suggested', suggestion === null ? null : use);
  const reasons = speech.phrases(record.reasons);
  return (
    <section
      aria-label={t('handoff.title')}
      data-testid="handoff-card"
      className={classNames(
        `tone-${record.moodLevel}`,
        'mx-auto mt-3 mb-1.5 w-[calc(100%-40px)] max-w-[760px] rounded-m bg-(--tone-soft) py-2 pr-2 pl-4',
      )}
    >
      <header className="flex items-center gap-2 text-12 font-semibold text-(--tone)">
        <span className="min-w-0 flex-1">{capital(reasons || t(`trigger.${record.trigger}`))}</span>
        <Sparkline values={record.moodCurve} width={72} height={18} />
        <IconButton
          label={t(isOpen ? 'handoff.fold' : 'handoff.unfold')}
          aria-expanded={isOpen}
          className="size-7 text-(--tone) hover:bg-transparent"
          onClick={() => setChoice({ isOpen: !isOpen, answered: isAnswered })}
        >
          <ChevronDownIcon aria-hidden className={isOpen ? 'rotate-180' : ''} />
        </IconButton>
      </header>
      <p
        lang={conversation.language}
        className={classNames('pr-2 text-14 font-semibold', isOpen ? 'wrap-anywhere' : 'truncate')}
      >
        {record.summary}
      </p>
      {isOpen ? (
        <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 pr-2 pb-1 text-12">
          {record.openQuestion ? (
            <Line term={t('handoff.question')}>
              <span lang={conversation.language}>{record.openQuestion}</span>
            </Line>
          ) : null}
          <Line term={t('handoff.tried')}>{speech.phrases(record.tried) || t('handoff.nothingTried')}</Line>
          {record.promises.length > 0 ? (
            <Line term={t('handoff.promised')}>
              {record.promises.join(conversation.language === 'zh' ? '；' : '; ')}
            </Line>
          ) : null}
          {hasModel ? (
            <Line term={t('drafting.summary')}>
              <ModelSummary conversationId={conversation.id} />
            </Line>
          ) : null}
          {record.suggestedReply ? (
            <Line term={t('handoff.say')}>
              <span lang={conversation.language}>{record.suggestedReply}</span>{' '}
              {suggestion === null ? null : (
                <Button size="small" className="ml-1 h-[22px] bg-transparent px-1.5" onClick={use}>
                  {t('handoff.use')} <KeyHint action="composer.suggested" />
                </Button>
              )}
            </Line>
          ) : null}
        </dl>
      ) : null}
    </section>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="text-ink-2 wrap-anywhere">{children}</dd>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
