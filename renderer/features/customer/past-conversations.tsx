import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary, PastConversation } from '#shared/domain/conversation';
import { Section } from '../../design/section.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { causePath, useCatalogueStore } from '../../stores/catalogue-store.ts';
import { useCustomer } from '../../stores/customer-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { openConversation } from '../../stores/view-store.ts';

/** Conversations of the past, with what they came to. */
export function PastConversations({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const profile = useCustomer(conversation.customer.id)?.profile;
  if (!profile) return null;
  const past = profile.conversations.filter(({ id }) => id !== conversation.id);
  return (
    <Section title={t('customer.past')}>
      {past.length === 0 ? <p className="text-12 text-ink-2">{t('customer.noPast')}</p> : null}
      <ul className="flex flex-col">
        {past.slice(0, 8).map((one) => (
          <li key={one.id}>
            <Past past={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Past({ past }: { past: PastConversation }): ReactNode {
  const { t } = useTranslation();
  const { language, local } = useSpeech();
  const formats = useFormats();
  const channels = useSessionStore((state) => state.channels);
  const causes = useCatalogueStore((state) => state.causes);
  const names = past.channelIds.map((id) => local(channels.get(id)?.name)).filter(Boolean);
  const cause = past.causeCode ? causePath(causes, past.causeCode, language).join(' › ') : null;
  const facts = [formats.list(names), formats.day(past.openedAt), cause].filter(Boolean).join(' · ');
  const outcome = past.closedAt ? past.outcome && t(`outcome.${past.outcome}`) : t('customer.ongoing');
  return (
    <button
      type="button"
      aria-label={t('customer.openPast', { when: formats.dayTime(past.openedAt) })}
      onClick={() => openConversation(past.id)}
      className={`tone-${past.moodLevel} -mx-2 grid w-[calc(100%+16px)] grid-cols-[1fr_auto] gap-x-3 rounded-s px-2 py-1.5 text-left hover:bg-hover`}
    >
      <span className="min-w-0 truncate font-semibold">{past.firstLine}</span>
      <span className="text-12 whitespace-nowrap text-ink-2">{outcome}</span>
      <span className="col-span-2 flex items-center gap-1.5 text-12 text-ink-2">
        <i
          role="img"
          aria-label={t(`mood.levels.${past.moodLevel}`)}
          className="size-[7px] shrink-0 rounded-full bg-(--tone)"
        />
        {facts}
      </span>
    </button>
  );
}
