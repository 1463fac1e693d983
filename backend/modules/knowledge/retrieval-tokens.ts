import type { Language } from '#shared/domain/language';
import { isHan, normalise, splitUnits } from '../language/index.ts';

/** Terms of a text for the index, with how much each counts. A term may come several times. */
type Term = { name: string; weight: number };

/** A single character counts somewhat more than a pair: measured on Chinese question matching. */
const characterWeight = 1.4;

const englishStops = new Set(
  'a an the is are was were be been am i you he she it we they me my your our their this that these those of to in on at for with and or do does did can could would will shall may please how what where when which who why if so as by from have has had there here not no'.split(
    ' ',
  ),
);

/**
 * The terms of a text. Chinese: characters and pairs of neighbouring characters (no word list can know a shop's goods). English: stemmed
 * words, pairs of them, and three-letter pieces that forgive typing errors. Mixed text gets both. Punctuation carries nothing.
 */
function termsOf(text: string): Term[] {
  const units = splitUnits(replaceSynonyms(normalise(text))).filter(
    (unit) => unit.kind !== 'mark' && unit.kind !== 'symbol',
  );
  const terms: Term[] = [];
  units.forEach((unit, i) => {
    const previous = units[i - 1];
    if (unit.kind === 'word') {
      pushWord(unit.text, previous?.kind === 'word' ? previous.text : undefined, terms);
      return;
    }
    terms.push({ name: unit.text, weight: unit.kind === 'han' ? characterWeight : 1 });
    if (previous && unit.kind === 'han' && previous.kind === 'han' && previous.end === unit.start) {
      terms.push({ name: previous.text + unit.text, weight: 1 });
    }
  });
  return terms;
}

/** The terms with the sum of their weights. */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, weight } of termsOf(text)) {
    counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  return counts;
}

function pushWord(word: string, previous: string | undefined, terms: Term[]): void {
  const stem = stemOf(word);
  const isStop = englishStops.has(word);
  terms.push({ name: stem, weight: isStop ? 0.1 : 1 });
  if (previous !== undefined && !(isStop && englishStops.has(previous))) {
    terms.push({ name: `${stemOf(previous)} ${stem}`, weight: 0.4 });
  }
  if (!isStop && stem.length >= 4) {
    const padded = `<${stem}>`;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      terms.push({ name: `_${padded.slice(at, at + 3)}`, weight: 0.25 });
    }
  }
}

/** Takes the usual English endings off, so that "returned", "returning" and "returns" meet. Deliberately coarse. */
function stemOf(word: string): string {
  const base = word.replace(/['’]s?$/u, '');
  if (base.length <= 3) {
    return base;
  }
  return base
    .replace(/ies$/u, 'y')
    .replace(/(?:sses)$/u, 'ss')
    .replace(/(?<![su])s$/u, '')
    .replace(/(?<=..[a-z])(?:ing|ed|ment|ly)$/u, '')
    .replace(/([b-df-hj-np-tv-z])\1$/u, '$1')
    .replace(/e$/u, '');
}

/** Ways of saying the same in shops; each group is rewritten to its first member before terms are cut. */
const synonymGroups: Record<Language, readonly (readonly string[])[]> = {
  zh: [
    ['怎么', '如何', '怎样', '咋样', '咋', '怎麼'],
    ['什么', '啥', '神马', '什麽'],
    ['为什么', '为何', '为啥', '干嘛'],
    ['多久', '多长时间', '几天', '多少天'],
    ['退货', '退换货', '退回', '寄回'],
    ['快递', '物流'],
    ['运费', '邮费', '快递费'],
    ['优惠券', '优惠卷', '红包', '代金券'],
    ['便宜', '优惠', '打折', '折扣'],
    ['尺码', '码数', '尺寸', '号码'],
    ['发票', '收据', '开票'],
    ['手机', '手机号'],
  ],
  en: [
    ['return', 'send back', 'give back', 'bring back'],
    ['refund', 'money back', 'reimbursement', 'get my money'],
    ['shipping', 'delivery', 'postage', 'shipment', 'dispatch'],
    ['order', 'purchase'],
    ['parcel', 'package'],
    ['track', 'where is', "where's", 'locate', 'follow'],
    ['coupon', 'voucher', 'promo code', 'discount code'],
    ['size', 'sizing'],
    ['broken', 'damaged', 'faulty', 'defective', 'cracked'],
    ['exchange', 'swap'],
    ['pay', 'payment'],
    ['warranty', 'guarantee'],
    ['invoice', 'receipt', 'bill'],
    ['cost', 'price', 'how much', 'fee'],
  ],
};

const synonyms = new Map(
  Object.values(synonymGroups).flatMap((groups) =>
    groups.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
  ),
);
const synonymPattern = new RegExp(
  [...synonyms.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => (isHan(name) ? name : `\\b${name}\\b`))
    .join('|'),
  'gu',
);

function replaceSynonyms(normalised: string): string {
  return normalised.replace(synonymPattern, (found) => synonyms.get(found) ?? found);
}
