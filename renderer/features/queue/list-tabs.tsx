import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../design/tabs.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useGroupSize } from '../../stores/conversation-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { useViewStore } from '../../stores/view-store.ts';

/** Chooses what the upper list shows. What colleagues and the bot have is there for those who may see it. */
export function ListTabs(): ReactNode {
  const { t } = useTranslation();
  const list = useViewStore((state) => state.list);
  const isLead = useSessionStore((state) => state.me?.role !== 'agent');
  const others = useGroupSize('others');
  const bot = useGroupSize('bot');
  const shown = (['waiting', 'others', 'bot', 'closed'] as const).filter(
    (name) => name === 'waiting' || name === 'closed' || isLead || (name === 'bot' ? bot : others) > 0,
  );
  return (
    <div className="flex items-center justify-between px-4 pb-1.5">
      <Tabs
        label={t('queue.list')}
        value={list}
        onChange={(next) => useViewStore.setState({ list: next })}
        tabs={shown.map((name) => ({ value: name, label: t(`queue.lists.${name}`) }))}
      />
      {list === 'waiting' ? (
        <Tooltip content={t('queue.orderHint')} side="bottom">
          <button type="button" className="cursor-help rounded-[4px] text-11 text-ink-3">
            {t('queue.order')}
          </button>
        </Tooltip>
      ) : null}
    </div>
  );
}
