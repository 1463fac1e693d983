import type { Localized } from '#shared/domain/language';

/** Writes one text of the shop in both languages, Chinese first; neither is a fallback for the other. */
export function both(zh: string, en: string): Localized {
  return { zh, en };
}
