import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { searchConversations } from '../../connection/commands/conversation.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { classNames } from '../../design/class-names.ts';
import { Dialog } from '../../design/dialog.tsx';
import { fieldClass } from '../../design/text-field.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { languageOf, useSpeech } from '../../locales/spoken.ts';
import { useChannel } from '../../stores/session-store.ts';
import { openConversation, openDialog } from '../../stores/view-store.ts';

type Hit = AgentOutput<'conversation:search'>['hits'][number];
type Found = Answer<AgentOutput<'conversation:search'>>;

const DELAY_MS = 160;

/** Finds any conversation, by name, number or words; arrows choose, Enter opens. */
export function SearchDialog(): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const answer = useFound(query.trim());
  const hits = answer?.ok ? answer.data.hits : [];
  const open = (hit: Hit | undefined): void => {
    if (!hit) return;
    openDialog(null);
    openConversation(hit.conversation.id);
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || keyCode === 229) return;
    if (event.key === 'ArrowDown') setActive(Math.min(hits.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') open(hits[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      isOpen
      onClose={() => openDialog(null)}
      title={t('search.title')}
      width="wide"
      initialFocus={field}
    >
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `search-hit-${active}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        maxLength={100}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={handleKeyDown}
        className={classNames(fieldClass, 'h-10')}
      />
      <div className="mt-2 h-[46vh]">
        <div role="listbox" id="search-hits" aria-label={t('search.label')}>
          {hits.map((hit, index) => (
            <HitRow
              key={hit.conversation.id}
              id={`search-hit-${index}`}
              hit={hit}
              query={query.trim()}
              isActive={index === active}
              onOpen={() => open(hit)}
            />
          ))}
        </div>
        <p role="status" className="px-2.5 py-2 text-12 text-ink-2">
          {answer === null ? t('search.hint') : null}
          {answer?.ok && hits.length === 0 ? t('search.none', { query: query.trim() }) : null}
          {answer?.ok && hits.length > 0 ? t('search.count', { count: hits.length }) : null}
          {answer && !answer.ok ? t('search.failed', { reason: say(answer.error) }) : null}
        </p>
      </div>
    </Dialog>
  );
}

type HitRowProps = { id: string; hit: Hit; query: string; isActive: boolean; onOpen: () => void };

function HitRow({ id, hit, query, isActive, onOpen }: HitRowProps): ReactNode {
  const formats = useFormats();
  const { conversation, snippet } = hit;
  const { local } = useSpeech();
  const channel = local(useChannel(conversation.channelId)?.name);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerDown={(event) => {
        event.preventDefault();
        onOpen();
      }}
      className={classNames(
        `tone-${conversation.mood.level}`,
        'grid cursor-pointer grid-cols-[3px_minmax(0,1fr)_auto] gap-x-3 rounded-s py-2 pr-2.5',
        isActive ? 'bg-sel' : 'hover:bg-hover',
      )}
    >
      <i aria-hidden className="self-stretch rounded-r-[2px] bg-(--tone)" />
      <span className="min-w-0">
        <bdi lang={languageOf(conversation.customer.name)} className="font-semibold wrap-anywhere">
          <Marked text={conversation.customer.name} query={query} />
        </bdi>{' '}
        <span className="text-11 text-ink-3">{channel}</span>
        <span lang={languageOf(snippet)} dir="auto" className="block truncate text-left text-12 text-ink-2">
          <Marked text={snippet} query={query} />
        </span>
      </span>
      <span className="text-12 text-ink-3 tabular-nums">
        {formats.dayTime(conversation.last?.at ?? conversation.openedAt)}
      </span>
    </div>
  );
}

/** Words with what was looked for standing out of them. */
function Marked({ text, query }: { text: string; query: string }): ReactNode {
  const at = text.toLocaleLowerCase().indexOf(query.toLocaleLowerCase());
  if (query === '' || at < 0) return text;
  const end = at + query.length;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-[2px] bg-accent-soft font-semibold text-accent">{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}

function useFound(query: string): Found | null {
  const [answer, setAnswer] = useState<Found | null>(null);
  useEffect(() => {
    if (query === '') {
      setAnswer(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void searchConversations(query).then((found) => isCurrent && setAnswer(found));
    }, DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [query]);
  return answer;
}
