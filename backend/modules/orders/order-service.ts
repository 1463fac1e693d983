import { randomInt } from 'node:crypto';
import type { Order } from '#shared/domain/customer';
import type { ConversationId, CustomerId, OrderId, Sku } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { Clock } from '../../runtime/clock.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Transact } from '../../runtime/transact.ts';
import { type CatalogueRepository, pictureUrl } from '../catalogue/index.ts';
import type { SettingsService } from '../settings/index.ts';
import { lateMs } from './lateness.ts';
import type { OrderRecord, OrderRepository, ReturnKind, ReturnRecord } from './ports.ts';
import {
  judgeRepair,
  judgeReturn,
  type RepairVerdict,
  type ReturnReason,
  type ReturnVerdict,
} from './return-rules.ts';

export type OrderPorts = {
  transact: Transact<{ orders: OrderRepository; catalogue: CatalogueRepository }>;
  settings: SettingsService;
  clock: Clock;
};

export type ReturnRequest = {
  customerId: CustomerId;
  orderId: OrderId;
  conversationId: ConversationId | null;
  kind: ReturnKind;
  reason: ReturnReason;
  /** What an exchange is to bring instead, as the customer chose it; stands on the order's way for whoever packs it. */
  wanted?: Localized;
};

/**
 * Orders of the shop. Every request names the customer, and an order of somebody else is as if it did not exist (rules T1, I1).
 */
export type OrderService = {
  /** Newest first, with how late each is now. */
  listOrders(customerId: CustomerId): Promise<Order[]>;
  readOrder(orderId: OrderId, customerId: CustomerId): Promise<Order | null>;
  /** Buys: takes the stock and records a paid order, or refuses with `conflict` where too few are left. */
  place(request: { customerId: CustomerId; lines: { sku: Sku; quantity: number }[] }): Promise<Order>;
  /** Cancels what is not packed yet and puts the stock back; an order already cancelled stays so. `conflict` when it is too late. */
  cancel(orderId: OrderId, customerId: CustomerId): Promise<Order>;
  /** What the shop's rules say about sending this order back, changing nothing. */
  judge(orderId: OrderId, customerId: CustomerId, reason: ReturnReason): Promise<ReturnVerdict>;
  /** The same for a repair. */
  judgeRepair(orderId: OrderId, customerId: CustomerId): Promise<RepairVerdict>;
  /** Opens a return, exchange or repair, or hands back the one that is open for this order: asking twice has no second effect. `conflict` by the rules. */
  startReturn(request: ReturnRequest): Promise<ReturnRecord>;
  listReturns(customerId: CustomerId): Promise<ReturnRecord[]>;
};

/** Orders over their tables. */
export function createOrderService(ports: OrderPorts): OrderService {
  const { transact, settings, clock } = ports;
  return {
    async listOrders(customerId) {
      const policy = await settings.read('shipping-policy');
      const records = await transact(({ orders }) => orders.listOrders(customerId));
      return records.map((record) => present(record, policy, clock.now()));
    },
    async readOrder(orderId, customerId) {
      const policy = await settings.read('shipping-policy');
      const record = await transact(({ orders }) => orders.findOrder(orderId));
      return record?.customerId === customerId ? present(record, policy, clock.now()) : null;
    },
    place: (request) => place(ports, request),
    cancel: (orderId, customerId) => cancel(ports, orderId, customerId),
    async judge(orderId, customerId, reason) {
      const rules = await settings.read('return-policy');
      const record = await transact(({ orders }) => orders.findOrder(orderId));
      return judgeReturn(owned(record, customerId), reason, { rules, now: clock.now() });
    },
    async judgeRepair(orderId, customerId) {
      const rules = await settings.read('warranty-policy');
      const record = await transact(({ orders }) => orders.findOrder(orderId));
      return judgeRepair(owned(record, customerId), { rules, now: clock.now() });
    },
    startReturn: (request) => startReturn(ports, request),
    listReturns: (customerId) => transact(({ orders }) => orders.listReturns(customerId)),
  };
}

async function place(
  { transact, settings, clock }: OrderPorts,
  { customerId, lines }: { customerId: CustomerId; lines: { sku: Sku; quantity: number }[] },
): Promise<Order> {
  const policy = await settings.read('shipping-policy');
  const now = clock.now();
  const record = await transact(async ({ orders, catalogue }) => {
    const priced: { sku: Sku; quantity: number; priceFen: number }[] = [];
    for (const { sku, quantity } of lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))) {
      const product = await catalogue.findProductOfSku(sku);
      const variant = product?.variants.find((candidate) => candidate.sku === sku);
      if (!variant) throw new Fault('not-found', 'The shop sells no such thing', { field: 'sku' });
      if (!(await catalogue.takeStock(sku, quantity))) {
        throw conflict('sold-out', 'Not enough in stock', { field: 'sku' });
      }
      priced.push({ sku, quantity, priceFen: variant.priceFen });
    }
    const id = newId<OrderId>();
    await orders.addOrder({
      id,
      number: orderNumber(now),
      customerId,
      status: 'paid',
      placedAt: now,
      promisedAt: new Date(now.getTime() + policy.dispatchWithinHours * 3_600_000),
      totalFen: priced.reduce((sum, line) => sum + line.priceFen * line.quantity, 0),
      tracking: [
        {
          at: now.toISOString(),
          text: { zh: '订单已付款，等待仓库拣货', en: 'Paid, waiting for the warehouse' },
        },
      ],
      lines: priced,
    });
    return owned(await orders.findOrder(id), customerId);
  });
  return present(record, policy, now);
}

async function cancel(
  { transact, settings, clock }: OrderPorts,
  orderId: OrderId,
  customerId: CustomerId,
): Promise<Order> {
  const policy = await settings.read('shipping-policy');
  const now = clock.now();
  const record = await transact(async ({ orders, catalogue }) => {
    const order = owned(await orders.lockOrder(orderId), customerId);
    if (order.status === 'cancelled') return order;
    if (order.status !== 'pending-payment' && order.status !== 'paid') {
      throw new Fault('conflict', 'The order can no longer be cancelled', {
        details: { status: order.status },
      });
    }
    const text = { zh: '订单已取消，款项原路退回', en: 'Cancelled, the money goes back the way it came' };
    await orders.setOrderStatus(orderId, 'cancelled', [...order.tracking, { at: now.toISOString(), text }]);
    for (const line of order.lines) await catalogue.putBackStock(line.sku, line.quantity);
    return owned(await orders.findOrder(orderId), customerId);
  });
  return present(record, policy, now);
}

async function startReturn(
  { transact, settings, clock }: OrderPorts,
  request: ReturnRequest,
): Promise<ReturnRecord> {
  const rules = await settings.read('return-policy');
  const warranty = await settings.read('warranty-policy');
  const now = clock.now();
  return await transact(async ({ orders }) => {
    const order = owned(await orders.lockOrder(request.orderId), request.customerId);
    const open = await orders.findOpenReturn(order.id);
    if (open) return open;
    const { orderId, conversationId, kind, reason } = request;
    const verdict =
      kind === 'repair'
        ? judgeRepair(order, { rules: warranty, now })
        : judgeReturn(order, reason, { rules, now });
    if (!verdict.isAllowed) {
      throw new Fault('conflict', 'The shop takes this order back no more', {
        details: { because: verdict.because },
      });
    }
    const record: ReturnRecord = {
      id: newId(),
      orderId,
      conversationId,
      kind,
      reason,
      status: 'open',
      createdAt: now,
    };
    await orders.addReturn(record);
    const step = { at: now.toISOString(), text: registered(request) };
    await orders.setOrderStatus(orderId, 'returning', [...order.tracking, step]);
    return record;
  });
}

/** What stands on the order's way from now on. */
function registered({ kind, wanted }: ReturnRequest): Localized {
  if (kind === 'return')
    return { zh: '已登记退货，等待寄回', en: 'Return registered, waiting for the parcel' };
  if (kind === 'repair')
    return { zh: '已登记维修，等待寄回', en: 'Repair registered, waiting for the parcel' };
  return {
    zh: `已登记换货${wanted ? `（换成 ${wanted.zh}）` : ''}，等待寄回`,
    en: `Exchange registered${wanted ? ` (for ${wanted.en})` : ''}, waiting for the parcel`,
  };
}

/** The order if it is this customer's; somebody else's is as unknown as none (rule T1). */
function owned(order: OrderRecord | null, customerId: CustomerId): OrderRecord {
  if (order?.customerId !== customerId) throw new Fault('not-found', 'No such order', { field: 'orderId' });
  return order;
}

function present(record: OrderRecord, policy: { stuckAfterHours: number }, now: Date): Order {
  return {
    id: record.id,
    number: record.number,
    status: record.status,
    placedAt: record.placedAt.toISOString(),
    totalFen: record.totalFen,
    lines: record.lines.map((line) => ({ ...line, pictureUrl: pictureUrl(line.sku) })),
    tracking: record.tracking,
    carrier: record.carrier,
    trackingNumber: record.trackingNumber,
    lateMs: Math.round(lateMs(record, policy, now)),
  };
}

/** A number that customers read out: the day, then digits that can't be guessed from the last order's. */
function orderNumber(now: Date): string {
  const day = now.toISOString().slice(2, 10).replaceAll('-', '');
  return `SY${day}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}
