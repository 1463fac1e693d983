import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProtocolError } from '#shared/protocol/errors';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { openSession } from '../support/clients.ts';
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

describe('T3 bad bodies over HTTP', () => {
  type Case = [
    how: string,
    method: string,
    path: string,
    body: unknown,
    status: number,
    error: Partial<ProtocolError>,
  ];
  const cases: Case[] = [
    [
      'malformed JSON',
      'POST',
      '/api/agent/session',
      raw('{"login":'),
      400,
      { code: 'invalid-input', field: 'body' },
    ],
    [
      'a poisoned prototype',
      'POST',
      '/api/agent/session',
      raw('{"__proto__":{"a":1}}'),
      400,
      { code: 'invalid-input', field: 'body' },
    ],
    [
      'no password',
      'POST',
      '/api/agent/session',
      { login: 'lin', client: 'web' },
      400,
      { code: 'invalid-input', field: 'password' },
    ],
    [
      'null for a password',
      'POST',
      '/api/agent/session',
      { login: 'lin', password: null, client: 'web' },
      400,
      { code: 'invalid-input', field: 'password' },
    ],
    [
      'a list for a password',
      'POST',
      '/api/agent/session',
      { login: 'lin', password: ['x'], client: 'web' },
      400,
      { code: 'invalid-input', field: 'password' },
    ],
    [
      'an object for a password',
      'POST',
      '/api/agent/session',
      { login: 'lin', password: { $gt: '' }, client: 'web' },
      400,
      { code: 'invalid-input', field: 'password' },
    ],
    [
      'a wrong password',
      'POST',
      '/api/agent/session',
      { login: 'chen', password: 'x', client: 'web' },
      401,
      { code: 'unauthenticated' },
    ],
    [
      'an unknown login',
      'POST',
      '/api/agent/session',
      { login: 'nobody', password: 'x', client: 'web' },
      401,
      { code: 'unauthenticated' },
    ],
    [
      'an unknown client',
      'POST',
      '/api/agent/session',
      { login: 'lin', password: 'x', client: 'fax' },
      400,
      { code: 'invalid-input', field: 'client' },
    ],
    [
      'too large',
      'POST',
      '/api/agent/session',
      { login: 'x'.repeat(100_000) },
      413,
      { code: 'too-large', field: 'body' },
    ],
    [
      'a form',
      'POST',
      '/api/agent/session',
      raw('login=lin', 'application/x-www-form-urlencoded'),
      400,
      { code: 'invalid-input', field: 'body' },
    ],
    ['nobody signed in', 'DELETE', '/api/agent/session', undefined, 401, { code: 'unauthenticated' }],
    [
      'an unknown channel',
      'POST',
      '/api/customer/session',
      { channel: 'fax' },
      400,
      { code: 'invalid-input', field: 'channel' },
    ],
    [
      'an identity that does not hold',
      'POST',
      '/api/customer/session',
      { identityToken: 'a.b.c' },
      401,
      { code: 'bad-signature', field: 'identityToken' },
    ],
    [
      'malformed JSON',
      'POST',
      '/api/customer/session',
      raw('{'),
      400,
      { code: 'invalid-input', field: 'body' },
    ],
    ['no token', 'POST', '/api/customer/session/read', {}, 401, { code: 'unauthenticated' }],
    [
      'no such webhook',
      'POST',
      '/channels/webhook/nothing',
      {},
      404,
      { code: 'not-found', field: 'channelId' },
    ],
    ['no such picture', 'GET', '/pictures/none.svg', undefined, 404, { code: 'not-found' }],
    ['no such address', 'GET', '/api/none', undefined, 404, { code: 'not-found' }],
    [
      'a path out of the house',
      'GET',
      '/widget/..%2f..%2fpackage.json',
      undefined,
      404,
      { code: 'not-found' },
    ],
  ];
  it.each(cases)('%s: %s %s', async (...[, method, path, body, status, error]) => {
    await unchanged(async () => {
      const answer = await sendRaw(backend.url, { method, path, body });
      expect(answer.error).toMatchObject(error);
      expect(answer.status).toBe(status);
    });
  });

  it('an unknown request of a signed-in customer', async () => {
    const token = await openSession(backend.url);
    const answer = await sendRaw(backend.url, {
      method: 'POST',
      path: '/api/customer/session/steal',
      body: {},
      token,
    });
    expect(answer).toMatchObject({ status: 404, error: { code: 'not-found' } });
  });
});
