import type { Product, Variant } from '../../catalogue/index.ts';
import type { Turn } from '../turn.ts';

/** Which attribute a question is after, by words that stand in the question and in the shop's name for it. */
const attributeWords: readonly (readonly [RegExp, RegExp])[] = [
  [/材质|面料|什么(?:做|料)|成分|material|fabric|made of/iu, /材质|material/iu],
  [/多重|重量|几斤|重不重|更轻|哪.{0,3}轻|weigh|heavy(?! (?:rain|snow|use|duty))|lighter/iu, /重量|weight/iu],
  [/多大|尺寸|长宽|dimension|how (?:big|large)|measure/iu, /尺寸|size/iu],
  [/容量|装多少|多少升|装得下|capacity|litres?|liters?|hold|fit in/iu, /容量|capacity/iu],
  [/防水|下.?雨|淋.?雨|雨(?:天|里|大)|waterproof|rain/iu, /防水|water/iu],
  [/保暖|多少度|冷不冷|暖和|更暖|零下|抗冻|warm|degrees|cold/iu, /保暖|warmth/iu],
  [
    /怎么洗|怎么保养|保养|机洗|手洗|水洗|洗护|干洗|烘干|熨|(?:能|可以)洗|wash|clean|\bcare\b|look after|dryer|tumble|\biron\b/iu,
    /洗护|care/iu,
  ],
  [
    /版型|宽松|修身|显瘦|偏[大小]|fit\b|slim|loose|runs? (?:small|large|big|true)|true to size/iu,
    /版型|fit/iu,
  ],
  [/季节|什么时候穿|season/iu, /季节|season/iu],
];

/** The property of a product that a question is after, as the shop tells it; `null` where it asks for none that is told. */
export function attributeAsked(subject: Product, question: string): { name: string; value: string } | null {
  const language = /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
  for (const [asked, named] of attributeWords) {
    const attribute = asked.test(question)
      ? subject.attributes.find(({ name }) => named.test(name[language]))
      : undefined;
    if (attribute) return { name: attribute.name[language], value: attribute.value[language] };
  }
  return null;
}

/** What is in stock, six at most by name. */
export function inStockList(turn: Turn, variants: readonly Variant[]): string {
  const names = variants.filter((variant) => variant.stock > 0).map((variant) => variant.name[turn.language]);
  const shown = names.slice(0, 6).join(turn.language === 'zh' ? '、' : '; ');
  return names.length > 6
    ? `${shown}${turn.language === 'zh' ? '' : ' — '}${turn.speaker.word('list.more', { count: names.length })}`
    : shown;
}

/** The variants that fit best what was said of colour and size; none where nothing of them was said. */
export function variantsIn(subject: Product, question: string): Variant[] {
  const lower = question.toLowerCase();
  const scored = subject.variants.map((variant) => ({ variant, said: saidOf(variant, lower) }));
  const most = Math.max(...scored.map(({ said }) => said));
  return most === 0 ? [] : scored.filter(({ said }) => said === most).map(({ variant }) => variant);
}

/** How much of a variant's name was said; `黑色` says a part of `墨黑`, `black` of `Ink black`. */
function saidOf(variant: Variant, lower: string): number {
  const [zh = ''] = variant.name.zh.split(' ');
  const [en = ''] = variant.name.en.toLowerCase().split(', ');
  const isWhole = saysPart(lower, zh) || saysPart(lower, en);
  const isLoose = saysPart(lower, `${zh.at(-1) ?? ''}色`) || saysPart(lower, en.split(' ').at(-1) ?? '');
  const colour = isWhole ? 2 : Number(isLoose);
  return colour + Number(saysPart(lower, variant.options.size?.toLowerCase() ?? ''));
}

function saysPart(lower: string, part: string): boolean {
  if (part === '') return false;
  if (!/^[a-z0-9 ]+$/.test(part)) return lower.includes(part);
  return new RegExp(`(?<![a-z0-9'])${part}(?![a-z0-9])`).test(lower);
}
