import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelTrouble } from '#shared/domain/undelivered';
import { retryChannel } from '../../connection/commands/undelivered.ts';
import { Button } from '../../design/button.tsx';
import { OfflineIcon } from '../../design/icons.ts';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useChannel, useIsOverseer } from '../../stores/session-store.ts';
import { useUndeliveredStore } from '../../stores/undelivered-store.ts';

/** How each channel does that has something undelivered, waiting, or takes nothing now; leads try all of a channel again. */
export function ChannelTroubles(): ReactNode {
  const { t } = useTranslation();
  const channels = useUndeliveredStore((state) => state.channels);
  const isOverseer = useIsOverseer();
  if (channels.length === 0) return null;
  const hasUncertain = channels.some(({ unknown }) => unknown > 0);
  return (
    <section aria-label={t('undelivered.channels')} className="border-b border-line-soft py-3">
      <ul className="flex flex-col gap-1.5">
        {channels.map((channel) => (
          <Trouble key={channel.channelId} trouble={channel} />
        ))}
      </ul>
      {isOverseer && hasUncertain ? (
        <p className="mt-1.5 text-12 text-ink-3">{t('undelivered.retryAllNote')}</p>
      ) : null}
    </section>
  );
}

function Trouble({ trouble }: { trouble: ChannelTrouble }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local, phrase } = useSpeech();
  const { channelId, undelivered, unknown, waiting, outage } = trouble;
  const name = local(useChannel(channelId)?.name);
  const failed = undelivered - unknown;
  const counts = [
    failed > 0 ? t('undelivered.failed', { count: failed }) : '',
    unknown > 0 ? t('undelivered.unknown', { count: unknown }) : '',
    waiting > 0 ? t('undelivered.waiting', { count: waiting }) : '',
  ].filter(Boolean);
  return (
    <li data-testid="channel-trouble" className="flex min-h-8 items-center gap-3">
      <p className="min-w-0 flex-1 tabular-nums">
        <span className="font-semibold">{name}</span>{' '}
        <span className="text-12 text-ink-2">{counts.join(' · ')}</span>
        {outage ? (
          <span className="flex items-center gap-1 text-12 text-upset">
            <OfflineIcon className="size-3.5 shrink-0" aria-hidden />
            {t('undelivered.outage', {
              since: formats.time(outage.since),
              reason: phrase(outage.reason),
              next: formats.time(outage.nextTryAt),
            })}
          </span>
        ) : null}
      </p>
      <RetryAll trouble={trouble} name={name} failed={failed} />
    </li>
  );
}

function RetryAll({
  trouble,
  name,
  failed,
}: {
  trouble: ChannelTrouble;
  name: string;
  failed: number;
}): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const isOverseer = useIsOverseer();
  const isOnline = useLinkStore((state) => state.status === 'online');
  const [isBusy, setBusy] = useState(false);
  if (!isOverseer || failed === 0) return null;
  const retry = async (): Promise<void> => {
    setBusy(true);
    const answer = await retryChannel(trouble.channelId, null);
    setBusy(false);
    if (!answer.ok) showToast({ title: say(answer.error), isProblem: true });
    else if (answer.data.count === 0) showToast({ title: t('undelivered.retriedNone', { channel: name }) });
    else showToast({ title: t('undelivered.retried', { channel: name, count: answer.data.count }) });
  };
  return (
    <Button isBusy={isBusy} disabled={!isOnline} onClick={() => void retry()}>
      {t('undelivered.retryAll', { count: failed })}
    </Button>
  );
}
