import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/domain/entry';
import { type MessageMood, type MoodLabel, moodLabelSchema, moodLevel } from '#shared/domain/mood';
import { correctMood } from '../../connection/commands/conversation.ts';
import { Chip } from '../../design/chip.tsx';
import { Popover } from '../../design/popover.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { ReadingCorrections } from './reading-corrections.tsx';

/** Props of {@link MoodDot}. */
export type MoodDotProps = { entry: Entry; mood: MessageMood; corrected: MoodLabel | null };

const toneOfLabel: Record<MoodLabel, string> = {
  anger: 'tone-furious',
  complaint: 'tone-upset',
  negative: 'tone-upset',
  neutral: 'tone-calm',
  positive: 'tone-happy',
};

/** The mood of one message: a dot, with words, number and cues behind it, and a way to say that it is wrong (rule Q5). */
export function MoodDot({ entry, mood, corrected }: MoodDotProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const say = useRefusalWords();
  const [isOpen, setOpen] = useState(false);
  const tone = corrected ? toneOfLabel[corrected] : `tone-${moodLevel(mood.score)}`;
  const label = t(`mood.labels.${corrected ?? mood.label}`);
  const correct = async (wanted: MoodLabel): Promise<void> => {
    setOpen(false);
    const answer = await correctMood(entry.conversationId, { entryId: entry.id, label: wanted });
    showToast(answer.ok ? { title: t('mood.corrected') } : { title: say(answer.error), isProblem: true });
  };
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setOpen}
      title={t('mood.message', { label })}
      trigger={
        <button
          type="button"
          aria-label={t('mood.message', { label })}
          className={`${tone} -m-1 mb-1 grid size-[15px] shrink-0 place-items-center rounded-full`}
        >
          <i className="size-[7px] rounded-full bg-(--tone)" />
        </button>
      }
    >
      <dl className="text-12 text-ink-2">
        <dd className="tabular-nums">{t('mood.score', { score: formats.score(mood.score) })}</dd>
        <dd>{mood.cues.length > 0 ? t('mood.cues', { cues: mood.cues.join(' · ') }) : t('mood.noCues')}</dd>
      </dl>
      <p className="mt-2.5 mb-1.5 text-12 font-medium">{t('mood.wrong')}</p>
      <div className="flex flex-wrap gap-1.5">
        {moodLabelSchema.options
          .filter((option) => option !== (corrected ?? mood.label))
          .map((option) => (
            <Chip key={option} onClick={() => void correct(option)}>
              {t(`mood.labels.${option}`)}
            </Chip>
          ))}
      </div>
      <ReadingCorrections entry={entry} onDone={() => setOpen(false)} />
    </Popover>
  );
}
