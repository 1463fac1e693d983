import { type ChannelId, channelIdSchema, type EntryId } from '#shared/domain/ids';
import {
  type IdentityRefusal,
  type InboundEvent,
  identityRefusalSchema,
  inboundEventSchema,
  type ReceivedEvent,
} from '#shared/protocol/webhook';
import type { ChannelService, WebhookChannel } from '../../modules/channels/index.ts';
import type { ConversationService } from '../../modules/conversations/index.ts';
import type { CustomerService, MergeService } from '../../modules/customers/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import { parseInput } from '../../runtime/parse-input.ts';
import { plainName } from '../../runtime/plain-name.ts';
import { isSigned } from './signature.ts';

export type WebhookReceiverPorts = {
  channels: Pick<ChannelService, 'findWebhook' | 'readOutgoing'>;
  conversations: Pick<ConversationService, 'receiveMessage' | 'receiveRecall' | 'setMessageReceipt'>;
  customers: Pick<CustomerService, 'resolveIdentity'>;
  merges: Pick<MergeService, 'linkIdentity'>;
  /** Told of a token that was not believed: a partner that signs wrongly, or somebody who tries. */
  onRefusedIdentity: (reason: IdentityRefusal, channelId: ChannelId) => void;
  clock: Clock;
};

/** An event as it came in: nothing of it is trusted but what the signature covers. */
export type InboundDelivery = { channelId: string; body: Buffer; signature: string | undefined };

/**
 * Takes one event of a webhook (rule T6): signature over the raw bytes, then form, then effect. Resolves after the commit. An event that came
 * before has no second effect and the same answer. Throws `not-found`, `bad-signature` or `invalid-input` with nothing changed.
 */
export type WebhookReceiver = (delivery: InboundDelivery) => Promise<ReceivedEvent>;

/** The receiving half of the webhook channel. */
export function createWebhookReceiver(ports: WebhookReceiverPorts): WebhookReceiver {
  return async ({ channelId, body, signature }) => {
    const id = channelIdSchema.safeParse(channelId);
    const channel = id.success ? await ports.channels.findWebhook(id.data) : null;
    if (channel === null) throw new Fault('not-found', 'There is no such webhook', { field: 'channelId' });
    if (!isSigned(body, signature, { secret: channel.secret, now: ports.clock.now() })) {
      throw new Fault('bad-signature', 'The signature does not hold for these bytes at this time');
    }
    return await take(ports, channel, parseInput(inboundEventSchema, readJson(body)));
  };
}

function take(
  ports: WebhookReceiverPorts,
  channel: WebhookChannel,
  event: InboundEvent,
): Promise<ReceivedEvent> {
  switch (event.type) {
    case 'message':
      return takeMessage(ports, channel, event);
    case 'receipt':
      return takeReceipt(ports, channel, event);
    case 'recall':
      return takeRecall(ports, channel, event);
  }
}

async function takeMessage(
  ports: WebhookReceiverPorts,
  channel: WebhookChannel,
  event: Extract<InboundEvent, { type: 'message' }>,
): Promise<ReceivedEvent> {
  const name = plainName(event.from.name);
  const language = event.language === undefined ? {} : { language: event.language };
  const identity = await ports.customers.resolveIdentity({
    type: 'channel',
    channelId: channel.id,
    value: event.from.id,
    // The channel vouches that the same id is the same person there, not for who that is.
    isVerified: false,
    ...(name === undefined ? {} : { name }),
    ...language,
  });
  const named = await nameSender(ports, identity.id, event.identityToken);
  if (named.reason) ports.onRefusedIdentity(named.reason, channel.id);
  const { entry } = await ports.conversations.receiveMessage({
    identityId: identity.id,
    channelId: channel.id,
    customerName: name,
    text: event.text,
    eventId: event.eventId,
    ...language,
  });
  return { messageId: entry.id, ...named };
}

/** Believes the token, or says why not; what is wrong with it is never a reason to lose the message. */
async function nameSender(
  { merges }: WebhookReceiverPorts,
  identityId: string,
  token: string | undefined,
): Promise<Pick<ReceivedEvent, 'identity' | 'reason'>> {
  if (token === undefined) return { identity: 'none' };
  try {
    await merges.linkIdentity(identityId, token);
    return { identity: 'linked' };
  } catch (error) {
    const reason = error instanceof Fault ? identityRefusalSchema.safeParse(error.error.code) : null;
    if (!reason?.success) throw error;
    return { identity: 'refused', reason: reason.data };
  }
}

/** A receipt counts only from the person and the channel that the message went to. */
async function takeReceipt(
  { channels, conversations }: WebhookReceiverPorts,
  channel: WebhookChannel,
  { messageId, from, state }: Extract<InboundEvent, { type: 'receipt' }>,
): Promise<ReceivedEvent> {
  const message = await channels.readOutgoing(messageId as EntryId);
  if (message === null || message.channel.id !== channel.id || message.to !== from.id) {
    throw new Fault('not-found', 'There is no such message', { field: 'messageId' });
  }
  await conversations.setMessageReceipt({ channelId: channel.id, entryId: message.entryId, state });
  return { messageId: null, identity: 'none' };
}

/** The window is the channel's own: what is gone there must not stay here. */
async function takeRecall(
  { conversations }: WebhookReceiverPorts,
  channel: WebhookChannel,
  { eventId, from, revokes }: Extract<InboundEvent, { type: 'recall' }>,
): Promise<ReceivedEvent> {
  const recall = { channelId: channel.id, eventId, revokes, sender: from.id };
  return { messageId: await conversations.receiveRecall(recall), identity: 'none' };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Fault('invalid-input', 'The body is not JSON in UTF-8', { field: 'body' });
  }
}
