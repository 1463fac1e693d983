import type { EntityKind } from './entity-kinds.ts';

/** A rule: where to look, and how to read what was found; `undefined` means it is not one after all. */
export type EntityRule = {
  kind: EntityKind;
  pattern: RegExp;
  /** `before` is the text in front of the match, up to 24 characters. */
  read(found: string, before: string): string | undefined;
};

const digits = (text: string): string => text.replace(/\D/gu, '');
const lower = (text: string): string => text.toLowerCase();

/** Words in front of a number that say it is an order, a parcel, or something else altogether. */
const orderWord =
  /(?:订单|单号|编号|order(?: number| no\.?)?|(?<!phone |mobile |card |account |id |my |contact |this )number|\bno\.?|#|№)[^\d\n]{0,8}$/iu;
const parcelWord = /(?:快递|物流|运单|tracking|waybill|parcel|awb)[^\d\n]{0,8}$/iu;
const phoneWord =
  /(?:电话|手机|联系|号码|微信|收件人|tel|phone|mobile|call|text|reach me|whatsapp|my number|contact)[^\d\n]{0,8}$/iu;
const cardWord = /(?:银行|卡|账户|card|account|iban)[^\d\n]{0,8}$/iu;

/** The rules in the order in which they claim their places. */
export const entityRules: readonly EntityRule[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+/giu, read: lower },
  {
    kind: 'id-card',
    pattern: /(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/gu,
    read: readIdCard,
  },
  {
    kind: 'bank-card',
    pattern: /(?<![\d-])\d{4}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,4}){1,2}(?![\d-])/gu,
    read: readBankCard,
  },
  {
    kind: 'order-number',
    pattern: /(?<![A-Za-z\d])[A-Za-z]{1,4}-?\d{5,20}(?:-\d{1,6})?(?![A-Za-z\d])/gu,
    read: readLetteredNumber,
  },
  {
    kind: 'order-number',
    pattern: /(?<![A-Za-z\d])[A-Za-z]{1,2}[- ]?\d{2,12}(?:[- ]\d{2,8}){1,4}(?![A-Za-z\d-])/gu,
    read: readGappedNumber,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])/gu,
    read: readChinesePhone,
  },
  { kind: 'phone', pattern: /(?<![\d.-])0\d{2,3}-\d{7,8}(?![\d-])/gu, read: digits },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?|\d{2,4}[ .-])\d{3,4}[ .-]?\d{3,4}(?!\d)/gu,
    read: readOtherPhone,
  },
  {
    kind: 'tracking-number',
    pattern: /(?<![\d-])\d{10,22}(?![\d-])/gu,
    read: (found, before) => (parcelWord.test(before) ? found : undefined),
  },
  { kind: 'order-number', pattern: /(?<![\d.-])\d{8,14}-\d{2,8}(?![\d-])/gu, read: (found) => found },
  {
    kind: 'order-number',
    pattern: /(?<![\d.¥$€£-])\d{5,24}(?![\d.-]|\s?(?:元|块|rmb|cny))/giu,
    read: readBareNumber,
  },
  {
    kind: 'address',
    pattern:
      /[\p{Script=Han}]{2,8}(?:省|自治区|市)[\p{Script=Han}]{1,10}(?:市|区|县|镇)[\p{Script=Han}A-Za-z\d-]{0,40}|[\p{Script=Han}]{2,10}(?:路|街|大道|巷|弄|胡同)(?:[东南西北中]段)?[\d一二三四五六七八九十百]{1,5}(?:号|弄)[\p{Script=Han}A-Za-z\d-]{0,30}/gu,
    read: (found) =>
      found.replace(/^(?:.{0,6}?(?:改成|改为|改到|寄到|送到|发到|地址是?|[在到]))+(?=.{4})/u, ''),
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|square|court|way|terrace|crescent|close)\b\.?(?:,? ?(?:apt|unit|flat|suite|floor|#)\.? ?[\w-]+)?/giu,
    read: lower,
  },
  {
    kind: 'amount',
    pattern: /(?:[¥￥]|rmb|cny)\s?(?<it>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?)/giu,
    read: toFen,
  },
  {
    kind: 'amount',
    pattern: /(?<it>[一二两三四五六七八九][百千](?:[一二三四五六七八九]十?)?)(?:多)?(?:元|块)/gu,
    read: spokenToFen,
  },
  {
    kind: 'amount',
    pattern: /(?<it>\d{1,7}(?:\.\d{1,2})?)\s?(?:元|块钱?|rmb|cny|yuan|人民币)/giu,
    read: toFen,
  },
  {
    kind: 'amount',
    pattern:
      /[$€£]\s?\d{1,7}(?:[.,]\d{1,2})?|(?<![\d.])\d{1,7}(?:\.\d{1,2})?\s?(?:dollars?|usd|eur|euros?|gbp|pounds?)(?![a-z])/giu,
    read: readForeign,
  },
  {
    kind: 'date',
    pattern: /(?:20\d{2}[年/.-])?(?:1[0-2]|0?[1-9])(?:月|[/-])(?:3[01]|[12]\d|0?[1-9])[日号]?(?![\d.])/gu,
    read: (found) => found,
  },
  {
    kind: 'date',
    pattern:
      /(?:大前天|前天|昨[天晚]|今[天早晚]|明[天早晚]|后天|[上下这本]个?(?:周|星期|礼拜)[一二三四五六日天]?|(?:周|星期|礼拜)[一二三四五六日天]|[一二两三四五六七八九十\d]{1,3}个?(?:天|周|星期|礼拜|月)之?前|月[初底]|\b(?:the day (?:before yesterday|after tomorrow)|today|tonight|tomorrow|yesterday|last (?:night|week|month)|this (?:morning|afternoon|evening|week|weekend)|(?:next |last |this |on |by )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:\d{1,2}|an?|two|three|four|five|six|seven) (?:days?|weeks?|months?) ago|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?)\b)/giu,
    read: lower,
  },
  {
    kind: 'size',
    pattern:
      /(?<![A-Za-z])(?:X{0,4}[SL]|M|\dXL)(?=\s?(?:码|号|尺码|size\b))|(?<=(?:size|码|尺码)\s?)(?:X{0,4}[SL]|M|\dXL|\d{2}(?:\.5)?)(?![A-Za-z\d])|(?<!\d)\d{2}(?:\.5)?码/giu,
    read: (found) => found.toUpperCase().replace('码', ''),
  },
  {
    kind: 'size',
    pattern:
      /(?<!\d)\d{1,4}(?:\.\d+)?\s?(?:cm|mm|ml|kg|g|l|inch(?:es)?|厘米|毫米|毫升|公斤|千克|克|升|英寸|寸)(?![a-z])/giu,
    read: (found) => lower(found).replace(/\s/gu, ''),
  },
  {
    kind: 'size',
    pattern: /(?<![A-Za-z'])(?:XX?X?L|XX?S)(?![A-Za-z])/gu,
    read: (found) => found.toUpperCase(),
  },
  {
    kind: 'colour',
    pattern:
      /(?:[深浅米藏酒墨天军宝]?(?:红|橙|黄|绿|蓝|紫|黑|白|灰|粉|棕|咖啡|卡其|青|金|银|米|杏)色|\b(?:(?:light|dark|navy|olive|sky|off) ?-?)?(?:black|white|red|blue|green|yellow|orange|purple|pink|grey|gray|brown|beige|navy|silver|gold)\b)/giu,
    read: lower,
  },
];

/** The check digit of a Chinese identity number (GB 11643) tells it from an order number of the same length. */
function readIdCard(given: string): string | undefined {
  const found = given.replace(/[ -]/gu, '');
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(found[i]), 0);
  return '10X98765432'[sum % 11] === found.at(-1)?.toUpperCase() ? found.toUpperCase() : undefined;
}

/** A bank card has 15 to 19 digits and passes the Luhn check; a number announced as an order is none. */
function readBankCard(found: string, before: string): string | undefined {
  const plain = digits(found);
  const isElse = (orderWord.test(before) || parcelWord.test(before)) && !cardWord.test(before);
  if (plain.length < 15 || plain.length > 19 || isElse) {
    return undefined;
  }
  const sum = [...plain].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 ? plain : undefined;
}

function readLetteredNumber(found: string, before: string): string | undefined {
  return parcelWord.test(before) && !orderWord.test(before) ? undefined : found.toUpperCase();
}

/** Words of two letters that may stand before a number without being a part of it. */
const noPrefix = /^(?:no|my|is|at|to|id|or|it|on|in|by|of|nr|st|rd|me|us|so|as|pm|am)(?=[\s\d-])/iu;
const FEWEST_GAPPED = 10;

/** An order number as people copy it in pieces: `SY 2611 2077 6432`; the gaps go. */
function readGappedNumber(found: string, before: string): string | undefined {
  const isElse = noPrefix.test(found) || phoneWord.test(before) || cardWord.test(before);
  if (isElse || digits(found).length < FEWEST_GAPPED) return undefined;
  return found.replace(/[\s-]/gu, '').toUpperCase();
}

function readChinesePhone(found: string, before: string): string | undefined {
  return orderWord.test(before) && !phoneWord.test(before) ? undefined : digits(found).slice(-11);
}

function readOtherPhone(found: string, before: string): string | undefined {
  const plain = digits(found);
  const isPhone =
    plain.length >= 9 &&
    plain.length <= 15 &&
    (found.startsWith('+') || found.includes('(') || phoneWord.test(before));
  return isPhone ? plain : undefined;
}

/** A bare number is an order number when it is announced as one, or long enough to be nothing else. */
function readBareNumber(found: string, before: string): string | undefined {
  if (phoneWord.test(before)) {
    return undefined;
  }
  return orderWord.test(before) || found.length >= 10 ? found : undefined;
}

/** 两百, 三百五, 一千二 as fen. */
function spokenToFen(found: string): string {
  const digit = (char = ''): number => (char === '两' ? 2 : '零一二三四五六七八九'.indexOf(char));
  const [many, unit, rest] = found;
  const size = unit === '百' ? 100 : 1_000;
  const more = rest ? digit(rest) * (size / 10) : 0;
  return String((digit(many) * size + more) * 100);
}

function toFen(found: string): string {
  return String(Math.round(Number(found.replaceAll(',', '')) * 100));
}

function readForeign(found: string): string {
  const sign = /[$€£]/u.exec(found)?.[0] ?? signOf(found);
  return `${sign}${Number((/[\d.,]+/u.exec(found)?.[0] ?? '0').replace(',', '.')).toFixed(2)}`;
}

function signOf(found: string): string {
  if (/eur/iu.test(found)) {
    return '€';
  }
  return /gbp|pound/iu.test(found) ? '£' : '$';
}
