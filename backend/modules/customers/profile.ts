import type { PastConversation } from '#shared/domain/conversation';
import type { CustomerProfile, Identity } from '#shared/domain/customer';
import type { CustomerId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import type { Transact } from '../../runtime/transact.ts';
import { type CatalogueService, pictureUrl } from '../catalogue/index.ts';
import type { OrderService } from '../orders/index.ts';
import type { CustomerRepository, IdentityRecord } from './ports.ts';

type ProfilePorts = {
  transact: Transact<{ customers: CustomerRepository }>;
  orders: OrderService;
  catalogue: CatalogueService;
  /** Those of the customer's conversations that this member of staff may read, newest first. */
  pastConversations: PastConversations;
  clock: Clock;
};

/** A customer's past as one member of staff may see it. */
export type PastConversations = (
  reader: AgentActor,
  customerId: CustomerId,
  limit: number,
) => Promise<PastConversation[]>;

const YEAR_MS = 365 * 86_400_000;
const VIEWS_SHOWN = 12;
const CONVERSATIONS_SHOWN = 30;

/** Statuses in which the money stays with the shop. */
const NOT_SPENT: ReadonlySet<string> = new Set(['pending-payment', 'cancelled', 'refunded']);

/** All that the profile panel shows. Amounts count the last twelve months. */
export async function readProfile(
  ports: ProfilePorts,
  reader: AgentActor,
  customerId: CustomerId,
): Promise<CustomerProfile> {
  const since = new Date(ports.clock.now().getTime() - YEAR_MS);
  const read = await ports.transact(async ({ customers }) => ({
    customer: await customers.findCustomer(customerId),
    identities: await customers.listIdentities(customerId),
    merges: await customers.listMerges(customerId),
    views: await customers.listViews(customerId, VIEWS_SHOWN),
    complaintCount: await customers.countComplaints(customerId, since),
  }));
  if (!read.customer) throw new Fault('not-found', 'No such customer', { field: 'customerId' });
  const { id, name, membership, city, language, customerSince } = read.customer;
  const orders = await ports.orders.listOrders(customerId);
  const recent = orders.filter((order) => Date.parse(order.placedAt) >= since.getTime());
  return {
    id,
    name,
    membership,
    city,
    language,
    customerSince: customerSince.toISOString(),
    isVerified: read.identities.some((identity) => identity.type === 'shop' && identity.isVerified),
    spentFen: recent
      .filter((order) => !NOT_SPENT.has(order.status))
      .reduce((sum, order) => sum + order.totalFen, 0),
    orderCount: recent.length,
    complaintCount: read.complaintCount,
    identities: read.identities.map(presentIdentity),
    joinedAt: read.merges.find(({ undoneAt }) => undoneAt === null)?.at.toISOString() ?? null,
    orders,
    views: await presentViews(ports, read.views),
    conversations: await ports.pastConversations(reader, customerId, CONVERSATIONS_SHOWN),
  };
}

async function presentViews(
  ports: Pick<ProfilePorts, 'catalogue'>,
  views: readonly { productId: CustomerProfile['views'][number]['productId']; at: Date; times: number }[],
): Promise<CustomerProfile['views']> {
  const products = await ports.catalogue.readProducts(views.map((view) => view.productId));
  const byId = new Map(products.map((product) => [product.id, product]));
  return views.flatMap(({ productId, at, times }) => {
    const product = byId.get(productId);
    const first = product?.variants[0];
    if (!product || !first) return [];
    return [
      {
        productId,
        title: product.title,
        priceFen: first.priceFen,
        pictureUrl: pictureUrl(first.sku),
        at: at.toISOString(),
        times,
      },
    ];
  });
}

function presentIdentity({ type, channelId, value, isVerified, firstSeenAt }: IdentityRecord): Identity {
  return { type, channelId, value: masked(type, value), isVerified, firstSeenAt: firstSeenAt.toISOString() };
}

/** Enough of a phone number or an address to recognise it by, not enough to use it. */
export function masked(type: Identity['type'], value: string): string {
  if (type === 'phone') return value.length < 7 ? '****' : `${value.slice(0, 3)}****${value.slice(-4)}`;
  if (type !== 'email') return value;
  const [name = '', domain = ''] = value.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}
