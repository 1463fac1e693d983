import type { CustomerId, OrderId, ProductId, Sku } from '#shared/domain/ids';
import type { IdentityRecord } from '../modules/customers/index.ts';
import type { ImportedCustomer } from '../modules/imports/index.ts';
import type { OrderRecord, ReturnRecord } from '../modules/orders/index.ts';
import { newId } from '../runtime/ids.ts';
import { type DemoCustomer, type DemoOrder, productById, variantName } from './content/index.ts';
import type { DemoChannels } from './demo-channels.ts';

/** The demo shop's customers as they are imported, under the shop's own ids. */
export function importedCustomers(
  customers: readonly DemoCustomer[],
  channels: DemoChannels,
): Map<string, ImportedCustomer> {
  return new Map(customers.map((customer) => [customer.key, importedCustomer(customer, channels)]));
}

function importedCustomer(customer: DemoCustomer, channels: DemoChannels): ImportedCustomer {
  const id = newId<CustomerId>();
  const orders = customer.orders.map((order) => importedOrder(order, id));
  return {
    customer: {
      id,
      name: customer.name,
      membership: customer.membership,
      city: customer.city,
      language: customer.language,
      customerSince: customer.since,
      mergedInto: null,
    },
    identities: identitiesOf(customer, id, channels),
    orders,
    returns: orders.flatMap(returnOf),
    views: customer.views.map(({ productId, at, times }) => ({
      productId: productId as ProductId,
      at,
      times,
    })),
  };
}

function identitiesOf(
  customer: DemoCustomer,
  customerId: CustomerId,
  channels: DemoChannels,
): IdentityRecord[] {
  const known = { customerId, firstSeenAt: customer.since };
  return [
    { ...known, id: newId(), type: 'shop', channelId: null, value: customer.key, isVerified: true },
    { ...known, id: newId(), type: 'phone', channelId: null, value: customer.phone, isVerified: true },
    { ...known, id: newId(), type: 'email', channelId: null, value: customer.email, isVerified: true },
    ...customer.channels.map(
      (channel): IdentityRecord => ({
        ...known,
        id: newId(),
        type: channel === 'mini-program' ? 'channel' : 'web',
        channelId: channels[channel],
        value: channel === 'mini-program' ? miniProgramId(customer.key) : newId(),
        isVerified: channel === 'mini-program',
      }),
    ),
  ];
}

/** Under which id the mini program knows a customer of the shop. */
export function miniProgramId(key: string): string {
  return `mp-${key.toLowerCase()}`;
}

function importedOrder(order: DemoOrder, customerId: CustomerId): OrderRecord {
  return {
    id: newId<OrderId>(),
    number: order.number,
    customerId,
    status: order.status,
    placedAt: order.placedAt,
    promisedAt: order.promisedAt,
    totalFen: order.totalFen,
    carrier: order.carrier,
    trackingNumber: order.trackingNumber,
    tracking: order.tracking.map(({ at, text }) => ({ at: at.toISOString(), text })),
    lines: order.lines.map((line) => ({
      sku: line.sku as Sku,
      productId: line.productId as ProductId,
      title: productById(line.productId).title,
      variant: nameOfSku(line.productId, line.sku),
      quantity: line.quantity,
      priceFen: line.priceFen,
    })),
  };
}

function nameOfSku(productId: string, sku: string) {
  const variant = productById(productId).variants.find((one) => one.sku === sku);
  if (!variant) throw new RangeError(`${productId} has no ${sku}`);
  return variantName(variant);
}

/** An order on its way back has its return on record. */
function returnOf(order: OrderRecord): ReturnRecord[] {
  const since = order.tracking.at(-1);
  if (order.status !== 'returning' || !since) return [];
  return [
    {
      id: newId(),
      orderId: order.id,
      conversationId: null,
      kind: 'return',
      reason: 'size',
      status: 'received',
      createdAt: new Date(since.at),
    },
  ];
}
