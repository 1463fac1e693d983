import { type ReactElement, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { readVersions } from '../../connection/commands/message.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { Popover } from '../../design/popover.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useAuthorName } from './author-name.ts';
import { MessageText } from './message-text.tsx';

type Version = AgentOutput<'message:versions'>['versions'][number];

/** The look of a way to more in a line of small print. */
export const linkClass = 'underline underline-offset-2 hover:text-ink';

/** Props of {@link Versions}. */
export type VersionsProps = {
  entryId: EntryId;
  trigger: ReactElement;
  /** Whether the last of them was taken back, not replaced. */
  isRecalled: boolean;
};

/** What a message said before it was edited or recalled, for leads and admins; read when it is asked for, and not kept. */
export function Versions({ entryId, trigger, isRecalled }: VersionsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover trigger={trigger} title={t('revise.before')} align="end">
      <VersionList entryId={entryId} isRecalled={isRecalled} />
    </Popover>
  );
}

function VersionList({ entryId, isRecalled }: Omit<VersionsProps, 'trigger'>): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [answer, setAnswer] = useState<Answer<AgentOutput<'message:versions'>> | null>(null);
  const read = useCallback((): void => {
    setAnswer(null);
    void readVersions(entryId).then(setAnswer);
  }, [entryId]);
  useEffect(read, [read]);
  if (answer === null) {
    return (
      <div role="status" aria-label={t('revise.reading')} className="flex flex-col gap-2">
        <Skeleton className="h-3 w-2/5" />
        <Skeleton className="h-5 w-full" />
      </div>
    );
  }
  if (!answer.ok) {
    return (
      <div role="alert">
        <p className="mb-3 text-12 text-ink-2">{t('revise.unread', { reason: say(answer.error) })}</p>
        <Button size="small" onClick={read}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return (
    <ol data-testid="versions" className="flex max-h-64 flex-col gap-2.5 overflow-y-auto">
      {answer.data.versions.map((version, index, { length }) => (
        <VersionRow
          key={`${version.at}-${JSON.stringify(version.content)}`}
          version={version}
          wasRecalled={isRecalled && index === length - 1}
        />
      ))}
    </ol>
  );
}

type VersionRowProps = { version: Version; wasRecalled: boolean };

/** One version: its words, who put an end to them, and when. */
function VersionRow({ version: { content, at, by }, wasRecalled }: VersionRowProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const name = useAuthorName()(by);
  return (
    <li>
      {content.type === 'text' ? (
        <p className="text-14">
          <MessageText text={content.text} />
        </p>
      ) : null}
      {content.type === 'card' ? <p className="text-14">{local(content.card.title)}</p> : null}
      <p className="text-11 text-ink-3 tabular-nums" title={formats.full(at)}>
        {t(wasRecalled ? 'revise.recalledAt' : 'revise.replacedAt', { time: formats.time(at), name })}
      </p>
    </li>
  );
}
