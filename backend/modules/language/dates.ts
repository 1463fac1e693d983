const DAY_MS = 86_400_000;

const near: readonly (readonly [RegExp, number])[] = [
  [/大前天/u, -3],
  [/前天|the day before yesterday/iu, -2],
  [/昨[天日晚]|yesterday|last night/iu, -1],
  [/后天|the day after tomorrow/iu, 2],
  [/明[天日早晚]|tomorrow/iu, 1],
  [/今[天日早晚]|today|tonight|this (?:morning|afternoon|evening)/iu, 0],
];

const weekdays: readonly RegExp[] = [
  /[周期][日天]|sunday/iu,
  /[周期]一|monday/iu,
  /[周期]二|tuesday/iu,
  /[周期]三|wednesday/iu,
  /[周期]四|thursday/iu,
  /[周期]五|friday/iu,
  /[周期]六|saturday/iu,
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numerals = '零一二三四五六七八九十';
const englishNumerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** The day that a found date means, as `2026-11-20`, seen from `today` (the same form); `null` where it names no single day. */
export function dayOf(found: string, today: string): string | null {
  const base = Date.parse(`${today}T00:00:00Z`);
  const shift = near.find(([words]) => words.test(found))?.[1] ?? daysAgo(found) ?? toWeekday(found, base);
  return shift === null
    ? onCalendar(found, today)
    : new Date(base + shift * DAY_MS).toISOString().slice(0, 10);
}

function daysAgo(found: string): number | null {
  const [, count, unit] =
    /([一二两三四五六七八九十\d]+)\s?(?:个)?(天|周|星期|礼拜)之?前/u.exec(found) ??
    /\b(\w+) (days?|weeks?) ago\b/iu.exec(found) ??
    [];
  if (!count || !unit) return null;
  const days = /天|day/iu.test(unit) ? 1 : 7;
  const many = countOf(count);
  return many === null ? null : -many * days;
}

function countOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === '两') return 2;
  const chinese = numerals.indexOf(word);
  if (chinese > 0) return chinese;
  if (/^an?$/i.test(word)) return 1;
  const english = englishNumerals.indexOf(word.toLowerCase());
  return english > 0 ? english : null;
}

/** Days to a weekday: of the week before or after where that is said, else the next one, and on it this day. Weeks begin on Monday. */
function toWeekday(found: string, base: number): number | null {
  const wanted = weekdays.findIndex((name) => name.test(found));
  if (wanted < 0) return null;
  const monday = (day: number): number => (day + 6) % 7;
  const today = new Date(base).getUTCDay();
  const inWeek = monday(wanted) - monday(today);
  if (/上个?(?:周|星期|礼拜)/u.test(found)) return inWeek - 7;
  // “Last Friday” is the latest one there was, be it of this week.
  if (/last/iu.test(found)) return inWeek < 0 ? inWeek : inWeek - 7;
  if (/下个?(?:周|星期|礼拜)|next/iu.test(found)) return inWeek + 7;
  if (/[这本]个?(?:周|星期|礼拜)|this/iu.test(found)) return inWeek;
  return inWeek < 0 ? inWeek + 7 : inWeek;
}

function onCalendar(found: string, today: string): string | null {
  const [, year, month, day] = /^(?:(20\d{2})[年/.-])?(\d{1,2})[月/.-](\d{1,2})[日号]?$/u.exec(found) ?? [];
  if (month && day) return iso(Number(year ?? today.slice(0, 4)), Number(month), Number(day));
  const [, name, number] = /^([a-z]{3})[a-z]*\.? (\d{1,2})/iu.exec(found) ?? [];
  const at = name ? months.indexOf(name.toLowerCase()) : -1;
  return at >= 0 ? iso(Number(today.slice(0, 4)), at + 1, Number(number)) : null;
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
