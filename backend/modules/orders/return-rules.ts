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
