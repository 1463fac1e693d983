import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { phrases as phrasesEn } from './en/phrases.ts';
import { addFormats } from './format.ts';
import { zhCn } from './zh-cn/index.ts';
import { phrases as phrasesZh } from './zh-cn/phrases.ts';

/** The languages of the console. */
export const locales = ['zh-CN', 'en'] as const;
/** A language of the console. */
export type Locale = (typeof locales)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    resources: { console: typeof zhCn; phrase: typeof phrasesZh };
    returnNull: false;
  }
}

/** The language that a person's system asks for: Chinese for any Chinese, English for all others. */
export function systemLocale(asked: readonly string[] = navigator.languages): Locale {
  return asked[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The words, ready when it returns: they come with the console, nothing is fetched. */
export function createWords(locale: Locale): i18n {
  const words = i18next.createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    defaultNS: 'console',
    ns: ['console', 'phrase'],
    resources: { 'zh-CN': { console: zhCn, phrase: phrasesZh }, en: { console: en, phrase: phrasesEn } },
    // React escapes; a second escape would show entities.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  addFormats(words);
  return words;
}
