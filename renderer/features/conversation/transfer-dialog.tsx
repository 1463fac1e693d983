import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '#shared/domain/agent';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { AgentId } from '#shared/domain/ids';
import { transfer } from '../../connection/commands/conversation.ts';
import { Avatar } from '../../design/avatar.tsx';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useAgentStore } from '../../stores/agent-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { openDialog } from '../../stores/view-store.ts';

/** Offers the conversation to a colleague who is there and has room. */
export function TransferDialog({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const say = useRefusalWords();
  const colleagues = useColleagues();
  // The freest, as things are when it opens: what is chosen does not change under the hand.
  const [agentId, setAgentId] = useState<AgentId | null>(() => colleagues.find(hasRoom)?.id ?? null);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);
  const chosen = colleagues.find((agent) => agent.id === agentId);
  const submit = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    const answer = await transfer(conversation.id, { agentId: chosen.id, comment });
    setBusy(false);
    if (!answer.ok) {
      showToast({ title: say(answer.error), isProblem: true });
      return;
    }
    openDialog(null);
    showToast({ title: t('transferring.done', { name: local(chosen.name) }) });
  };
  return (
    <Dialog
      isOpen
      onClose={() => openDialog(null)}
      onConfirm={() => void submit()}
      title={t('transferring.title', { name: conversation.customer.name })}
      description={t('transferring.lead')}
      width="narrow"
      footer={
        <>
          <Button look="quiet" onClick={() => openDialog(null)}>
            {t('app.cancel')}
          </Button>
          <Button look="strong" disabled={!chosen} isBusy={isBusy} onClick={() => void submit()}>
            {t('transferring.submit')} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      {colleagues.length === 0 ? <p className="text-ink-2">{t('transferring.nobody')}</p> : null}
      <div role="radiogroup" aria-label={t('transferring.to')} className="flex flex-col gap-1">
        {colleagues.map((agent) => (
          <Colleague
            key={agent.id}
            agent={agent}
            isChosen={agent.id === agentId}
            onChoose={() => setAgentId(agent.id)}
          />
        ))}
      </div>
      {colleagues.length > 0 ? (
        <TextArea
          className="mt-4"
          label={t('transferring.comment')}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      ) : null}
    </Dialog>
  );
}

type ColleagueProps = { agent: AgentStatus; isChosen: boolean; onChoose: () => void };

function Colleague({ agent, isChosen, onChoose }: ColleagueProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const isFull = !hasRoom(agent);
  return (
    <label
      className={classNames(
        'flex cursor-pointer items-center gap-3 rounded-m border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
      )}
    >
      <input type="radio" name="colleague" checked={isChosen} onChange={onChoose} className="sr-only" />
      <Avatar name={local(agent.name)} size="small" presence={agent.presence} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{local(agent.name)}</span>
        <span className="text-12 text-ink-2">
          {t(`role.${agent.role}`)} · {t(`presence.${agent.presence}`)}
        </span>
      </span>
      <span className="text-12 text-ink-2 tabular-nums">
        {t('transferring.load', { active: agent.activeConversations, capacity: agent.capacity })}
        {isFull ? ` · ${t('transferring.full')}` : ''}
      </span>
    </label>
  );
}

function hasRoom({ activeConversations, capacity }: AgentStatus): boolean {
  return activeConversations < capacity;
}

/** Colleagues who are there: online before away, the freest first. */
function useColleagues(): AgentStatus[] {
  const agents = useAgentStore((state) => state.agents);
  const me = useSessionStore((state) => state.me?.id);
  const load = (agent: AgentStatus): number =>
    (agent.presence === 'online' ? 0 : 1) + agent.activeConversations / agent.capacity;
  return [...agents.values()]
    .filter((agent) => agent.id !== me && agent.presence !== 'offline')
    .toSorted((a, b) => load(a) - load(b));
}
