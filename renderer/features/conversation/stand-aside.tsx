import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import {
  acceptOffer,
  claim,
  declineOffer,
  reopen,
  takeOver,
} from '../../connection/commands/conversation.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { KeyHint } from '../../design/kbd.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { runAction, useAction } from '../../stores/action-store.ts';
import { useRemainingMs } from '../../stores/clock-store.ts';
import { groupOf, useConversationStore, useIsGone, useTakenBy } from '../../stores/conversation-store.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';

/** Where the composer would stand when somebody else has the word: whose it is, and how to take it. */
export function StandAside({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const me = useConversationStore((state) => state.me);
  const isGone = useIsGone(conversation.id);
  if (isGone) return <Gone id={conversation.id} />;
  if (groupOf(conversation, me) === 'offered') return <Offer conversation={conversation} />;
  return <Take conversation={conversation} />;
}

function Bar({ words, children }: { words: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className="mx-auto mb-4 flex w-[calc(100%-40px)] max-w-[760px] flex-wrap items-center gap-2 rounded-l bg-bg px-4 py-2.5">
      <p className="min-w-0 flex-1 text-ink-2 tabular-nums">{words}</p>
      {children}
    </div>
  );
}

type Change = () => Promise<Answer<unknown>>;

/** A closed conversation can be taken up again for a day. */
const REOPEN_MS = 24 * 60 * 60_000;

/** Runs one change of the conversation, and says why when it was refused. */
function useChange(): { isBusy: boolean; run: (change: Change) => void } {
  const say = useRefusalWords();
  const [isBusy, setBusy] = useState(false);
  const run = async (change: Change): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await change();
    setBusy(false);
    if (answer.ok) requestAnimationFrame(() => runAction('composer.focus'));
    else showToast({ title: say(answer.error), isProblem: true });
  };
  return { isBusy, run: (change) => void run(change) };
}

function Gone({ id }: { id: ConversationSummary['id'] }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const takenBy = useTakenBy(id);
  return <Bar words={takenBy ? t('talk.goneTo', { name: local(takenBy.name) }) : t('talk.gone')} />;
}

function Take({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const { isBusy, run } = useChange();
  const isOnline = useLinkStore((state) => state.status === 'online');
  const isLead = useSessionStore((session) => session.me?.role !== 'agent');
  const { state, owner } = conversation;
  const isTakeable = state === 'waiting' || state === 'bot';
  const take = (): void => run(() => claim(conversation.id));
  const { closedAt } = conversation;
  const isReopenable = closedAt !== null && Date.now() - Date.parse(closedAt) < REOPEN_MS;
  const takeUp = (): void => run(() => reopen(conversation.id));
  useAction('conversation.take', isOnline && isTakeable ? take : null);
  const words = {
    waiting: t('talk.readOnlyWaiting'),
    bot: t('talk.readOnlyBot'),
    closed: t('talk.readOnlyClosed'),
    agent: t('talk.readOnlyOther', { name: owner ? local(owner.name) : '' }),
    offered: t('talk.readOnlyOther', { name: conversation.offer ? local(conversation.offer.to.name) : '' }),
  }[state];
  return (
    <Bar words={words}>
      {isTakeable ? (
        <Button look="accent" size="large" isBusy={isBusy} disabled={!isOnline} onClick={take}>
          {t(state === 'bot' ? 'talk.takeFromBot' : 'talk.take')} <KeyHint action="conversation.take" />
        </Button>
      ) : null}
      {isLead && owner ? (
        <Button
          isBusy={isBusy}
          disabled={!isOnline}
          onClick={() => run(() => takeOver(conversation.id, owner.id))}
        >
          {t('talk.takeOver', { name: local(owner.name) })}
        </Button>
      ) : null}
      {isReopenable ? (
        <Button isBusy={isBusy} disabled={!isOnline} onClick={takeUp}>
          {t('talk.reopen')}
        </Button>
      ) : null}
    </Bar>
  );
}

function Offer({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const { isBusy, run } = useChange();
  const left = useRemainingMs(conversation.offer?.expiresAt ?? null);
  const accept = (): void => run(() => acceptOffer(conversation.id));
  const decline = (): void => run(() => declineOffer(conversation.id));
  useAction('conversation.take', accept);
  useAction('conversation.decline', decline);
  const duration = formats.clock(left);
  const from = conversation.offer?.from;
  const words = from
    ? t('talk.offeredToMe', { name: local(from.name), duration })
    : t('talk.offeredToMeUnknown', { duration });
  return (
    <Bar
      words={
        <>
          {words}
          {conversation.offer?.comment ? (
            <q className="mt-0.5 block text-ink">{conversation.offer.comment}</q>
          ) : null}
        </>
      }
    >
      <Button isBusy={isBusy} onClick={decline}>
        {t('talk.decline')} <KeyHint action="conversation.decline" />
      </Button>
      <Button look="accent" isBusy={isBusy} onClick={accept}>
        {t('talk.accept')} <KeyHint action="conversation.take" />
      </Button>
    </Bar>
  );
}
