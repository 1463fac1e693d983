import type { CustomerProfile, Identity } from '#shared/domain/customer';
import type { ChannelId, ConversationId, CustomerId, ProductId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';

export type CustomerRecord = {
  id: CustomerId;
  name: string;
  membership: CustomerProfile['membership'];
  city: string | null;
  language: Language;
  customerSince: Date;
  mergedInto: CustomerId | null;
};

/** A record as it was read: a customer is verified when the shop's own signed word says who this is. */
export type KnownCustomer = CustomerRecord & { isVerified: boolean };

/** What names an identity: unique over the shop. `channelId` is `null` for what belongs to no channel. */
export type IdentityKey = { type: Identity['type']; channelId: ChannelId | null; value: string };

export type IdentityRecord = IdentityKey & {
  id: string;
  customerId: CustomerId;
  isVerified: boolean;
  firstSeenAt: Date;
};

/** A client of a customer. Its customer is that of its identity, so it follows every merge and split. */
export type SessionRecord = {
  id: string;
  identityId: string;
  channelId: ChannelId;
  customerId: CustomerId;
  language: Language | null;
};

/** What is kept of a session's token, and of the one before as long as the new one was not used. */
export type TokenHashes = { tokenHash: Buffer; formerHash: Buffer | null };

/** Since when the newest token of a session opens it, and whether the one before still does. */
export type TokenAge = { issuedAt: Date; hasFormer: boolean };

/** All that a merge moved, enough to move it back exactly (rule I2). */
export type Moved = {
  identities: string[];
  conversations: ConversationId[];
  orders: string[];
  /** The merged customer's views and, where both had looked at a product, what the kept one's row said before. */
  views: {
    productId: ProductId;
    at: string;
    times: number;
    keptBefore: { at: string; times: number } | null;
  }[];
};

export type MergeRecord = {
  id: string;
  keptId: CustomerId;
  mergedId: CustomerId;
  moved: Moved;
  reason: string;
  at: Date;
  undoneAt: Date | null;
};

export type CustomerRepository = {
  /** Holds everybody else off this identity until the transaction ends, also where it does not exist yet. */
  lockIdentity(key: IdentityKey): Promise<IdentityRecord | null>;
  findIdentity(id: string): Promise<IdentityRecord | null>;
  listIdentities(customerId: CustomerId): Promise<IdentityRecord[]>;
  addIdentity(identity: IdentityRecord): Promise<void>;
  verifyIdentity(id: string, customerId: CustomerId): Promise<void>;
  /** In the order of the ids, rows locked until the transaction ends. */
  lockCustomers(ids: readonly CustomerId[]): Promise<CustomerRecord[]>;
  findCustomer(id: CustomerId): Promise<KnownCustomer | null>;
  addCustomer(customer: CustomerRecord): Promise<void>;
  renameCustomer(id: CustomerId, name: string): Promise<void>;
  /** Moves all that hangs on `mergedId` to `keptId`, leaves a tombstone, and tells what it moved. */
  moveAll(mergedId: CustomerId, keptId: CustomerId): Promise<Moved>;
  /** Puts everything back, with what has since come in by the moved identities. */
  moveBack(merge: MergeRecord): Promise<void>;
  addMerge(merge: MergeRecord): Promise<void>;
  lockMerge(id: string): Promise<MergeRecord | null>;
  setMergeUndone(id: string, at: Date): Promise<void>;
  /** Newest first. */
  listMerges(customerId: CustomerId): Promise<MergeRecord[]>;
  addSession(session: Omit<SessionRecord, 'customerId'> & { tokenHash: Buffer; at: Date }): Promise<void>;
  /** The living session with this token, if that was issued after `issuedAfter`; stamps its use. The first use of a new token voids the one before. */
  enterSession(tokenHash: Buffer, at: Date, issuedAfter: Date): Promise<SessionRecord | null>;
  /** Those of these sessions that live, each with the hashes of the tokens that open it. */
  listSessions(ids: readonly string[]): Promise<(Pick<SessionRecord, 'id' | 'customerId'> & TokenHashes)[]>;
  /** The living session; its row locked until the transaction ends. */
  lockSession(id: string): Promise<SessionRecord | null>;
  setSessionIdentity(id: string, identityId: string): Promise<void>;
  /** From now on this token opens the session, and no other. */
  setSessionToken(id: string, tokenHash: Buffer, at: Date): Promise<void>;
  /** When the session's present token was issued, and whether the one before that still opens it; `null` for a session that has ended. */
  tokenAge(id: string): Promise<TokenAge | null>;
  /**
   * From now on this token opens the session as well, and once it did, no other. Only where the present one was issued before `staleBefore` or, while the
   * one before that still opens the session, before `lostBefore`; tells whether it was so.
   */
  addSessionToken(
    id: string,
    tokenHash: Buffer,
    when: { at: Date; staleBefore: Date; lostBefore: Date },
  ): Promise<boolean>;
  endSession(id: string, at: Date): Promise<void>;
  listViews(
    customerId: CustomerId,
    limit: number,
  ): Promise<{ productId: ProductId; at: Date; times: number }[]>;
  addView(customerId: CustomerId, productId: ProductId, at: Date): Promise<void>;
  /** Conversations since then in which the customer was upset or worse. */
  countComplaints(customerId: CustomerId, since: Date): Promise<number>;
};
