import type { Language } from '#shared/domain/language';

/**
 * How far words stand on what was talked about before: `wholly` where they only ask and name nothing (“how long does it take?”), `partly` where they
 * point back and name little (“and the fee?”), `alone` where they say for themselves what they are about.
 */
export type Standing = 'wholly' | 'partly' | 'alone';

/** Words that ask, point or join, and name nothing. */
const empty: Record<Language, RegExp> = {
  zh: /多久|几天|多少钱|多少|什么时候|啥时候|多长时间|怎么(?:弄|办|样|回事)?|如何|哪里|哪儿|什么|来着|大概|一般|需要|可以|的话|请问|然后|或者|还有|要是|如果|但是|可是|不过|比较|[谁吗呢啊呀吧嘛么的了那这个它大要会能是有还也就都得不到我你您们咱一下最更]|[\s\p{P}]/gu,
  en: /\b(?:a|an|the|is|are|was|were|be|do|does|did|can|could|will|would|should|i|im|you|u|we|they|it|its|that|thats|this|these|those|them|there|here|one|ones|me|my|your|for|to|of|in|on|at|by|with|and|or|but|so|then|if|what|whats|when|how|long|much|many|which|who|where|why|about|take|takes|get|need|have|has|any|some|just|also|too|really|actually|instead|either|please|ok|okay|n|roughly|usually|s)\b|['’]|[^\p{L}\p{N}]/giu,
};

/** Words that point at what was said before, or go on from it. */
const pointing: Record<Language, RegExp> = {
  zh: /^(?:那|还有|然后|或者|要是|如果|但是?|可是|不过|大概|一般)|[这那](?:个|种|样|边|里|次|时候|些)|呢[?？]?$|它|也(?:能|可以|行|要|是)/u,
  en: /^(?:and|but|or|so|then|what if|what about|how about)\b|\b(?:it|its|they|that|those|them|there|then|instead|either|too|as well|one|ones)\b/iu,
};

/** More characters tell their own story. */
const LONGEST: Record<Language, number> = { zh: 30, en: 48 };
/** So much may be named by who points back: characters in Chinese, words in English. */
const MOST_NAMED: Record<Language, number> = { zh: 5, en: 2 };

/** So little, and no pointing is needed: “customs?”. */
const BARE: Record<Language, number> = { zh: 2, en: 1 };

/** What a text names: it without the words that only ask, point or join. */
export function namedIn(text: string, language: Language): string[] {
  return text
    .replace(empty[language], ' ')
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '');
}

/** How far a text stands on what was said before it. */
export function standingOf(text: string, language: Language): Standing {
  const said = text.trim();
  if (said.length > LONGEST[language]) return 'alone';
  const parts = namedIn(said, language);
  const named = language === 'zh' ? parts.join('').length : parts.length;
  if (named === 0) return /[\p{L}\p{N}]/u.test(said) ? 'wholly' : 'alone';
  const isShort = named <= (pointing[language].test(said) ? MOST_NAMED : BARE)[language];
  return isShort ? 'partly' : 'alone';
}
