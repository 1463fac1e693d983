import { IDEMPOTENCY_HEADER, SIGNATURE_HEADER } from '#shared/protocol/webhook';
import type { OutgoingMessage } from '../../modules/channels/index.ts';
import type { SendOutcome } from '../../modules/delivery/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { ChannelAdapter } from '../channel-adapter.ts';
import { outboundEventOf } from './outbound-event.ts';
import { outcomeOf, say } from './refusal.ts';
import { sign } from './signature.ts';

export type WebhookAdapterPorts = {
  /** The address under which the shop's pages and pictures are reached. */
  publicUrl: () => string;
  clock: Clock;
  /** How long an answer is waited for. */
  answerMs: number;
};

/** What went wrong before anything left: the message surely did not arrive. All else may have. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The generic webhook: each message is posted, signed, to the address of its channel. */
export function createWebhookAdapter(ports: WebhookAdapterPorts): ChannelAdapter {
  return {
    kind: 'webhook',
    // What each webhook takes back is set up with it.
    limits: { textMax: 2000, cards: 'data', typing: false, receipts: true, revises: false },
    takesKey: true,
    send: (message, key) => post(ports, message, key),
  };
}

async function post(
  { publicUrl, clock, answerMs }: WebhookAdapterPorts,
  message: OutgoingMessage,
  key: string,
): Promise<SendOutcome> {
  const { secret, outboundUrl } = message.channel;
  if (secret === null || outboundUrl === null || !URL.canParse(outboundUrl))
    return { state: 'failed', reason: say('delivery.no-address') };
  const body = Buffer.from(JSON.stringify(outboundEventOf(message, publicUrl())));
  try {
    const answer = await fetch(outboundUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: sign(body, secret, clock.now()),
        [IDEMPOTENCY_HEADER]: key,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    });
    return await outcomeOf(answer, clock.now());
  } catch (error) {
    return lineFailure(error);
  }
}

function lineFailure(error: unknown): SendOutcome {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { state: 'unknown', reason: say('delivery.no-answer'), concerns: 'channel' };
  const cause = error instanceof Error ? error.cause : null;
  // An address that no browser and no fetch will ever call.
  if (cause instanceof Error && cause.message === 'bad port')
    return { state: 'failed', reason: say('delivery.no-address') };
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (NEVER_LEFT.has(code))
    return { state: 'again', reason: say('delivery.unreachable'), concerns: 'channel' };
  return { state: 'unknown', reason: say('delivery.line-cut'), concerns: 'message' };
}
