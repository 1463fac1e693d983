import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../design/chip.tsx';
import { useSpeech } from '../../locales/spoken.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { chooseUndelivered, useUndeliveredStore } from '../../stores/undelivered-store.ts';

/** Chooses by channel and by reason; shown where there is something to choose between. */
export function UndeliveredFilters(): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const sayReason = useReasonWords();
  const known = useSessionStore((state) => state.channels);
  const { channels, reasons, choice } = useUndeliveredStore();
  const affected = channels.filter(({ undelivered }) => undelivered > 0);
  return (
    <div className="flex flex-col gap-2 py-3 empty:hidden">
      {affected.length > 1 || choice.channelId !== null ? (
        <Choices
          label={t('undelivered.channel')}
          all={t('undelivered.allChannels')}
          chosen={choice.channelId}
          options={affected.map(({ channelId, undelivered }) => ({
            value: channelId,
            words: `${local(known.get(channelId)?.name)} ${undelivered}`,
          }))}
          onChoose={(channelId) => chooseUndelivered({ channelId })}
        />
      ) : null}
      {reasons.length > 1 || choice.reason !== null ? (
        <Choices
          label={t('undelivered.reason')}
          all={t('undelivered.allReasons')}
          chosen={choice.reason}
          options={reasons.map(({ code, count }) => ({ value: code, words: `${sayReason(code)} ${count}` }))}
          onChoose={(reason) => chooseUndelivered({ reason })}
        />
      ) : null}
    </div>
  );
}

type ChoicesProps<Value extends string> = {
  label: string;
  all: string;
  chosen: Value | null;
  options: readonly { value: Value; words: string }[];
  onChoose: (value: Value | null) => void;
};

function Choices<Value extends string>({
  label,
  all,
  chosen,
  options,
  onChoose,
}: ChoicesProps<Value>): ReactNode {
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5 tabular-nums">
      <legend className="float-left mr-1 text-11 text-ink-3">{label}</legend>
      <Chip isChosen={chosen === null} onClick={() => onChoose(null)}>
        {all}
      </Chip>
      {options.map(({ value, words }) => (
        <Chip key={value} isChosen={chosen === value} onClick={() => onChoose(value)}>
          {words}
        </Chip>
      ))}
    </fieldset>
  );
}

/** A reason without its particulars, as it stands for many messages. */
function useReasonWords(): (code: string) => string {
  const { phrase } = useSpeech();
  return (code) =>
    capital(
      phrase({ code, params: { status: '…', reason: '…' } }).replace(/\s*[（(：:]\s*…\s*[）)]?/u, ''),
    ) || code;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
