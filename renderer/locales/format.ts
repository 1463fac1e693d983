import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';

/** Dates, numbers and durations in the reader's language; all through Intl. */
export type Formats = {
  /** `10:44`, on a 24-hour clock. */
  time: (moment: string) => string;
  /** `今天`, `昨天`, `9月3日`; with the year when it is another. */
  day: (moment: string) => string;
  /** Day and time: `今天 10:02`. */
  dayTime: (moment: string) => string;
  /** Whole date, for tooltips. */
  full: (moment: string) => string;
  /** `¥459`, `¥19.90`; from fen. */
  money: (fen: number) => string;
  /** A clock that runs: `2:40`, `1:02:40`. */
  clock: (ms: number) => string;
  /** In words, to the unit that matters: `22 小时`, `3 min`. */
  duration: (ms: number) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
  /** Signed, two digits: a score or its change. */
  score: (value: number) => string;
  /** Names one after another: `、` or `, `. */
  list: (names: readonly string[]) => string;
};

const cache = new Map<string, Formats>();

/** The formats of the language that is shown. */
export function useFormats(): Formats {
  return formatsOf(useTranslation().i18n.language);
}

/** The formats of a language; made once each. */
export function formatsOf(locale: string): Formats {
  const known = cache.get(locale);
  if (known) return known;
  const made = makeFormats(locale);
  cache.set(locale, made);
  return made;
}

/** Lets the words use them: `{{fen, money}}`, `{{ms, duration}}`, `{{n, times}}`, `{{n, turns}}`. */
export function addFormats(words: i18n): void {
  const { formatter } = words.services;
  formatter?.add('money', (value, lng) => formatsOf(lng ?? 'en').money(Number(value)));
  formatter?.add('duration', (value, lng) => formatsOf(lng ?? 'en').duration(Number(value)));
  formatter?.add('times', (value, lng) =>
    counted(Number(value), lng, { zh: '次', one: 'time', many: 'times' }),
  );
  formatter?.add('wait', (value, lng) => wait(Number(value), lng ?? 'en'));
  formatter?.add('turns', (value, lng) =>
    counted(Number(value), lng, { zh: '句', one: 'turn', many: 'turns' }),
  );
}

const chineseDigits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Small counts as they are spoken: 两次, twice as “2 times”. */
function counted(
  count: number,
  locale: string | undefined,
  words: { zh: string; one: string; many: string },
): string {
  if (locale?.startsWith('zh')) return `${chineseDigits[count] ?? count}${words.zh}`;
  return `${count} ${count === 1 ? words.one : words.many}`;
}

/** A wait in minutes as it was promised; 0 where nobody could say. */
function wait(minutes: number, locale: string): string {
  if (locale.startsWith('zh')) return minutes > 0 ? `约 ${minutes} 分钟` : '没有说要多久';
  return minutes > 0 ? `in about ${minutes} min` : 'no time given';
}

function makeFormats(locale: string): Formats {
  const isChinese = locale.startsWith('zh');
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const near = new Intl.DateTimeFormat(locale, { month: isChinese ? 'long' : 'short', day: 'numeric' });
  const far = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: isChinese ? 'long' : 'short',
    day: 'numeric',
  });
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const decimals = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const scores = new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const time = (moment: string): string => hour.format(new Date(moment));
  const day = (moment: string): string => {
    const date = new Date(moment);
    const days = daysAgo(date);
    if (days === 0 || days === 1) return capital(relative.format(-days, 'day'), isChinese);
    return date.getFullYear() === new Date().getFullYear() ? near.format(date) : far.format(date);
  };
  return {
    time,
    day,
    dayTime: (moment) => `${day(moment)} ${time(moment)}`,
    full: (moment) => whole.format(new Date(moment)),
    money: (fen) => moneyFormat(locale, fen % 100 === 0).format(fen / 100),
    clock: clockText,
    duration: (ms) => durationText(locale, ms),
    number: (value) => decimals.format(value),
    percent: (share) => percents.format(share),
    score: (value) => scores.format(value),
    list: (names) => names.join(isChinese ? '、' : ', '),
  };
}

function moneyFormat(locale: string, isRound: boolean): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: isRound ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function durationText(locale: string, ms: number): string {
  const minutes = ms / 60_000;
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: locale.startsWith('zh') ? 'long' : 'short',
    }).format(Math.round(value));
  if (minutes < 1) return unit(ms / 1000, 'second');
  if (minutes < 60) return unit(minutes, 'minute');
  // Whole hours and days, as the handoff record and the bot count them: two numbers for one delay would make the agent doubt both.
  if (minutes < 48 * 60) return unit(Math.floor(minutes / 60), 'hour');
  return unit(Math.floor(minutes / 1440), 'day');
}

function daysAgo(date: Date): number {
  const start = (of: Date): number => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  return Math.round((start(new Date()) - start(date)) / 86_400_000);
}

function capital(text: string, isChinese: boolean): string {
  return isChinese ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
