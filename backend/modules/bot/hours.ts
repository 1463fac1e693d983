import type { ServiceHours } from '../settings/index.ts';

/** Whether people are there by the shop's hours. */
export function isOpen({ fromHour, toHour }: ServiceHours, at: { now: Date; timeZone: string }): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: at.timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
      at.now,
    ),
  );
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}
