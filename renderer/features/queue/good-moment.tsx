import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { readToday } from '../../connection/commands/reading.ts';
import { EmptyState } from '../../design/empty-state.tsx';
import { DoneIcon } from '../../design/icons.ts';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { causePath, useCatalogueStore } from '../../stores/catalogue-store.ts';
import { useConversationStore } from '../../stores/conversation-store.ts';
import { useTodayStore } from '../../stores/today-store.ts';

/** The figures of the day are read no more often than this. */
const READ_AGAIN_MS = 5000;

/** Nobody waits: a good moment, with what today looked like. */
export function GoodMoment(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useTodayStore((state) => state.today);
  useEffect(followToday, []);
  const span = (ms: number | null): string => (ms === null ? t('today.none') : formats.clock(ms));
  return (
    <EmptyState icon={<DoneIcon aria-hidden />} title={t('queue.emptyTitle')}>
      {today ? (
        <>
          <p className="text-12">{t('queue.emptyText')}</p>
          <dl className="mt-2 grid w-full grid-cols-3 gap-y-3 tabular-nums">
            <Figure label={t('today.handedOff')} value={formats.number(today.handedOff)} />
            <Figure label={t('today.answered')} value={formats.number(today.answered)} />
            <Figure label={t('today.closed')} value={formats.number(today.closed)} />
            <Figure label={t('today.wait')} value={span(today.waitMedianMs)} />
            <Figure label={t('today.firstResponse')} value={span(today.firstResponseMedianMs)} />
            <Figure label={t('today.botOnly')} value={formats.number(today.botOnly)} />
          </dl>
          <TopCauses causes={today.topCauses} />
          {today.mine.closed > 0 ? (
            <p className="mt-3 text-12">{t('today.mine', { count: today.mine.closed })}</p>
          ) : null}
        </>
      ) : null}
    </EmptyState>
  );
}

/** Reads the figures, and anew once something has happened in the workspace. */
function followToday(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  void readToday();
  const end = useConversationStore.subscribe(({ version }, before) => {
    if (version === before.version) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void readToday();
    }, READ_AGAIN_MS);
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}

function Figure({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-11 text-ink-3">{label}</dt>
      <dd className="text-16 font-bold text-ink">{value}</dd>
    </div>
  );
}

function TopCauses({ causes }: { causes: readonly { code: string; count: number }[] }): ReactNode {
  const { language } = useSpeech();
  const tree = useCatalogueStore((state) => state.causes);
  const most = causes[0]?.count ?? 0;
  if (most === 0) return null;
  return (
    <ul className="mt-4 flex w-full flex-col gap-1.5 text-left text-12">
      {causes.slice(0, 3).map(({ code, count }) => (
        <li key={code} className="grid grid-cols-[1fr_auto] gap-x-3">
          <span>{causePath(tree, code, language).join(' › ')}</span>
          <span className="tabular-nums">{count}</span>
          <span className="col-span-2 h-[3px] rounded-full bg-line-soft">
            <span
              className="block h-full rounded-full bg-ink-3"
              style={{ width: `${(100 * count) / most}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
