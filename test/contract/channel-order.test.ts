import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChannelId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId } from '../support/clients.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

let backend: TestBackend;
let partner: WebhookPartner;
let channel: { url: string; id: ChannelId; secret: string };

beforeAll(async () => {
  let secret = '';
  partner = await startWebhookPartner(() => secret);
  backend = await startBackend({
    async prepare({ channels }) {
      const name = { zh: '小程序', en: 'Mini program' };
      const made = await channels.addWebhook({ name, outboundUrl: partner.address });
      secret = made.secret;
      channel = { url: '', ...made };
    },
  });
  channel.url = backend.url;
});
afterAll(async () => {
  await backend.stop();
  await partner.close();
});

describe('a channel that is slow or fails', () => {
  it('D6 D13 is given each message once, in the order in which they were said', async () => {
    const lin = await backend.agent('lin');
    const event = { type: 'message', eventId: 'e-1', from: { id: 'u-1', name: '阿明' }, text: '转人工' };
    await partner.send(channel, event);
    await backend.idle();
    const { conversations } = await lin.ask('workspace:sync', { cursor: null });
    const conversationId = conversations[0]?.id ?? expect.fail('nobody waits');
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    partner.answerNext(503, 200, 503, 503);
    const texts = Array.from({ length: 12 }, (_, index) => `第 ${index + 1} 句`);
    for (const text of texts) {
      await lin.ask('message:send', { clientId: clientId(), conversationId, text, seenSeq: null });
    }
    const said = async () => {
      const { page } = await lin.ask('conversation:open', { conversationId, limit: 200 });
      return page.entries.filter(({ author, body }) => author.kind !== 'customer' && body.type === 'message');
    };
    await vi.waitFor(
      async () => {
        const states = (await said()).map(({ body }) =>
          body.type === 'message' ? body.delivery?.state : null,
        );
        expect(new Set(states)).toEqual(new Set(['sent']));
      },
      { timeout: 30_000, interval: 200 },
    );
    expect(partner.received.map(({ id }) => id)).toEqual((await said()).map(({ id }) => id));
    lin.close();
  });
});
