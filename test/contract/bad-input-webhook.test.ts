import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../backend/channels/webhook/signature.ts';
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
    ['a wrong identity', { ...event(), from: { id: 'u-2' }, identityToken: 'x' }, 'identityToken'],
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
