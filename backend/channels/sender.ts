import type { ChannelKind } from '#shared/domain/channel';
import type { Phrase } from '#shared/domain/language';
import type { ChannelService, OutgoingMessage } from '../modules/channels/index.ts';
import type { DeliveryService, SendOutcome } from '../modules/delivery/index.ts';
import type { JobHandlers } from '../runtime/jobs.ts';
import type { ChannelAdapter } from './channel-adapter.ts';

export type SenderPorts = {
  adapters: Record<ChannelKind, ChannelAdapter>;
  channels: Pick<ChannelService, 'readOutgoing'>;
  delivery: Pick<DeliveryService, 'begin' | 'settle' | 'giveUp'>;
};

const NO_ADDRESS: Phrase = { code: 'delivery.no-address', params: {} };
const BROKEN: Phrase = { code: 'delivery.broken', params: {} };

/**
 * Sends queued messages out: the handler of the job `channel-send`. What the channel does is settled here, with pauses of its own. It throws only
 * where the fault is ours, so that the job comes again; the last time the message is given up, so that a person sees it.
 */
export function createSender(ports: SenderPorts): JobHandlers['channel-send'] {
  return async (message, { isLast }) => {
    try {
      await send(ports, message);
    } catch (error) {
      if (isLast) await ports.delivery.giveUp(message, BROKEN);
      throw error;
    }
  };
}

async function send(
  { adapters, channels, delivery }: SenderPorts,
  queued: Parameters<JobHandlers['channel-send']>[0],
): Promise<void> {
  const message = await channels.readOutgoing(queued.entryId);
  if (message === null) return await delivery.giveUp(queued, NO_ADDRESS);
  const adapter = adapters[message.channel.kind];
  const way = { ...queued, channelId: message.channel.id, takesKey: adapter.takesKey };
  const attempt = await delivery.begin(way);
  if (attempt === null) return;
  // From the record of the attempt on nothing is edited in its place (rule D19); up to then it may have been.
  const asItStands = (await channels.readOutgoing(queued.entryId)) ?? message;
  const outcome = isGone(asItStands) ? TAKEN_BACK : await handOver(adapter, asItStands, attempt.key);
  await delivery.settle(way, { number: attempt.number, outcome });
}

/** It was taken back between the record and the sending: settled so, it is let go, and nothing is said of the channel. */
const TAKEN_BACK: SendOutcome = {
  state: 'unknown',
  reason: { code: 'delivery.cut-off', params: {} },
  concerns: 'message',
};

function isGone({ content, revises }: OutgoingMessage): boolean {
  return content.type === 'recalled' && revises === null;
}

/** An adapter that breaks its word and throws may have sent: nobody knows. */
async function handOver(
  adapter: ChannelAdapter,
  message: OutgoingMessage,
  key: string,
): Promise<SendOutcome> {
  try {
    return await adapter.send(message, key);
  } catch {
    return { state: 'unknown', reason: BROKEN, concerns: 'message' };
  }
}
