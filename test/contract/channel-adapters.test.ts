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

const adapters: [ChannelAdapter['kind'], () => ChannelAdapter][] = [
  ['web', () => createWebAdapter('web')],
  ['app', () => createWebAdapter('app')],
  ['webhook', () => createWebhookAdapter({ publicUrl: () => 'https://shop.example', clock: systemClock })],
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
    },
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
    expect(await adapter.send(outgoing(kind, content, partner.address))).toEqual({ state: 'sent' });
  });

  it('never rejects, wherever the message goes', async () => {
    for (const address of [null, 'http://127.0.0.1:1/', 'not an address']) {
      const outcome = await adapter.send(outgoing(kind, product, address));
      expect(['sent', 'failed', 'again']).toContain(outcome.state);
      if (outcome.state !== 'sent') expect(outcome.reason.code).toMatch(/^delivery\./);
    }
  });
});

describe('the webhook channel', () => {
  it('T9 carries a card as data and as words, with addresses that lead home from anywhere', async () => {
    const adapter = createWebhookAdapter({ publicUrl: () => 'https://shop.example', clock: systemClock });
    await adapter.send(outgoing('webhook', product, partner.address));
    expect(partner.received.at(-1)).toMatchObject({
      text: '羊毛衫 · 中号 · ¥259.00\nhttps://shop.example/shop/?product=P-1',
      card: {
        buyUrl: 'https://shop.example/shop/?product=P-1',
        pictureUrl: 'https://shop.example/pictures/P-1-M.svg',
      },
    });
  });

  it.each([
    [500, 'again'],
    [503, 'again'],
    [429, 'again'],
    [400, 'failed'],
    [404, 'failed'],
    [302, 'failed'],
  ])('an answer of %i means %s', async (status, state) => {
    const adapter = createWebhookAdapter({ publicUrl: () => 'https://shop.example', clock: systemClock });
    partner.answerNext(status);
    expect((await adapter.send(outgoing('webhook', product, partner.address))).state).toBe(state);
  });
});
