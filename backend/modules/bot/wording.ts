import type { Order } from '#shared/domain/customer';
import type { Language } from '#shared/domain/language';
import type { Speaker } from './speaker.ts';

const HOUR_MS = 3_600_000;

/** An amount as customers read it: whole yuan without decimals. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** How long something is late, in whole hours or, from two days on, whole days. */
export function lateness(ms: number, speaker: Speaker): string {
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  if (hours < 48) return speaker.word('duration.hours', { count: hours }).trimStart();
  return speaker.word('duration.days', { count: Math.floor(hours / 24) }).trimStart();
}

/** A moment as the shop's customers read it: month, day and hour in the shop's time zone. */
export function moment(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** The carriers of China by their own English names; a shop's books hold them in one language. */
const carriers: readonly (readonly [zh: RegExp, en: string])[] = [
  [/顺丰/u, 'SF Express'],
  [/京东/u, 'JD Logistics'],
  [/中通/u, 'ZTO Express'],
  [/圆通/u, 'YTO Express'],
  [/申通/u, 'STO Express'],
  [/韵达/u, 'Yunda Express'],
  [/极兔/u, 'J&T Express'],
  [/德邦/u, 'Deppon Express'],
  [/邮政|EMS/iu, 'China Post'],
  [/菜鸟|丹鸟/u, 'Cainiao'],
];

/** A carrier's name for readers of a language; one that nobody knows abroad stays as the shop writes it, and is said to be a carrier. */
export function carrierName(name: string, language: Language): string {
  if (language === 'zh' || !/\p{Script=Han}/u.test(name)) return name;
  return carriers.find(([zh]) => zh.test(name))?.[1] ?? `the carrier ${name}`;
}

/** An order as something to tap: its number and what was bought. */
export function orderLabel(order: Order, language: Language): string {
  const title = order.lines[0]?.title[language] ?? '';
  return `${order.number} ${title}`.slice(0, 80);
}
