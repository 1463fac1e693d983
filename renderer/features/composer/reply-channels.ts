import type { Channel } from '#shared/domain/channel';
import type { Identity } from '#shared/domain/customer';
import type { ChannelId } from '#shared/domain/ids';

/**
 * The channels on which a customer can be answered (rule I3): the one used last first, then those on which the customer is known and messages
 * can go out.
 */
export function replyChannels(
  channels: ReadonlyMap<ChannelId, Channel>,
  { lastUsed, identities }: { lastUsed: ChannelId; identities: readonly Pick<Identity, 'channelId'>[] },
): Channel[] {
  const known = new Set(identities.map(({ channelId }) => channelId));
  return [...channels.values()]
    .filter(({ id, canSend }) => id === lastUsed || (canSend && known.has(id)))
    .toSorted((a, b) => Number(b.id === lastUsed) - Number(a.id === lastUsed));
}
