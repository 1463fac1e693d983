import type { Localized } from '#shared/domain/language';
import type { DemoCustomer, DemoOrder } from './content/index.ts';

/** A demo customer to sign in as on the shop page, with what makes them interesting. */
export type Visitor = { login: string; hint: Localized };

const DAY_MS = 86_400_000;
const SETTLED = new Set<DemoOrder['status']>(['delivered', 'refunded', 'cancelled']);

/** One for each thing worth trying; nobody twice. */
export function chooseVisitors(customers: readonly DemoCustomer[], now: Date): Visitor[] {
  const isRecent = (order: DemoOrder) =>
    now.getTime() - (order.tracking.at(-1)?.at.getTime() ?? 0) < 14 * DAY_MS;
  const isOpen = ({ status }: DemoOrder) => !SETTLED.has(status);
  const wishes: { hint: Localized; language: 'zh' | 'en'; fits: (order: DemoOrder) => boolean }[] = [
    {
      hint: { zh: '订单过了承诺时间还没发货', en: 'An order that should have left by now' },
      language: 'zh',
      fits: (order) => order.trouble === 'late-dispatch' && isOpen(order),
    },
    {
      hint: { zh: '包裹在路上好几天没动', en: 'A parcel that has not moved for days' },
      language: 'zh',
      fits: (order) => order.trouble === 'stuck' && isOpen(order),
    },
    {
      hint: { zh: '刚收到货，可以退换', en: 'Something just delivered that could go back' },
      language: 'zh',
      fits: (order) => order.status === 'delivered' && isRecent(order),
    },
    {
      hint: { zh: '退款迟迟没到', en: 'A refund that is overdue' },
      language: 'zh',
      fits: (order) => order.trouble === 'slow-refund' && isOpen(order),
    },
    {
      hint: { zh: '英文客人，包裹在路上', en: 'Writes English, a parcel on its way' },
      language: 'en',
      fits: (order) => order.status === 'shipped' && order.trouble === null,
    },
    {
      hint: { zh: '英文客人，刚下单还能取消', en: 'Writes English, an order that can still be cancelled' },
      language: 'en',
      fits: (order) => order.status === 'paid' && order.trouble === null,
    },
  ];
  const chosen: Visitor[] = [];
  for (const { hint, language, fits } of wishes) {
    const found = customers.find(
      (customer) =>
        customer.language === language &&
        customer.orders.some(fits) &&
        customer.channels.includes('web') &&
        !chosen.some((one) => one.login === customer.key),
    );
    if (found) chosen.push({ login: found.key, hint });
  }
  return chosen;
}
