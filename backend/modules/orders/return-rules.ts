import { lastMovedAt } from './lateness.ts';
import type { OrderRecord } from './ports.ts';

/** Why something goes back: `fault` is the shop's doing (and its cost), `mind` the customer's. */
export type ReturnReason = 'fault' | 'wrong-item' | 'size' | 'mind';

/** Whether an order may go back, by the shop's rules as data. `feeFen` is what the customer pays for the way back. */
export type ReturnVerdict =
  | { isAllowed: true; feeFen: number; windowDays: number }
  | {
      isAllowed: false;
      because: 'not-delivered' | 'window-over' | 'already-returning' | 'refunded' | 'cancelled';
      windowDays: number;
    };

type ReturnRules = { windowDays: number; qualityWindowDays: number; returnFeeFen: number };

/** Judges one order by the shop's rules. Pure: the same answer for the bot, an agent and a test. */
export function judgeReturn(
  order: Pick<OrderRecord, 'status' | 'placedAt' | 'tracking'>,
  reason: ReturnReason,
  context: { rules: ReturnRules; now: Date },
): ReturnVerdict {
  const isShopsFault = reason === 'fault' || reason === 'wrong-item';
  const windowDays = isShopsFault ? context.rules.qualityWindowDays : context.rules.windowDays;
  if (order.status === 'returning') return { isAllowed: false, because: 'already-returning', windowDays };
  if (order.status === 'refunded' || order.status === 'cancelled') {
    return { isAllowed: false, because: order.status, windowDays };
  }
  if (order.status !== 'delivered') return { isAllowed: false, because: 'not-delivered', windowDays };
  const ageDays = (context.now.getTime() - lastMovedAt(order).getTime()) / 86_400_000;
  if (ageDays > windowDays) return { isAllowed: false, because: 'window-over', windowDays };
  return { isAllowed: true, feeFen: isShopsFault ? 0 : context.rules.returnFeeFen, windowDays };
}

/** Whether a delivered order may be sent in for repair, by the shop's rules as data. `feeFromFen` 0 is free; `months` is the warranty that was applied. */
export type RepairVerdict =
  | { isAllowed: true; feeFromFen: number; months: number; workingDays: readonly [number, number] }
  | {
      isAllowed: false;
      because: 'not-delivered' | 'already-returning' | 'refunded' | 'cancelled';
      months: number;
    };

type WarrantyRules = {
  months: number;
  exceptions: readonly { productIds: readonly string[]; months: number }[];
  repairWorkingDays: readonly [number, number];
  repairFeeFromFen: number;
};

const MONTH_MS = 30.44 * 86_400_000;

/** Judges one order by the shop's warranty; of several goods the longest one counts, and a person looks at the rest. Pure. */
export function judgeRepair(
  order: Pick<OrderRecord, 'status' | 'placedAt' | 'tracking' | 'lines'>,
  { rules, now }: { rules: WarrantyRules; now: Date },
): RepairVerdict {
  const monthsOf = (productId: string): number =>
    rules.exceptions.find(({ productIds }) => productIds.includes(productId))?.months ?? rules.months;
  const months = Math.max(...order.lines.map(({ productId }) => monthsOf(productId)), 0);
  if (order.status === 'returning') return { isAllowed: false, because: 'already-returning', months };
  if (order.status === 'refunded' || order.status === 'cancelled') {
    return { isAllowed: false, because: order.status, months };
  }
  if (order.status !== 'delivered') return { isAllowed: false, because: 'not-delivered', months };
  const isCovered = now.getTime() - lastMovedAt(order).getTime() <= months * MONTH_MS;
  const feeFromFen = isCovered ? 0 : rules.repairFeeFromFen;
  return { isAllowed: true, feeFromFen, months, workingDays: rules.repairWorkingDays };
}
