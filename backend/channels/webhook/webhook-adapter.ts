import { SIGNATURE_HEADER } from '#shared/protocol/webhook';
import type { OutgoingMessage } from '../../modules/channels/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { ChannelAdapter, SendOutcome } from '../channel-adapter.ts';
import { outboundEventOf } from './outbound-event.ts';
import { sign } from './signature.ts';

export type WebhookAdapterPorts = {
  /** The address under which the shop's pages and pictures are reached. */
  publicUrl: () => string;
  clock: Clock;
};

const TIMEOUT_MS = 5000;
/** The receiver is busy or failing: it may take the message later. All other refusals are for good. */
const WORTH_REPEATING = new Set([408, 425, 429]);

/** The generic webhook: each message is posted, signed, to the address of its channel. */
export function createWebhookAdapter(ports: WebhookAdapterPorts): ChannelAdapter {
  return {
    kind: 'webhook',
    limits: { textMax: 2000, cards: 'data', typing: false, receipts: true },
    send: (message) => post(ports, message),
  };
}

async function post(
  { publicUrl, clock }: WebhookAdapterPorts,
  message: OutgoingMessage,
): Promise<SendOutcome> {
  const { secret, outboundUrl } = message.channel;
  if (secret === null || outboundUrl === null)
    return { state: 'failed', reason: phrase('delivery.no-address') };
  const body = Buffer.from(JSON.stringify(outboundEventOf(message, publicUrl())));
  try {
    const answer = await fetch(outboundUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(body, secret, clock.now()) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status);
  } catch {
    return { state: 'again', reason: phrase('delivery.unreachable') };
  }
}

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { state: 'sent' };
  const isPassing = status >= 500 || WORTH_REPEATING.has(status);
  return isPassing
    ? { state: 'again', reason: phrase('delivery.unreachable') }
    : { state: 'failed', reason: { code: 'delivery.refused', params: { status } } };
}

function phrase(code: string) {
  return { code, params: {} };
}
