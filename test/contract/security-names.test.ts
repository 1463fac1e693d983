import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { connectCustomer, openSession, Refused } from '../support/clients.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** Rules I1 and T4, case C2: what the shop and the channels say of a person, when somebody hostile made them say it. */

let backend: TestBackend;
let partner: WebhookPartner;
beforeAll(async () => {
  backend = await startBackend();
  partner = await startWebhookPartner(() => backend.seeded.webhook.secret);
});
afterAll(async () => {
  await partner.close();
  await backend.stop();
});

/** A token signed with the right secret, whatever it says. */
async function tokenOf(claims: Record<string, unknown>): Promise<string> {
  const secret = await backend.services.settings.read('identity-secret');
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('baton')
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret));
}

describe('I1 identity tokens that are signed and yet no good', () => {
  it.each([
    ['a NUL in the id', { sub: 'c-1\0' }],
    ['half a character in the id', { sub: 'c-1\ud83d' }],
    ['a NUL in the name', { sub: 'c-1', name: 'a\0b' }],
    ['half a character in the name', { sub: 'c-1', name: 'a\udc00' }],
  ])('T3 %s is refused without a reason', async (_how, claims) => {
    const refusal = await openSession(backend.url, { identityToken: await tokenOf(claims) }).catch(
      (error: unknown) => (error instanceof Refused ? error.error : error),
    );
    expect(refusal).toMatchObject({ code: 'bad-signature', field: 'identityToken' });
  });
});

describe('C2 names that would read as something else', () => {
  const trick = 'Bob \u202e)ecivres\u2066\n(';

  it('T4 from the shop lose what turns and breaks the line', async () => {
    const token = await openSession(backend.url, {
      identityToken: await tokenOf({ sub: 'c-2', name: trick }),
    });
    const customer = await connectCustomer(backend.url, token);
    expect((await customer.ask('session:read', {})).name).toBe('Bob )ecivres (');
    customer.close();
  });

  it('T4 from a channel as well, in the row and in the log', async () => {
    const lead = await backend.agent('wang');
    const event = {
      type: 'message',
      eventId: crypto.randomUUID(),
      from: { id: 'w-1', name: trick },
      text: '你好',
    };
    await partner.send({ url: backend.url, ...backend.seeded.webhook }, event);
    const { conversations } = await lead.ask('workspace:sync', { cursor: null });
    const row = conversations.find(({ channelId }) => channelId === backend.seeded.webhook.id);
    expect(row?.customer.name).toBe('Bob )ecivres (');
    const { page } = await lead.ask('conversation:open', {
      conversationId: row?.id ?? expect.fail('no row'),
    });
    expect(page.entries[0]?.author).toMatchObject({ kind: 'customer', name: 'Bob )ecivres (' });
    lead.close();
  });

  it('T4 made of nothing else are none: the customer is called a guest', async () => {
    const lead = await backend.agent('wang');
    const from = { id: 'w-2', name: '\u202e\u2066' };
    await partner.send(
      { url: backend.url, ...backend.seeded.webhook },
      { type: 'message', eventId: crypto.randomUUID(), from, text: '你好' },
    );
    const { conversations } = await lead.ask('workspace:sync', { cursor: null });
    expect(conversations.map(({ customer }) => customer.name)).toContainEqual(
      expect.stringMatching(/^(访客|Guest) \d+$/),
    );
    lead.close();
  });
});
