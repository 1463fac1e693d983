import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ClientId } from '#shared/domain/ids';
import { ConfigError, readConfig } from './config.ts';
import { createFactBus } from './facts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createLog } from './log.ts';
import { createShutdown } from './shutdown.ts';

describe('the configuration', () => {
  it('has a default for everything, and takes an empty variable for none', () => {
    const config = readConfig({}, { PORT: '', BATON_HOST: '' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4600,
      databaseUrl: null,
      publicUrl: null,
      leaseMs: 60_000,
      botIdleMs: 86_400_000,
    });
  });

  it('lets the command line speak louder than the environment', () => {
    const config = readConfig({ port: '0', data: '/x' }, { PORT: '9999', BATON_DATA: '/y' });
    expect(config).toMatchObject({ port: 0, dataFolder: '/x' });
  });

  it('takes durations in their documented units, and a public address without its last slash', () => {
    const environment = {
      BATON_SESSION_HOURS: '1',
      BATON_LEASE_SECONDS: '0.5',
      BATON_PUBLIC_URL: 'https://a.example/',
    };
    const config = readConfig({}, environment);
    expect(config).toMatchObject({ sessionMs: 3_600_000, leaseMs: 500, publicUrl: 'https://a.example' });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://x'],
    ['BATON_PUBLIC_URL', 'ftp://x'],
    ['BATON_LOG_LEVEL', 'loud'],
    ['BATON_TRUSTED_PROXIES', '-1'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({}, { [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({}, { [name]: value })).toThrow(name);
  });
});

describe('T7 the log', () => {
  function logged(...entry: [object, string]): string {
    const written: string[] = [];
    createLog('info', { write: (line: string) => void written.push(line) }).error(...entry);
    return written.join('');
  }

  it('blanks what could be customers’ text or a secret, wherever it hangs', () => {
    const secret = 'my address is 1 Canary Street';
    for (const name of [
      'text',
      'password',
      'token',
      'identityToken',
      'secret',
      'phone',
      'cookie',
      'url',
      'comment',
    ]) {
      for (const entry of [{ [name]: secret }, { a: { [name]: secret } }, { a: { b: { [name]: secret } } }]) {
        expect(logged(entry, 'said')).not.toContain('Canary');
      }
    }
  });

  it('keeps of a database’s error no more than its code and the place, because its message can quote a row', () => {
    const error = Object.assign(new Error('Key (value)=(Canary) exists'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'identities_pkey',
      detail: 'Key (value)=(Canary) already exists.',
    });
    const line = logged({ error }, 'failed');
    expect(line).not.toContain('Canary');
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: 'failed',
      error: { code: '23505', constraint: 'identities_pkey' },
    });
  });

  it('keeps of other errors type, message, place and cause', () => {
    const line = JSON.parse(
      logged({ error: new Error('outer', { cause: new TypeError('inner') }) }, 'failed'),
    );
    expect(line.error).toMatchObject({
      type: 'Error',
      message: 'outer',
      cause: { type: 'TypeError', message: 'inner' },
    });
    expect(line.error.place[0]).toContain('runtime.test.ts');
  });
});

describe('D1 the fingerprint of a command', () => {
  const content = fc.dictionary(fc.string(), fc.jsonValue());
  it('is the same in any order of fields, whatever the client id', () => {
    fc.assert(
      fc.property(content, fc.uuid(), fc.uuid(), (fields, a, b) => {
        const turned = Object.fromEntries(Object.entries(fields).toReversed());
        const one = fingerprintOf('note:add', { ...fields, clientId: a as ClientId });
        expect(fingerprintOf('note:add', { ...turned, clientId: b as ClientId }).equals(one)).toBe(true);
      }),
    );
  });

  it('differs with the name and with any part of the content', () => {
    const of = (name: string, input: object) => fingerprintOf(name, input).toString('hex');
    const all = [
      of('a', { x: 1 }),
      of('b', { x: 1 }),
      of('a', { x: '1' }),
      of('a', { x: [1] }),
      of('a', { x: { y: 1 } }),
      of('a', { x: { y: 1, z: null } }),
      of('a', { x: 1, y: 1 }),
      of('a', {}),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('facts', () => {
  it('reach every listener though another throws, and none that has left', () => {
    const onError = vi.fn();
    const bus = createFactBus(onError);
    const heard: string[] = [];
    bus.subscribe(() => {
      throw new Error('deaf');
    });
    const leave = bus.subscribe((fact) => void heard.push(fact.type));
    bus.publish({ type: 'session-ended', sessionId: 'x', reason: 'expired' });
    leave();
    bus.publish({ type: 'session-ended', sessionId: 'x', reason: 'expired' });
    expect(heard).toEqual(['session-ended']);
    expect(onError).toHaveBeenCalledTimes(2);
  });
});

describe('stopping', () => {
  it('goes backwards, once, past what fails and what hangs', async () => {
    const failures: string[] = [];
    const stopped: string[] = [];
    const shutdown = createShutdown((step) => failures.push(step));
    shutdown.add({ name: 'database', run: () => void stopped.push('database') });
    shutdown.add({ name: 'hangs', run: () => new Promise(() => undefined), limitMs: 20 });
    shutdown.add({ name: 'fails', run: () => Promise.reject(new Error('no')) });
    shutdown.add({ name: 'sockets', run: () => void stopped.push('sockets') });
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(stopped).toEqual(['sockets', 'database']);
    expect(failures).toEqual(['fails', 'hangs']);
  });
});
