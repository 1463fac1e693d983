import type { Language } from '#shared/domain/language';
import { namedIn } from './standing.ts';

/** What a question is after, and how a sentence looks that tells it. */
const wanted: readonly { asked: RegExp; told: RegExp }[] = [
  {
    asked:
      /多久(?:能|可以|才|会)?(?:[开弄办修做]好|开出来|下来|寄到)?|几天|什么时候|啥时候|多长时间|过期|有效|\b(?:how (?:long|soon|many days)|when|expire|run out|last|valid)\b/iu,
    told: /[\d一二两三四五六七八九十半]\s*(?:个)?(?:分钟|小时|天|工作日|月|年)|\b\d+(?:[–-]\d+)?[- ](?:minute|hour|day|working day|month|week|year)/iu,
  },
  {
    asked:
      /多少钱|价格|[运邮续]费|费用|收费|免费|谁出|贵不贵|便宜多少|优惠多少|几折|\b(?:how much|cost|fee|price|free|pay|charge|customs|dut(?:y|ies)|tax(?:es)?)\b/iu,
    told: /[¥￥]\s?\d|[\d.]折|\d ?%|免运?费|手续费|我们出|承担|\bfree\b|\bpaid by\b/iu,
  },
  {
    asked:
      /怎么(?:申请|弄|办|操作|用|领|改|开|查)|在哪(?:里|儿)?(?:申请|弄|办|领|看|点|改)?|\b(?:how|where) (?:do|can) i\b(?: (?:claim|apply(?: for)?|use|get|do|see|find|check|request|redeem|activate)\b)?/iu,
    told: /「|“|\btap\b/u,
  },
];

/** The sentences of an article that tell what is asked, where only a part of it does; `null` where that can't be told. */
export function sentencesOn(question: string, article: string, language: Language): string | null {
  const sentences = article.split(language === 'zh' ? /(?<=[。！？；])/u : /(?<=[.!?;])\s+/u);
  const telling = wanted
    .filter(({ asked }) => asked.test(question))
    .flatMap(({ told }) => sentences.filter((sentence) => told.test(sentence)));
  const words = wordsOf(question, language);
  const shared = sentences.map((sentence) => shares(words, wordsOf(sentence, language)));
  const most = Math.max(...shared);
  const closest = most > 0 ? sentences.filter((_, place) => shared[place] === most) : [];
  const chosen = new Set(telling.length > 0 ? telling : closest);
  const said = sentences.filter((sentence) => chosen.has(sentence));
  return said.length === 0 ? null : said.join(language === 'zh' ? '' : ' ').trim();
}

/** Whether a question is after something that can be seen in an answer, such as how long or how much. */
export function asksForFact(question: string): boolean {
  return wanted.some(({ asked }) => asked.test(question));
}

/** Whether an article tells what a question is after, such as how long or how much, of what the question names. */
export function tells(question: string, article: string, language: Language): boolean {
  const isTold = wanted.some(({ asked, told }) => asked.test(question) && told.test(article));
  return isTold && speaksOf(question, article, language);
}

/** Whether all that a question names, beside what it is after, stands in an article. */
export function speaksOf(question: string, article: string, language: Language): boolean {
  const rest = wanted.reduce((text, { asked }) => text.replaceAll(new RegExp(asked, 'giu'), ' '), question);
  const lower = article.toLowerCase();
  return namedIn(rest.toLowerCase(), language).every((part) => lower.includes(part));
}

/** Words of more than three letters; in Chinese, pairs of characters. */
function wordsOf(text: string, language: Language): Set<string> {
  if (language === 'en') return new Set(text.toLowerCase().match(/[a-z]{4,}/gu));
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  return new Set(runs.flatMap((run) => [...run].slice(1).map((char, i) => `${[...run][i] ?? ''}${char}`)));
}

/** How many words two texts have in common. */
function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** Whether two texts have a word in common. */
export function sharesWord(one: string, other: string, language: Language): boolean {
  return shares(wordsOf(one, language), wordsOf(other, language)) > 0;
}

/** So much of a question said again is the same question. */
const SAME = 0.6;

/** Whether a question is the one asked before, in much the same words. */
export function isSameQuestion(question: string, before: string, language: Language): boolean {
  const words = wordsOf(question, language);
  return words.size > 0 && shares(words, wordsOf(before, language)) / words.size >= SAME;
}
