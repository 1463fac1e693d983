/** The two languages of the demo shop. `zh` is Simplified Chinese (zh-CN). */
export type Language = 'zh' | 'en';

/** One text in both languages; neither is a fallback for the other. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Writes one bilingual text, Chinese first. */
export function both(zh: string, en: string): Bilingual {
  return { zh, en };
}
