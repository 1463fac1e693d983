import { randomInt } from 'node:crypto';
import type { CustomerProfile } from '#shared/domain/customer';
import type { ChannelId, CustomerId, ProductId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { CatalogueService } from '../catalogue/index.ts';
import type { OrderService } from '../orders/index.ts';
import type { MergeService } from './merge-service.ts';
import type {
  CustomerRepository,
  IdentityKey,
  IdentityRecord,
  KnownCustomer,
  SessionRecord,
} from './ports.ts';
import { type PastConversations, readProfile } from './profile.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';

export type CustomerPorts = {
  transact: Transact<{ customers: CustomerRepository }>;
  /** For what every client asks when it comes back: single readings, which need no transaction. */
  store: { customers: CustomerRepository };
  merges: MergeService;
  orders: OrderService;
  catalogue: CatalogueService;
  pastConversations: PastConversations;
  clock: Clock;
};

export type OpenedSession = { token: string; sessionId: string; customerId: CustomerId };

/** Who the customers are, and their clients' sessions. */
export type CustomerService = {
  /** The customer behind a name on a channel; made, with a guest's name where none is given, when the name is new. */
  resolveIdentity(
    who: IdentityKey & { name?: string; isVerified: boolean; language?: Language },
  ): Promise<IdentityRecord>;
  /** Opens a session for a new client, or for the shop's customer whom the token names. The token is shown once; only its hash is kept. */
  openSession(request: {
    channelId: ChannelId;
    language?: Language;
    identityToken?: string;
  }): Promise<OpenedSession>;
  /** The living session of a token, or `null`. Its customer is who the client belongs to now, merges included. */
  readSession(token: string): Promise<SessionRecord | null>;
  /**
   * A new token for a session whose present one is a day old; else `null`. The one before opens the session until the new one was used, so that an
   * answer that never arrives locks nobody out.
   */
  renewToken(sessionId: string): Promise<string | null>;
  /** Which of these tokens do not open their session any more, or open it for another customer than the one given. */
  listMoved(
    known: readonly { sessionId: string; customerId: CustomerId; token: string }[],
  ): Promise<ReadonlySet<string>>;
  endSession(sessionId: string): Promise<void>;
  /** Name, standing and language, for `session:read` and the bot. `not-found` for nobody. */
  readCustomer(customerId: CustomerId): Promise<KnownCustomer>;
  /** Everything that the profile panel shows this member of staff; phone and e-mail are masked. A merged record answers as the one it went into. */
  readProfile(reader: AgentActor, customerId: CustomerId): Promise<CustomerProfile>;
  noteView(customerId: CustomerId, productId: ProductId): Promise<void>;
  /** The customer whom the shop calls so, or `null`. */
  findByShopId(shopId: string): Promise<CustomerId | null>;
};

/** A token that was not renewed for so long opens nothing any more. */
const TOKEN_LASTS_MS = 90 * 86_400_000;
const RENEWED_AFTER_MS = 86_400_000;
/** A new token that was not used by then has not arrived; clients that share a session and ask at once get one between them. */
const ARRIVES_WITHIN_MS = 60_000;

/** Customers over their tables. */
export function createCustomerService(ports: CustomerPorts): CustomerService {
  const { transact, clock } = ports;
  return {
    resolveIdentity: (who) => resolveIdentity(ports, who),
    openSession: (request) => openSession(ports, request),
    readSession: (token) => readSession(ports, token),
    async renewToken(sessionId) {
      const at = clock.now();
      const before = (ms: number) => new Date(at.getTime() - ms);
      const when = { at, staleBefore: before(RENEWED_AFTER_MS), lostBefore: before(ARRIVES_WITHIN_MS) };
      const age = await ports.store.customers.tokenAge(sessionId);
      // Nearly always there is nothing to write; whether there is, the statement that writes decides for itself.
      if (age === null || age.issuedAt >= (age.hasFormer ? when.lostBefore : when.staleBefore)) return null;
      const { token, hash } = newSessionToken();
      return (await ports.store.customers.addSessionToken(sessionId, hash, when)) ? token : null;
    },
    async listMoved(known) {
      const ids = known.map(({ sessionId }) => sessionId);
      const living = await transact(({ customers }) => customers.listSessions(ids));
      const byId = new Map(living.map((session) => [session.id, session]));
      const moved = known.filter(({ sessionId, customerId, token }) => {
        const session = byId.get(sessionId);
        if (session?.customerId !== customerId) return true;
        const hash = sessionTokenHash(token);
        return !session.tokenHash.equals(hash) && session.formerHash?.equals(hash) !== true;
      });
      return new Set(moved.map(({ token }) => token));
    },
    endSession: (sessionId) => transact(({ customers }) => customers.endSession(sessionId, clock.now())),
    readCustomer: (customerId) => current(ports.store.customers, customerId),
    async readProfile(reader, customerId) {
      const id = await transact(async ({ customers }) => (await current(customers, customerId)).id);
      return await readProfile(ports, reader, id);
    },
    noteView: (customerId, productId) =>
      transact(({ customers }) => customers.addView(customerId, productId, clock.now())),
    findByShopId: (shopId) =>
      transact(async ({ customers }) => {
        const identity = await customers.lockIdentity({ type: 'shop', channelId: null, value: shopId });
        return identity?.isVerified ? identity.customerId : null;
      }),
  };
}

async function resolveIdentity(
  { transact, clock }: CustomerPorts,
  who: IdentityKey & { name?: string; isVerified: boolean; language?: Language },
): Promise<IdentityRecord> {
  const { type, channelId, value, isVerified: verified, language = 'zh' } = who;
  return await transact(async ({ customers }) => {
    const known = await customers.lockIdentity({ type, channelId, value });
    if (known) return known;
    const now = clock.now();
    const customerId = await addGuest(customers, { language, now, ...(who.name ? { name: who.name } : {}) });
    const identity: IdentityRecord = {
      id: newId(),
      customerId,
      type,
      channelId,
      value,
      isVerified: verified,
      firstSeenAt: now,
    };
    await customers.addIdentity(identity);
    return identity;
  });
}

function readSession({ store, clock }: CustomerPorts, token: string): Promise<SessionRecord | null> {
  const now = clock.now();
  const { customers } = store;
  return customers.enterSession(sessionTokenHash(token), now, new Date(now.getTime() - TOKEN_LASTS_MS));
}

async function openSession(
  ports: CustomerPorts,
  request: { channelId: ChannelId; language?: Language; identityToken?: string },
): Promise<OpenedSession> {
  const { channelId, language, identityToken } = request;
  const now = ports.clock.now();
  const known =
    identityToken === undefined ? null : await ports.merges.customerOf(identityToken, language ?? 'zh');
  const { token, hash } = newSessionToken();
  const sessionId = newId();
  return await ports.transact(async ({ customers }) => {
    const customerId = known ?? (await addGuest(customers, { language: language ?? 'zh', now }));
    const identityId = newId();
    await customers.addIdentity({
      id: identityId,
      customerId,
      type: 'web',
      channelId,
      value: newId(),
      isVerified: false,
      firstSeenAt: now,
    });
    await customers.addSession({
      id: sessionId,
      identityId,
      channelId,
      language: language ?? null,
      tokenHash: hash,
      at: now,
    });
    return { token, sessionId, customerId };
  });
}

async function addGuest(
  customers: CustomerRepository,
  guest: { language: Language; now: Date; name?: string },
): Promise<CustomerId> {
  const { language, now, name = guestName(language) } = guest;
  const id = newId<CustomerId>();
  await customers.addCustomer({
    id,
    name,
    membership: 'none',
    city: null,
    language,
    customerSince: now,
    mergedInto: null,
  });
  return id;
}

/** The record, or the one that it was merged into. */
async function current(customers: CustomerRepository, id: CustomerId): Promise<KnownCustomer> {
  const customer = await customers.findCustomer(id);
  if (!customer) throw new Fault('not-found', 'No such customer', { field: 'customerId' });
  return customer.mergedInto ? await current(customers, customer.mergedInto) : customer;
}

function guestName(language: Language): string {
  const number = randomInt(1000, 10_000);
  return language === 'zh' ? `访客 ${number}` : `Guest ${number}`;
}
