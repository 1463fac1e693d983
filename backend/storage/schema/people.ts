import type { Generated } from 'kysely';
import type { AgentRole, Presence } from '#shared/domain/agent';
import type { ChannelKind } from '#shared/domain/channel';
import type { Membership } from '#shared/domain/conversation';
import type { Identity } from '#shared/domain/customer';
import type { AgentId, ChannelId, CustomerId } from '#shared/domain/ids';
import type { Language, Localized } from '#shared/domain/language';
import type { Moved } from '../../modules/customers/index.ts';
import type { Json } from '../json.ts';

/** Staff, customers, and the ways between them. */

export type AgentsTable = {
  id: AgentId;
  login: string;
  name: Json<Localized>;
  role: AgentRole;
  capacity: number;
  password_hash: string;
  is_active: Generated<boolean>;
  presence: Generated<Presence>;
  presence_at: Generated<Date>;
  changed_xid: Generated<string>;
};

export type AgentSessionsTable = {
  id: string;
  agent_id: AgentId;
  token_hash: Buffer;
  client: 'web' | 'desktop';
  created_at: Date;
  used_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};

export type ChannelsTable = {
  id: ChannelId;
  kind: ChannelKind;
  name: Json<Localized>;
  secret: string | null;
  outbound_url: string | null;
  revises: Generated<boolean>;
  created_at: Generated<Date>;
};

export type CustomersTable = {
  id: CustomerId;
  name: string;
  membership: Generated<Membership>;
  city: string | null;
  language: Language;
  customer_since: Date;
  merged_into: CustomerId | null;
};

export type IdentitiesTable = {
  id: string;
  customer_id: CustomerId;
  type: Identity['type'];
  channel_id: ChannelId | null;
  value: string;
  is_verified: boolean;
  first_seen_at: Date;
};

export type CustomerMergesTable = {
  id: string;
  kept_id: CustomerId;
  merged_id: CustomerId;
  moved: Json<Moved>;
  reason: string;
  at: Date;
  undone_at: Date | null;
};

export type CustomerSessionsTable = {
  id: string;
  token_hash: Buffer;
  identity_id: string;
  channel_id: ChannelId;
  language: Language | null;
  created_at: Date;
  used_at: Date;
  ended_at: Date | null;
  issued_at: Date;
  former_hash: Buffer | null;
  former_issued_at: Date | null;
};
