import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../backend/channels/webhook/signature.ts';
import { signIdentityToken } from '../../backend/modules/customers/index.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId } from '../support/clients.ts';
import { fingerprintDatabase } from '../support/database-fingerprint.ts';
import { raw, sendRaw } from '../support/raw-http.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend({ hasShop: true });
});
afterAll(() => backend.stop());

async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await fingerprintDatabase(backend.database);
  await work();
  expect(await fingerprintDatabase(backend.database)).toEqual(before);
}

describe('a webhook message whose identity token is worth nothing', () => {
  afterAll(() => backend.idle());
  const refusedSoFar = async () => {
    const figures = await (await fetch(`${backend.url}/metrics`)).text();
    return Number(/^baton_identity_refused_total\{reason="bad-signature"\} (\d+)$/m.exec(figures)?.[1] ?? 0);
  };
  const worthless: [string, unknown][] = [
    ['is no token', 'x'],
    ['is signed with another secret', 'other-secret'],
    ['is empty', ''],
    ['is longer than any token', 'x'.repeat(4001)],
    ['is not even a text', { sub: 'C1001' }],
    ['is null', null],
  ];
  it.each(worthless)(
    'I1 T6 is kept under its own sender, linked to nobody, and says so: %s',
    async (how, given) => {
      const { id, secret } = backend.seeded.webhook;
      const identityToken =
        given === 'other-secret'
          ? await signIdentityToken({ sub: 'C1001' }, 'y'.repeat(43), { now: () => new Date() })
          : given;
      const before = await refusedSoFar();
      const content = { type: 'message', eventId: how, from: { id: how }, text: '在吗', identityToken };
      const body = Buffer.from(JSON.stringify(content));
      const deliver = () =>
        sendRaw(backend.url, {
          method: 'POST',
          path: `/channels/webhook/${id}`,
          body: raw(body),
          headers: { 'baton-signature': sign(body, secret, new Date()) },
        });
      const answer = await deliver();
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toEqual({
        ok: true,
        data: { messageId: expect.any(String), identity: 'refused', reason: 'bad-signature' },
      });
      expect((await deliver()).text).toBe(answer.text);
      expect(await refusedSoFar()).toBe(before + 2);
      const sender = await backend.database.db
        .selectFrom('identities as own')
        .innerJoin('identities as all', 'all.customer_id', 'own.customer_id')
        .innerJoin('conversations as c', 'c.customer_id', 'own.customer_id')
        .select(['all.type', 'all.is_verified', 'c.first_line'])
        .where('own.value', '=', how)
        .execute();
      expect(sender).toEqual([{ type: 'channel', is_verified: false, first_line: '在吗' }]);
    },
  );
});

describe('T6 W1 webhooks that do not hold', () => {
  const event = () => ({ type: 'message', eventId: 'e-1', from: { id: 'u-1' }, text: '你好' });
  const now = () => new Date();
  type Case = [how: string, headers: (body: Buffer, secret: string) => Record<string, string | string[]>];
  const cases: Case[] = [
    ['no signature', () => ({})],
    ['an empty one', () => ({ 'baton-signature': '' })],
    ['a cut one', (body, secret) => ({ 'baton-signature': sign(body, secret, now()).slice(0, -1) })],
    ['of another secret', (body) => ({ 'baton-signature': sign(body, 'x'.repeat(43), now()) })],
    ['of an empty secret', (body) => ({ 'baton-signature': sign(body, '', now()) })],
    [
      'of other bytes',
      (body, secret) => ({ 'baton-signature': sign(Buffer.concat([body, Buffer.from(' ')]), secret, now()) }),
    ],
    [
      'six minutes old',
      (body, secret) => ({ 'baton-signature': sign(body, secret, new Date(Date.now() - 360_000)) }),
    ],
    [
      'six minutes early',
      (body, secret) => ({ 'baton-signature': sign(body, secret, new Date(Date.now() + 360_000)) }),
    ],
    [
      'given twice',
      (body, secret) => ({ 'baton-signature': [sign(body, secret, now()), sign(body, secret, now())] }),
    ],
    ['in capitals', (body, secret) => ({ 'baton-signature': sign(body, secret, now()).toUpperCase() })],
  ];
  it.each(cases)('%s', async (_how, headers) => {
    const { id, secret } = backend.seeded.webhook;
    const body = Buffer.from(JSON.stringify(event()));
    await unchanged(async () => {
      const answer = await sendRaw(backend.url, {
        method: 'POST',
        path: `/channels/webhook/${id}`,
        body: raw(body),
        headers: headers(body, secret),
      });
      expect(answer).toMatchObject({ status: 401, error: { code: 'bad-signature' } });
    });
  });

  const spoiled: [string, unknown, string | undefined][] = [
    ['no JSON', 'no json', 'body'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x7b]), 'body'],
    ['an unknown type', { ...event(), type: 'call' }, 'type'],
    ['no text', { ...event(), text: undefined }, 'text'],
    ['blanks for a text', { ...event(), text: '   ' }, 'text'],
    ['a NUL in the text', { ...event(), text: 'a\0b' }, 'text'],
    ['half a character in the name', { ...event(), from: { id: 'a', name: '\ud83d' } }, 'from.name'],
    ['too long a text', { ...event(), text: 'x'.repeat(4001) }, 'text'],
    ['no sender', { ...event(), from: {} }, 'from.id'],
    ['an unknown field', { ...event(), author: 'agent' }, 'author'],
    ['no event id', { ...event(), eventId: '' }, 'eventId'],
    [
      'a receipt for nothing',
      { type: 'receipt', eventId: 'r', from: { id: 'u-1' }, messageId: clientId(), state: 'read' },
      'messageId',
    ],
  ];
  it.each(spoiled)('signed, but %s', async (how, content, field) => {
    const { id, secret } = backend.seeded.webhook;
    const body = Buffer.isBuffer(content)
      ? content
      : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
    const deliver = async () => {
      const headers = { 'baton-signature': sign(body, secret, now()) };
      const answer = await sendRaw(backend.url, {
        method: 'POST',
        path: `/channels/webhook/${id}`,
        body: raw(body),
        headers,
      });
      expect(answer.status, how).toBeGreaterThanOrEqual(400);
      expect(answer.status, how).toBeLessThan(500);
      expect(answer.error.field, answer.error.message).toBe(field);
    };
    await unchanged(deliver);
  });
});
