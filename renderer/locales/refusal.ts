import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';

/** Why something did not happen, as the connection tells it. */
type Refused = { code: string; details?: Record<string, unknown> | undefined };

/** Says refusals in words. */
export function useRefusalWords(): (refusal: Refused) => string {
  return refusalWords(useTranslation().i18n);
}

/** Says refusals in the words of one instance, for those outside React. */
export function refusalWords(words: i18n): (refusal: Refused) => string {
  const sayConflict = (details: Refused['details'], name: string | null): string => {
    const { reason, capacity } = details ?? {};
    if (reason === 'full' && typeof capacity === 'number')
      return words.t('conflict.full', { count: capacity });
    if (name && (reason === 'not-owner' || reason === 'wrong-state'))
      return words.t('conflict.owned', { name });
    const key = `conflict.${String(reason)}`;
    return words.exists(key) ? String(words.t(key as never)) : words.t('problem.conflict');
  };
  return ({ code, details }) => {
    const name = ownerName(details, words.language.startsWith('zh') ? 'zh' : 'en');
    if (code === 'already-taken')
      return name ? words.t('problem.already-taken', { name }) : words.t('problem.already-takenUnknown');
    if (code === 'conflict') return sayConflict(details, name);
    const key = `problem.${code}`;
    return words.exists(key) ? String(words.t(key as never)) : words.t('problem.internal');
  };
}

/** The name of the owner in the details, where there is one. */
function ownerName(details: Record<string, unknown> | undefined, language: 'zh' | 'en'): string | null {
  const owner = details?.['owner'];
  if (typeof owner !== 'object' || owner === null || !('name' in owner)) return null;
  const { name } = owner;
  if (typeof name !== 'object' || name === null || !(language in name)) return null;
  const inLanguage = (name as Record<string, unknown>)[language];
  return typeof inLanguage === 'string' ? inLanguage : null;
}
