import type { phrases } from './zh-cn/phrases.ts';

/** A code that the catalogue has words for. */
export type PhraseCode = keyof typeof phrases;
