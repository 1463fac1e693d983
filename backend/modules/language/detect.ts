import type { Language } from '#shared/domain/language';

const hanPattern = /\p{Script=Han}/gu;
/** Addresses and numbers. Every repetition begins at one place of a run only: the longest message must not take longer than its length. */
const noWords = /https?:\/\/\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+|(?<![a-z])[a-z]*\d[a-z\d-]*/giu;
const wordPattern = /[a-z][a-z']*/giu;
/** What people type between Chinese words without leaving Chinese: units, sizes, brands and chat shorthand. */
const borrowed = new Set([
  'ok',
  'xl',
  'xxl',
  'xxxl',
  'l',
  'm',
  's',
  'xs',
  'app',
  'vip',
  'usb',
  'type',
  'c',
  'a',
  'b',
  'kg',
  'cm',
  'g',
  'ml',
  'id',
  'pdf',
  'iphone',
  'hi',
  'hello',
  'bb',
  'qq',
]);

/**
 * Tells Chinese from English in a customer's message. A Chinese character weighs as much as an English word, and a message with a quarter or
 * more of Chinese is Chinese (English words are borrowed into Chinese, hardly the other way round). Text without either (an order number,
 * an emoji, "OK") keeps `previous`, the language of the conversation so far.
 */
export function detectLanguage(text: string, previous: Language = 'zh'): Language {
  const normalised = text.normalize('NFKC').replace(noWords, ' ');
  const han = normalised.match(hanPattern)?.length ?? 0;
  const words = normalised.match(wordPattern) ?? [];
  if (han > 0) {
    return han / (han + words.length) >= 0.25 ? 'zh' : 'en';
  }
  const own = words.filter((word) => word.length > 1 && !borrowed.has(word.toLowerCase()));
  if (own.length > 0) {
    return looksLikePinyin(own) && previous === 'zh' ? 'zh' : 'en';
  }
  const greetsInEnglish = words.some((word) => /^(?:hi|hello)$/iu.test(word));
  return greetsInEnglish && words.length > 1 ? 'en' : previous;
}

const pinyinShorthand =
  /^(?:nihao|zaima|zai|xiexie|haode|kefu|duoshao|qian|tuihuo|tuikuan|fahuo|kuaidi|meiyou|bukeqi|tmd|nmd|nnd|wtm|mmp|yyds|dd|hh+|emm+|xswl|sb)$/iu;

/** Pinyin and letter shorthand of Chinese chats; only read as Chinese inside a Chinese conversation. */
function looksLikePinyin(words: readonly string[]): boolean {
  return words.every((word) => pinyinShorthand.test(word));
}
