/** The moment at which the present day began in a time zone (IANA name). */
export function startOfDay(now: Date, timeZone: string): Date {
  const local = wallClock(now, timeZone);
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  // The offset at midnight may differ from the present one by a clock change: correct the first guess by its own offset.
  const guess = new Date(midnight - offsetMs(now, timeZone));
  return new Date(midnight - offsetMs(guess, timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  return wallClock(at, timeZone).getTime() - Math.floor(at.getTime() / 1000) * 1000;
}

/** What a clock on the wall there shows, as if it were UTC; to the second. */
function wallClock(at: Date, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
