import type { ChannelKind } from '#shared/domain/channel';
import type { ChannelService } from '../modules/channels/index.ts';
import type { ConversationService } from '../modules/conversations/index.ts';
import type { JobHandlers } from '../runtime/jobs.ts';
import type { ChannelAdapter } from './channel-adapter.ts';

export type SenderPorts = {
  adapters: Record<ChannelKind, ChannelAdapter>;
  channels: Pick<ChannelService, 'readOutgoing'>;
  conversations: Pick<ConversationService, 'markDelivery' | 'isNextToSend'>;
};

/**
 * Sends queued messages out: the handler of the job `channel-send`. A try that may succeed later throws, so that the job comes again with
 * backoff; the last one, or a refusal for good, leaves the message failed with a reason (rule D6).
 */
export function createSender({
  adapters,
  channels,
  conversations,
}: SenderPorts): JobHandlers['channel-send'] {
  return async ({ entryId, conversationId }, { isLast }) => {
    const message = await channels.readOutgoing(entryId);
    if (message === null) {
      const reason = { code: 'delivery.no-address', params: {} };
      await conversations.markDelivery(entryId, { state: 'failed', reason });
      return;
    }
    if (message.delivery?.state !== 'queued') return;
    // The customer reads in the order in which it was said: the message before this one wakes it.
    if (!(await conversations.isNextToSend({ conversationId, channelId: message.channel.id, entryId })))
      return;
    const outcome = await adapters[message.channel.kind].send(message);
    if (outcome.state === 'again' && !isLast)
      throw new Error(`The channel did not take the message: ${outcome.reason.code}`);
    const delivery =
      outcome.state === 'sent'
        ? { state: 'sent' as const }
        : { state: 'failed' as const, reason: outcome.reason };
    await conversations.markDelivery(entryId, delivery);
  };
}
