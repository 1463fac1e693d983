import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/domain/entry';
import { intentSchema } from '#shared/domain/intent';
import { correctIntent, rejectAnswer } from '../../connection/commands/knowledge.ts';
import type { Refusal } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { Menu } from '../../design/menu.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';

/** Says what a customer's message really wanted, or that what the bot answered to it was wrong: data that the shop learns from. */
export function ReadingCorrections({ entry, onDone }: { entry: Entry; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const message = { conversationId: entry.conversationId, entryId: entry.id };
  const finish = (answer: { ok: true } | { ok: false; error: Refusal }): void => {
    onDone();
    showToast(answer.ok ? { title: t('correction.noted') } : { title: say(answer.error), isProblem: true });
  };
  return (
    <div className="mt-3 flex flex-wrap gap-1.5 border-t border-line-soft pt-2.5">
      <Menu
        align="start"
        trigger={<Button size="small">{t('correction.wanted')}…</Button>}
        items={intentSchema.options.map((intent) => ({
          id: intent,
          kind: 'item',
          label: t(`intent.${intent}`),
          onSelect: () => void correctIntent(message, intent).then(finish),
        }))}
      />
      <Button size="small" onClick={() => void rejectAnswer(message).then(finish)}>
        {t('correction.badAnswer')}
      </Button>
    </div>
  );
}
