import type { Kysely } from 'kysely';
import type { ChannelRepository } from '../../modules/channels/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** Channels, and what goes out on them. */
export function createChannelRepository(db: Kysely<Database>): ChannelRepository {
  const channels = db
    .selectFrom('channels as c')
    .select(['c.id', 'c.kind', 'c.name', 'c.secret', 'c.outbound_url as outboundUrl', 'c.revises']);
  return {
    listChannels: () => channels.orderBy('c.created_at').orderBy('c.id').execute(),
    findChannel: async (id) => (await channels.where('c.id', '=', id).executeTakeFirst()) ?? null,
    async addChannel({ id, kind, name, secret, outboundUrl, revises }) {
      await db
        .insertInto('channels')
        .values({ id, kind, name: json(name), secret, outbound_url: outboundUrl, revises })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async setOutboundUrl(id, outboundUrl) {
      await db.updateTable('channels').set({ outbound_url: outboundUrl }).where('id', '=', id).execute();
    },
    async setRevises(id, revises) {
      await db.updateTable('channels').set({ revises }).where('id', '=', id).execute();
    },
    async readOutgoing(entryId) {
      const found = await channels
        .innerJoin('entries as e', 'e.channel_id', 'c.id')
        .innerJoin('conversations as v', 'v.id', 'e.conversation_id')
        .innerJoin('identities as i', (join) =>
          join.onRef('i.customer_id', '=', 'v.customer_id').onRef('i.channel_id', '=', 'c.id'),
        )
        .select(['e.author', 'e.body', 'e.delivery', 'e.at', 'v.language', 'i.value as to'])
        .where('e.id', '=', entryId)
        // A customer with two names on the channel is answered under the one in which they speak.
        .orderBy(({ eb, ref }) => eb('i.id', '=', ref('v.identity_id')), 'desc')
        .orderBy('i.first_seen_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { id, kind, name, secret, outboundUrl, revises, author, body, delivery, at, language, to } =
        found;
      if (body.type !== 'message' && body.type !== 'revised') return null;
      const channel = { id, kind, name, secret, outboundUrl, revises };
      const said = { content: body.content, revises: body.type === 'revised' ? body.entryId : null };
      return { entryId, channel, to, author, ...said, language, delivery, at };
    },
  };
}
