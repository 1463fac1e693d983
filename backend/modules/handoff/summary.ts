import type { Language } from '#shared/domain/language';
import type { BotFacts } from './bot-facts.ts';
import { type Case, type Demand, type Issue, readCase } from './case.ts';
import { callsForPerson, isQuestion, isWish, shorten, tellingSentences } from './sentences.ts';

const LONGEST: Record<Language, number> = { zh: 60, en: 140 };
const QUESTION_LENGTH = 200;
const LATE_LINES = 6;

/** What the customer wants in one sentence: facts of the shop first, then what is wrong, then what is wanted. Empty when nothing was said. */
export function summarise(said: readonly string[], facts: BotFacts, language: Language): string {
  const about = readCase(said, facts);
  const subject = subjectOf(about, language);
  const problem = about.issue === null ? mostTelling(said) : problemOf(about, language);
  const wanted = wantedOf(about, language);
  const parts = [subject, problem].filter((part) => part !== null);
  const line = parts.length > 0 ? joined({ parts, wanted }, language) : bareWish(said, wanted, language);
  return shorten(withCapital(line), LONGEST[language]);
}

/** A sentence begins with a capital, but a link stays what it is. */
function withCapital(line: string): string {
  return /^(?:https?:|www\.)/iu.test(line) ? line : line.charAt(0).toUpperCase() + line.slice(1);
}

/** The customer's last real question, or else their last wish, of late; `null` where they only called for a person or were rude. */
export function openQuestionOf(said: readonly string[]): string | null {
  const late = said.slice(-LATE_LINES).flatMap(tellingSentences).filter(saysEnough);
  const open = late.findLast(isQuestion) ?? late.findLast(isWish);
  return open === undefined ? null : shorten(open, QUESTION_LENGTH);
}

/** The order and how it stands. */
function subjectOf({ order, named, issue }: Case, language: Language): string | null {
  const isZh = language === 'zh';
  if (order === null && named === null) return null;
  if (order === null) return isZh ? `订单 ${named}（未核实）` : `Order ${named} (unverified)`;
  const { number, paidDays: days, lateHours, status } = order;
  // That it has come goes without saying where something is wrong with it.
  if (status === 'delivered' && issue !== null && inOwnWords.has(issue))
    return isZh ? `订单 ${number}` : `Order ${number}`;
  const late = lateHours > 0 ? lateness(lateHours, language) : null;
  if (isZh) return `订单 ${number} ${inChinese(status, days, late)}`;
  return `Order ${number} ${inEnglish(status, days, late)}`;
}

type Status = NonNullable<Case['order']>['status'];

function inChinese(status: Status, days: number, late: string | null): string {
  const paid = days === 0 ? '今天付款' : `付款 ${days} 天`;
  const unsent = late ? `${paid}未发货（晚 ${late}）` : `${paid}，尚未发货`;
  const words: Record<Status, string> = {
    'pending-payment': '待付款',
    paid: unsent,
    packed: unsent,
    shipped: late ? `已发货，物流停滞（超时 ${late}）` : '已发货，在途中',
    delivered: '显示已签收',
    cancelled: '已取消',
    returning: '退货处理中',
    refunded: '已退款',
  };
  return words[status];
}

function inEnglish(status: Status, days: number, late: string | null): string {
  const paid = days === 0 ? 'paid today' : `paid ${days} day${days === 1 ? '' : 's'} ago`;
  const unsent = late ? `${paid}, not shipped (${late} late)` : `${paid}, not shipped yet`;
  const words: Record<Status, string> = {
    'pending-payment': 'not paid yet',
    paid: unsent,
    packed: unsent,
    shipped: late ? `shipped, parcel stuck (${late} overdue)` : 'shipped, on its way',
    delivered: 'shown as delivered',
    cancelled: 'cancelled',
    returning: 'is being returned',
    refunded: 'refunded',
  };
  return words[status];
}

const labels: Record<Issue, { zh: string; en: string }> = {
  health: { zh: '称使用商品后身体不适或受伤', en: 'says the product hurt them or made them ill' },
  'signed-for': { zh: '称没有收到', en: 'says it never arrived' },
  'wrong-item': { zh: '收到的货不对或不全', en: 'wrong or missing item' },
  'charged-twice': { zh: '称重复扣款', en: 'says they were charged twice' },
  'refund-late': { zh: '退款未到账', en: 'refund not received' },
  fault: { zh: '商品有质量问题', en: 'faulty item' },
  price: { zh: '价格或优惠有疑问', en: 'question about price or discount' },
  size: { zh: '尺码不合适', en: 'wrong size for them' },
  address: { zh: '想改收货地址', en: 'wants the address changed' },
  cancel: { zh: '想取消订单', en: 'wants to cancel' },
  'not-sent': { zh: '还没发货', en: 'not shipped yet' },
  'not-arrived': { zh: '还没收到货', en: 'parcel not received' },
  invoice: { zh: '发票问题', en: 'needs an invoice' },
  account: { zh: '账号登录问题', en: 'trouble signing in' },
  service: { zh: '对服务不满，问题一直没解决', en: 'unhappy with the service so far' },
};

/** Where the words of the customer say it best; for the others the label is clearer. */
const inOwnWords: ReadonlySet<Issue> = new Set([
  'health',
  'wrong-item',
  'fault',
  'price',
  'size',
  'invoice',
  'account',
  'charged-twice',
]);

function problemOf({ issue, words, order, named }: Case, language: Language): string | null {
  if (issue === null) return null;
  const isUnderWay = order !== null && ['paid', 'packed', 'shipped'].includes(order.status);
  if (isUnderWay && (issue === 'not-sent' || issue === 'not-arrived')) return null;
  const isFit = words !== null && (named === null || !words.includes(named));
  const usesWords = isFit && (order === null || inOwnWords.has(issue));
  const isLabelled = issue === 'service' || issue === 'address' || issue === 'cancel';
  return usesWords && !isLabelled ? words : labels[issue][language];
}

const wants: Record<Demand, { zh: string; en: string }> = {
  send: { zh: '尽快发货', en: 'it sent' },
  refund: { zh: '退款', en: 'a refund' },
  replace: { zh: '换货或补发', en: 'a replacement' },
  return: { zh: '退货', en: 'to return it' },
  compensate: { zh: '赔偿', en: 'compensation' },
  cancel: { zh: '取消订单', en: 'to cancel' },
};

function wantedOf({ demands, words }: Case, language: Language): string | null {
  if (demands.includes('return') && demands.includes('refund'))
    return language === 'zh' ? '要求退货退款' : 'wants to return it for a refund';
  const named = demands.filter((demand) => words === null || !words.includes(wants[demand][language]));
  if (named.length === 0) return null;
  return language === 'zh'
    ? `要求${named.map((demand) => wants[demand].zh).join('或')}`
    : `wants ${named.map((demand) => wants[demand].en).join(' or ')}`;
}

function joined({ parts, wanted }: { parts: string[]; wanted: string | null }, language: Language): string {
  const [first = '', ...others] = parts;
  const facts = [first, ...others.map(inTheMiddle)].join(language === 'zh' ? '，' : ', ');
  if (wanted === null) return facts;
  return `${facts}${language === 'zh' ? '，' : '; '}${wanted}`;
}

/** The beginning of a sentence, in the middle of another one. */
function inTheMiddle(part: string): string {
  return /^[A-Z][a-z]/u.test(part) ? part.charAt(0).toLowerCase() + part.slice(1) : part;
}

/** Nothing told: only something wanted, only a person called for, or not even that. */
function bareWish(said: readonly string[], wanted: string | null, language: Language): string {
  if (wanted !== null) return wanted;
  if (said.some(callsForPerson))
    return language === 'zh' ? '要求人工，未说明原因' : 'Asked for a person, gave no reason';
  if (said.length === 0) return '';
  return language === 'zh' ? '还没说明有什么事' : 'Has not said yet what it is about';
}

/** The sentence that says most; `null` where nothing worth it was said. */
function mostTelling(said: readonly string[]): string | null {
  const all = said.slice(-LATE_LINES).flatMap(tellingSentences).filter(hasWords);
  const parts = [all.filter(saysEnough), all].find((list) => list.length > 0) ?? [];
  const weights = parts.map((text, index) => tellingWeight(text) + index / (parts.length * 4));
  const best = parts[weights.indexOf(Math.max(...weights))];
  return best === undefined ? null : best.replace(/[。.；;，,！!]+$/u, '');
}

/** More than a sum, or the number of an order, which the summary names anyway. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/[a-z]{0,4}\d{6,}/giu, ''));
}

function saysEnough(text: string): boolean {
  return /\p{Script=Han}/u.test(text) ? [...text].length >= 4 : text.length >= 8;
}

/** How much a sentence tells: facts (numbers, times) and questions weigh more than the rest. */
function tellingWeight(text: string): number {
  const length = [...text].length;
  const size = /\p{Script=Han}/u.test(text) ? length / 18 : length / 70;
  const facts = /\d|[一二三四五六七八九十两几好](?:次|遍|回|天|周|个|小时)/u.test(text) ? 0.6 : 0;
  return Math.min(1, size) + facts + (isQuestion(text) ? 0.4 : 0) + (isWish(text) ? 0.3 : 0);
}

/** Hours, from two days on days. */
export function lateness(hours: number, language: Language): string {
  const isLong = hours >= 48;
  const count = isLong ? Math.floor(hours / 24) : hours;
  if (language === 'zh') return `${count} ${isLong ? '天' : '小时'}`;
  return isLong ? `${count} days` : `${count} h`;
}
