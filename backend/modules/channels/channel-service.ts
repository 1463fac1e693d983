import { randomBytes } from 'node:crypto';
import type { Channel, ChannelKind, ChannelLimits } from '#shared/domain/channel';
import type { ChannelId, EntryId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import { newId } from '../../runtime/ids.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { ChannelRecord, ChannelRepository, OutgoingMessage } from './ports.ts';

export type ChannelPorts = {
  transact: Transact<{ channels: ChannelRepository }>;
  /** What each kind of channel can carry, as its adapter says. */
  limits: Record<ChannelKind, ChannelLimits>;
};

/** A webhook channel with a secret as it must be. */
export type WebhookChannel = ChannelRecord & { secret: string };

/** The channels of the shop: our own two, and the webhooks that it has set up. */
export type ChannelService = {
  /** As staff see them. */
  list(): Promise<Channel[]>;
  /** Our own channel of that kind; every server has one of each. */
  ownChannel(kind: 'web' | 'app'): Promise<ChannelId>;
  /** The webhook with this id, or `null`. */
  findWebhook(id: ChannelId): Promise<WebhookChannel | null>;
  /** Sets up a webhook with a new secret, which is told once. */
  addWebhook(webhook: {
    name: Localized;
    outboundUrl: string | null;
    revises?: boolean;
    id?: ChannelId;
  }): Promise<{ id: ChannelId; secret: string }>;
  /** Where messages on this channel go from now on. */
  setOutboundUrl(id: ChannelId, outboundUrl: string | null): Promise<void>;
  /** Whether edits and recalls go out on this channel from now on (rule D19). */
  setRevises(id: ChannelId, revises: boolean): Promise<void>;
  readOutgoing(id: EntryId): Promise<OutgoingMessage | null>;
  /** At start: makes our own channels where they are missing; throws when a webhook's secret is no secret. */
  prepare(): Promise<void>;
};

/** Fixed, so that every node and every start means the same channel. */
const OWN_CHANNELS: Record<'web' | 'app', ChannelRecord> = {
  web: ownChannel('web', '01980000-0000-7000-8000-000000000001', { zh: '网页', en: 'Web' }),
  app: ownChannel('app', '01980000-0000-7000-8000-000000000002', { zh: '商城 App', en: 'App' }),
};
const SECRET_BYTES = 32;
const SHORTEST_SECRET = 32;

/** Channels over their table. */
export function createChannelService({ transact, limits }: ChannelPorts): ChannelService {
  return {
    async list() {
      const records = await transact(({ channels }) => channels.listChannels());
      return records.map(({ id, kind, name, outboundUrl, revises }) => ({
        id,
        kind,
        name,
        canSend: kind !== 'webhook' || outboundUrl !== null,
        limits: { ...limits[kind], revises: limits[kind].revises || revises },
      }));
    },
    ownChannel: async (kind) => OWN_CHANNELS[kind].id,
    async findWebhook(id) {
      const found = await transact(({ channels }) => channels.findChannel(id));
      return found?.kind === 'webhook' && hasSecret(found) ? found : null;
    },
    async addWebhook({ name, outboundUrl, revises = false, id = newId<ChannelId>() }) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      await transact(({ channels }) =>
        channels.addChannel({ id, kind: 'webhook', name, secret, outboundUrl, revises }),
      );
      return { id, secret };
    },
    setRevises: (id, revises) => transact(({ channels }) => channels.setRevises(id, revises)),
    setOutboundUrl: (id, outboundUrl) => transact(({ channels }) => channels.setOutboundUrl(id, outboundUrl)),
    readOutgoing: (id) => transact(({ channels }) => channels.readOutgoing(id)),
    async prepare() {
      await transact(async ({ channels }) => {
        for (const own of Object.values(OWN_CHANNELS)) await channels.addChannel(own);
        for (const channel of await channels.listChannels()) {
          if (channel.kind === 'webhook' && !hasSecret(channel)) {
            throw new Error(
              `The webhook channel ${channel.name.en} (${channel.id}) has no secret of ${SHORTEST_SECRET} characters`,
            );
          }
        }
      });
    },
  };
}

function hasSecret(channel: ChannelRecord): channel is WebhookChannel {
  return (channel.secret?.length ?? 0) >= SHORTEST_SECRET;
}

function ownChannel(kind: 'web' | 'app', id: string, name: Localized): ChannelRecord {
  return { id: id as ChannelId, kind, name, secret: null, outboundUrl: null, revises: false };
}
