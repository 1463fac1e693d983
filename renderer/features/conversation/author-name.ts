import { useTranslation } from 'react-i18next';
import type { Author } from '#shared/domain/entry';
import { useSpeech } from '../../locales/spoken.ts';
import { useSessionStore } from '../../stores/session-store.ts';

/** Names authors as this reader says it; the system has no name. */
export function useAuthorName(): (author: Author) => string {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const me = useSessionStore((state) => state.me?.id);
  return (author) => {
    if (author.kind === 'customer') return author.name;
    if (author.kind === 'bot') return t('talk.bot');
    if (author.kind === 'system') return '';
    return author.agentId === me ? t('talk.you') : local(author.name);
  };
}
