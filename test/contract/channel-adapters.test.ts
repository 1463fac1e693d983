import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelLimitsSchema } from '#shared/domain/channel';
import { type Content, contentSchema } from '#shared/domain/entry';
import type { AgentId, ChannelId, EntryId } from '#shared/domain/ids';
import type { ChannelAdapter } from '../../backend/channels/channel-adapter.ts';
import { createWebAdapter } from '../../backend/channels/web/web-adapter.ts';
import { createWebhookAdapter } from '../../backend/channels/webhook/webhook-adapter.ts';
import type { OutgoingMessage } from '../../backend/modules/channels/index.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** What every channel must do; a new kind of channel is added to `adapters` and passes. */

const secret = 's'.repeat(43);
let partner: WebhookPartner;
beforeAll(async () => {
  partner = await startWebhookPartner(() => secret);
});
afterAll(() => partner.close());

function createWebhook(): ChannelAdapter {
  return createWebhookAdapter({
    publicUrl: () => 'https://shop.example',
    clock: systemClock,
    answerMs: 2000,
  });
}

/** Hands a message over under the key that the sender would give. */
function send(adapter: ChannelAdapter, message: OutgoingMessage) {
  return adapter.send(message, message.entryId);
}

const adapters: [ChannelAdapter['kind'], () => ChannelAdapter][] = [
  ['web', () => createWebAdapter('web')],
  ['app', () => createWebAdapter('app')],
  ['webhook', createWebhook],
];

const product: Content = contentSchema.parse({
  type: 'card',
  card: {
    type: 'product',
    productId: 'P-1',
    sku: 'P-1-M',
    title: { zh: '羊毛衫', en: 'Wool jumper' },
    variant: { zh: '中号', en: 'Medium' },
    priceFen: 25_900,
    stock: 3,
    pictureUrl: '/pictures/P-1-M.svg',
    buyUrl: '/shop/?product=P-1',
  },
});
const contents: [string, Content][] = [
  ['a text', { type: 'text', text: '您好 👋\n第二行' }],
  ['a text with choices', { type: 'text', text: '选一个', choices: [{ text: '退货' }, { text: '换货' }] }],
  ['the longest text', { type: 'text', text: '长'.repeat(4000) }],
  ['a card', product],
  ['a notice', { type: 'notice', notice: { code: 'joined', params: {} }, text: '小雨已加入' }],
];

function outgoing(
  kind: ChannelAdapter['kind'],
  content: Content,
  outboundUrl: string | null,
): OutgoingMessage {
  return {
    entryId: crypto.randomUUID() as EntryId,
    channel: {
      id: crypto.randomUUID() as ChannelId,
      kind,
      name: { zh: '测试', en: 'Test' },
      secret,
      outboundUrl,
      revises: false,
    },
    revises: null,
    to: 'customer-1',
    author: { kind: 'agent', agentId: crypto.randomUUID() as AgentId, name: { zh: '小雨', en: 'Xiaoyu' } },
    content,
    language: 'zh',
    delivery: { state: 'queued' },
    at: new Date(),
  };
}

describe.each(adapters)('the %s channel', (kind, create) => {
  const adapter = create();

  it('says what it is and what it can carry', () => {
    expect(adapter.kind).toBe(kind);
    expect(channelLimitsSchema.parse(adapter.limits)).toEqual(adapter.limits);
  });

  it.each(contents)('takes %s', async (_what, content) => {
    expect(await send(adapter, outgoing(kind, content, partner.address))).toEqual({ state: 'sent' });
  });

  it('never rejects, wherever the message goes', async () => {
    for (const address of [null, 'http://127.0.0.1:1/', 'not an address']) {
      const outcome = await send(adapter, outgoing(kind, product, address));
      expect(['sent', 'failed', 'again', 'unknown']).toContain(outcome.state);
      if (outcome.state !== 'sent') expect(outcome.reason.code).toMatch(/^delivery\./);
    }
  });
});

describe('the webhook channel', () => {
  it('T9 carries a card as data and as words, with addresses that lead home from anywhere', async () => {
    const adapter = createWebhook();
    await send(adapter, outgoing('webhook', product, partner.address));
    expect(partner.received.at(-1)).toMatchObject({
      text: '羊毛衫 · 中号 · ¥259.00\nhttps://shop.example/shop/?product=P-1',
      card: {
        buyUrl: 'https://shop.example/shop/?product=P-1',
        pictureUrl: 'https://shop.example/pictures/P-1-M.svg',
      },
    });
  });

  it.each([
    [
      500,
      {},
      { state: 'unknown', concerns: 'message', reason: phrase('delivery.partner-error', { status: 500 }) },
    ],
    [503, {}, { state: 'again', concerns: 'channel', reason: phrase('delivery.busy') }],
    [
      429,
      { headers: { 'retry-after': '7' } },
      { state: 'again', concerns: 'channel', reason: phrase('delivery.busy'), retryAfterMs: 7000 },
    ],
    [400, {}, { state: 'failed', reason: phrase('delivery.refused', { status: 400 }) }],
    [403, {}, { state: 'failed', reason: phrase('delivery.not-allowed') }],
    [404, {}, { state: 'failed', reason: phrase('delivery.address-gone') }],
    [302, {}, { state: 'failed', reason: phrase('delivery.refused', { status: 302 }) }],
    [
      422,
      { body: '{"reason":" The customer has blocked the shop "}' },
      {
        state: 'failed',
        reason: phrase('delivery.refused-because', { reason: 'The customer has blocked the shop' }),
      },
    ],
    [422, { body: '<html>' }, { state: 'failed', reason: phrase('delivery.refused', { status: 422 }) }],
    [200, { body: '\u0000 not what anybody expects' }, { state: 'sent' }],
  ])('D14 an answer of %i %j is understood', async (status, more, outcome) => {
    partner.answerNext({ status, ...more });
    expect(await send(createWebhook(), outgoing('webhook', product, partner.address))).toEqual(outcome);
  });

  it('D14 a refusal’s words are quoted up to a bound, and endless ones not at all', async () => {
    const refusal = async (reason: string) => {
      partner.answerNext({ status: 422, body: JSON.stringify({ reason }) });
      return await send(createWebhook(), outgoing('webhook', product, partner.address));
    };
    expect(await refusal('x'.repeat(300))).toMatchObject({ reason: { params: { reason: 'x'.repeat(200) } } });
    expect(await refusal('x'.repeat(2_000_000))).toMatchObject({ reason: { code: 'delivery.refused' } });
  });

  it.each([
    ['hang', { state: 'unknown', concerns: 'channel', reason: phrase('delivery.no-answer') }],
    ['cut', { state: 'unknown', concerns: 'message', reason: phrase('delivery.line-cut') }],
    ['garbage', { state: 'unknown', concerns: 'message', reason: phrase('delivery.line-cut') }],
  ] as const)('D14 a receiver that does not answer (%s) may have taken it', async (how, outcome) => {
    partner.answerNext(how);
    expect(await send(createWebhook(), outgoing('webhook', product, partner.address))).toEqual(outcome);
  });

  it('D14 what never left surely did not arrive, and concerns the whole channel', async () => {
    const gone = await startWebhookPartner(() => secret);
    await gone.close();
    const outcome = await send(createWebhook(), outgoing('webhook', product, gone.address));
    expect(outcome).toEqual({ state: 'again', concerns: 'channel', reason: phrase('delivery.unreachable') });
  });

  it('D14 gives the receiver the key of the effect, the same on every attempt', async () => {
    const message = outgoing('webhook', product, partner.address);
    partner.answerNext('cut');
    await send(createWebhook(), message);
    await send(createWebhook(), message);
    expect(partner.attempts.slice(-2).map(({ key }) => key)).toEqual([message.entryId, message.entryId]);
    expect(partner.received.filter(({ id }) => id === message.entryId)).toHaveLength(1);
  });
});

function phrase(code: string, params = {}) {
  return { code, params };
}
