import type { CustomerId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey, CommandLog } from '../../runtime/command.ts';
import type { FactBus } from '../../runtime/facts.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Transact } from '../../runtime/transact.ts';
import { type IdentityClaims, verifyIdentityToken } from './identity-token.ts';
import type { CustomerRepository, IdentityKey, IdentityRecord, MergeRecord } from './ports.ts';
import { newSessionToken } from './session-token.ts';

type Repositories = { customers: CustomerRepository; commands: CommandLog };

export type MergePorts = {
  transact: Transact<Repositories>;
  /** The secret with which the shop signs identity tokens. */
  identitySecret: () => Promise<string>;
  /** Shows the customer's open conversations anew to whoever sees them. */
  announceOf: (customerId: CustomerId) => Promise<void>;
  facts: FactBus;
  clock: Clock;
};

export type LinkedIdentity = { customerId: CustomerId; name: string | null; isVerified: boolean };

/**
 * Joins what belongs to one person (rules I1, I2). Two records become one by themselves only through the shop's signed word on both sides;
 * a record that the shop has already named otherwise is never joined. Every merge can be undone exactly.
 */
export type MergeService = {
  /**
   * `identity:link`: the client of this session is the shop's customer named by the token. `bad-signature` when the token does not hold.
   * A session that gains by it gets a new token, so that whoever got hold of the old one before gains nothing.
   */
  linkSession(sessionId: string, identityToken: string, key?: CommandKey): Promise<LinkedSession>;
  /** The same for an identity that a channel vouches for. `conflict` where the shop has named this account otherwise before. */
  linkIdentity(identityId: string, identityToken: string): Promise<LinkedIdentity>;
  /** The shop's customer named by the token, made where there is none yet. `bad-signature` when the token does not hold. */
  customerOf(identityToken: string, language: Language): Promise<CustomerId>;
  /** Puts both records back as they were. `conflict` when it was undone before or a later merge stands in the way. */
  undo(mergeId: string): Promise<MergeRecord>;
  /** The same for whatever was joined last into this customer. `conflict` where there is nothing to part. */
  undoNewest(customerId: CustomerId, key: CommandKey): Promise<{ keptId: CustomerId; mergedId: CustomerId }>;
  /** Newest first, those that were undone too. */
  listMerges(customerId: CustomerId): Promise<MergeRecord[]>;
};

/** `token` is the session's new one; `null` where it keeps the one that it has. */
export type LinkedSession = LinkedIdentity & { token: string | null };

type Outcome = {
  linked: LinkedIdentity;
  merged: { keptId: CustomerId; mergedId: CustomerId } | null;
  /** Whether the shop's word said anything that was not known before. */
  isNews: boolean;
};

/** Merging over the customers' tables. Says `customer-merged` after the commit. */
export function createMergeService(ports: MergePorts): MergeService {
  const { transact, facts, clock } = ports;

  async function link(
    token: string,
    run: (r: Repositories, claims: IdentityClaims) => Promise<Outcome>,
  ): Promise<LinkedIdentity> {
    const claims = await verifyIdentityToken(token, await ports.identitySecret(), clock);
    const { linked, merged } = await transact((repositories) => run(repositories, claims));
    if (merged) facts.publish({ type: 'customer-merged', ...merged });
    await ports.announceOf(linked.customerId);
    return linked;
  }

  return {
    async linkSession(sessionId, identityToken, key) {
      // Outside the command's kept answer: of tokens nothing but the hash is stored.
      const renewed: { token: string | null } = { token: null };
      const linked = await link(identityToken, ({ customers, commands }, claims) => {
        renewed.token = null;
        const work = async () => {
          const now = clock.now();
          const outcome = await linkSession({ customers, claims, now }, sessionId);
          if (outcome.isNews) renewed.token = await renewToken({ customers, now }, sessionId);
          return outcome;
        };
        return key ? commands.once(key, work) : work();
      });
      if (renewed.token !== null) facts.publish({ type: 'session-renewed', sessionId });
      return { ...linked, ...renewed };
    },
    linkIdentity: (identityId, token) =>
      link(token, async ({ customers }, claims) => {
        const identity = await customers.findIdentity(identityId);
        if (!identity) throw new Fault('not-found', 'No such identity');
        const outcome = await join({ customers, claims, now: clock.now() }, identity.customerId);
        if (!outcome)
          throw conflict('other-account', 'The shop has named this account otherwise', {
            field: 'identityToken',
          });
        return outcome;
      }),
    async customerOf(token, language) {
      const claims = await verifyIdentityToken(token, await ports.identitySecret(), clock);
      return await transact(async ({ customers }) =>
        ownerOf(
          { customers, claims, now: clock.now() },
          await customers.lockIdentity(shopKey(claims)),
          language,
        ),
      );
    },
    async undo(mergeId) {
      const undone = await transact(({ customers }) => undo(customers, mergeId, clock.now()));
      await tellParted(ports, undone);
      return undone;
    },
    undoNewest: (customerId, key) => undoNewest(ports, customerId, key),
    listMerges: (customerId) => transact(({ customers }) => customers.listMerges(customerId)),
  };
}

async function renewToken(
  { customers, now }: Pick<Joining, 'customers' | 'now'>,
  sessionId: string,
): Promise<string> {
  const { token, hash } = newSessionToken();
  await customers.setSessionToken(sessionId, hash, now);
  return token;
}

type Joining = { customers: CustomerRepository; claims: IdentityClaims; now: Date };

/**
 * A session whose record the shop has named otherwise belongs to a shared device: nothing is merged, the client starts afresh as the
 * token's customer with an identity of its own.
 */
async function linkSession(joining: Joining, sessionId: string): Promise<Outcome> {
  const { customers, claims, now } = joining;
  const session = await customers.lockSession(sessionId);
  if (!session) throw new Fault('unauthenticated', 'The session has ended');
  const outcome = await join(joining, session.customerId);
  if (outcome) return outcome;
  const owner = await ownerOf(
    joining,
    await customers.lockIdentity(shopKey(claims)),
    session.language ?? 'zh',
  );
  const fresh: IdentityRecord = {
    id: newId(),
    customerId: owner,
    type: 'web',
    channelId: session.channelId,
    value: newId(),
    isVerified: false,
    firstSeenAt: now,
  };
  await customers.addIdentity(fresh);
  await customers.setSessionIdentity(session.id, fresh.id);
  return { linked: await present(customers, owner), merged: null, isNews: true };
}

/** Makes `customerId` and the token's customer one; `null`, and nothing changed, where the shop has named `customerId` otherwise. */
async function join(joining: Joining, customerId: CustomerId): Promise<Outcome | null> {
  const { customers, claims, now } = joining;
  const named = await customers.lockIdentity(shopKey(claims));
  if (named?.customerId === customerId && named.isVerified)
    return { linked: await present(customers, customerId), merged: null, isNews: false };
  const own = await customers.listIdentities(customerId);
  const isNamedOtherwise = own.some(
    (one) => one.type === 'shop' && one.isVerified && one.value !== claims.sub,
  );
  if (isNamedOtherwise) return null;
  if (!named?.isVerified) {
    await claim(joining, named, customerId);
    return { linked: await present(customers, customerId), merged: null, isNews: true };
  }
  const keptId = named.customerId;
  await customers.lockCustomers([keptId, customerId].toSorted());
  const moved = await customers.moveAll(customerId, keptId);
  await customers.addMerge({
    id: newId(),
    keptId,
    mergedId: customerId,
    moved,
    reason: 'shop-identity',
    at: now,
    undoneAt: null,
  });
  return { linked: await present(customers, keptId), merged: { keptId, mergedId: customerId }, isNews: true };
}

/** Notes the shop's word on a record. A row that nobody vouched for has no rights of its own: it goes to who can prove it. */
async function claim(
  { customers, claims, now }: Joining,
  named: IdentityRecord | null,
  customerId: CustomerId,
): Promise<void> {
  if (named) await customers.verifyIdentity(named.id, customerId);
  else {
    await customers.addIdentity({
      ...shopKey(claims),
      id: newId(),
      customerId,
      isVerified: true,
      firstSeenAt: now,
    });
  }
  if (claims.name !== undefined) await customers.renameCustomer(customerId, claims.name);
}

/** The customer whom the shop calls so, made where there was none. */
async function ownerOf(
  joining: Joining,
  named: IdentityRecord | null,
  language: Language,
): Promise<CustomerId> {
  if (named?.isVerified) return named.customerId;
  const { customers, claims, now } = joining;
  const id = newId<CustomerId>();
  const name = claims.name ?? claims.sub;
  await customers.addCustomer({
    id,
    name,
    membership: 'none',
    city: null,
    language,
    customerSince: now,
    mergedInto: null,
  });
  await claim(joining, named, id);
  return id;
}

async function undo(customers: CustomerRepository, mergeId: string, now: Date): Promise<MergeRecord> {
  const merge = await customers.lockMerge(mergeId);
  if (!merge) throw new Fault('not-found', 'No such merge');
  if (merge.undoneAt) throw conflict('not-merged', 'This merge was undone before');
  const [newest] = (await customers.listMerges(merge.keptId)).filter((one) => one.undoneAt === null);
  const kept = await customers.findCustomer(merge.keptId);
  if (newest?.id !== merge.id || kept?.mergedInto)
    throw conflict('not-merged', 'A later merge must be undone first');
  await customers.lockCustomers([merge.keptId, merge.mergedId].toSorted());
  await customers.moveBack(merge);
  await customers.setMergeUndone(merge.id, now);
  return { ...merge, undoneAt: now };
}

async function undoNewest(ports: MergePorts, customerId: CustomerId, key: CommandKey) {
  const { transact, clock } = ports;
  const parted = await transact(({ customers, commands }) =>
    commands.once(key, async () => {
      const merges = await customers.listMerges(customerId);
      const newest = merges.find(({ undoneAt }) => undoneAt === null);
      if (!newest)
        throw conflict('not-merged', 'Nothing was joined into this customer', { field: 'customerId' });
      const { keptId, mergedId } = await undo(customers, newest.id, clock.now());
      return { keptId, mergedId };
    }),
  );
  await tellParted(ports, parted);
  return parted;
}

/** Whoever belongs to either record, or looks at one, reads anew. */
async function tellParted(
  { facts, announceOf }: MergePorts,
  { keptId, mergedId }: Pick<MergeRecord, 'keptId' | 'mergedId'>,
): Promise<void> {
  facts.publish({ type: 'customer-merged', keptId: mergedId, mergedId: keptId });
  await announceOf(keptId);
  await announceOf(mergedId);
}

async function present(customers: CustomerRepository, customerId: CustomerId): Promise<LinkedIdentity> {
  const customer = await customers.findCustomer(customerId);
  return { customerId, name: customer?.name ?? null, isVerified: true };
}

function shopKey(claims: IdentityClaims): IdentityKey {
  return { type: 'shop', channelId: null, value: claims.sub };
}
