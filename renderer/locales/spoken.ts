import { useTranslation } from 'react-i18next';

/** Something that the server says by a code and its parameters. */
type Spoken = { code: string; params: Record<string, string | number> };

/** Says things in the reader's language. */
export type Speech = {
  /** `zh` or `en`, as the shop's own texts are keyed. */
  language: 'zh' | 'en';
  /** A text that the shop keeps in both languages; empty where there is none. */
  local: (text: { zh: string; en: string } | undefined) => string;
  /** A phrase in words; nothing for a code that this version does not know, rather than a code on screen. */
  phrase: (phrase: Spoken) => string;
  /** Several phrases as clauses of one sentence. */
  phrases: (phrases: readonly Spoken[]) => string;
};

/** The speech of the language that is shown. */
export function useSpeech(): Speech {
  const { i18n } = useTranslation();
  return speechOf(i18n);
}

/** The language a text is written in, as far as its script tells: for the `lang` of what people said, so that it gets its own faces. */
export function languageOf(text: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

/** The speech of one instance of the words, for those outside React. */
export function speechOf(words: ReturnType<typeof useTranslation>['i18n']): Speech {
  const language = words.language.startsWith('zh') ? 'zh' : 'en';
  const phrase = ({ code, params }: Spoken): string => {
    if (!words.exists(code, { ns: 'phrase', keySeparator: false })) return '';
    // A name that the shop keeps in both languages comes as `zh` and `en`: the words call it `title`.
    const title = params[language];
    return String(
      words.t(
        code as never,
        { ns: 'phrase', keySeparator: false, ...params, ...(title === undefined ? {} : { title }) } as never,
      ),
    );
  };
  return {
    language,
    local: (text) => text?.[language] ?? '',
    phrase,
    phrases: (list) =>
      list
        .map(phrase)
        .filter((words) => words !== '')
        .join(language === 'zh' ? '，' : ', '),
  };
}
