import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Call, calls, facts } from '#shared/desktop/contract';
import { answerCalls, type CallHandlers, tellFact } from './calls.ts';

type Frame = { url: string; parent: object | null } | null;
const home: Frame = { url: 'app://baton/index.html', parent: null };

/** The calls answered by handlers that note what they were asked. */
function answering(changed: Partial<Record<Call, (request: never) => unknown>> = {}) {
  const asked: [Call, unknown][] = [];
  const listeners = new Map<string, (event: object, payload: unknown) => Promise<unknown>>();
  const handlers = Object.fromEntries(
    (Object.keys(calls) as Call[]).map((name) => [
      name,
      (request: never) => {
        asked.push([name, request]);
        return changed[name]?.(request);
      },
    ]),
  );
  answerCalls(
    { handle: (channel, listener) => void listeners.set(channel, listener as never) },
    handlers as unknown as CallHandlers,
  );
  const ask = async (name: string, payload: unknown, senderFrame: Frame = home): Promise<unknown> =>
    listeners.get(name)?.({ senderFrame }, payload);
  return { asked, ask, channels: [...listeners.keys()] };
}

describe('answering the calls of the console', () => {
  it('has one channel for each contract and no other', () => {
    expect(answering().channels).toEqual(Object.keys(calls));
    expectTypeOf<keyof CallHandlers>().toEqualTypeOf<keyof typeof calls>();
  });

  it.each([
    ['no frame', null],
    ['another origin', { url: 'https://shop.example/', parent: null }],
    ['an origin that begins alike', { url: 'app://baton.evil/index.html', parent: null }],
    ['a file', { url: 'file:///app/index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame in the console', { url: 'app://baton/index.html', parent: {} }],
  ] satisfies [string, Frame][])('case D6: refuses every call from %s', async (_name, frame) => {
    const { ask, asked, channels } = answering();
    for (const channel of channels) {
      await expect(ask(channel, undefined, frame)).rejects.toThrow(`${channel}: not for this page`);
    }
    expect(asked).toEqual([]);
  });

  it('case D6: names the field that does not fit, and never its value', async () => {
    const { ask, asked } = answering();
    const secret = { name: 'session-token', value: 'x'.repeat(9_000) };
    await expect(ask('secret:keep', secret)).rejects.toThrow(/^secret:keep: value too_big$/);
    await expect(ask('badge:set', { count: 'many' })).rejects.toThrow('badge:set: count invalid_type');
    await expect(ask('badge:set', { count: 1, more: true })).rejects.toThrow(
      'badge:set: payload unrecognized_keys',
    );
    await expect(ask('shell:about', {})).rejects.toThrow('shell:about: payload invalid_type');
    expect(asked).toEqual([]);
  });

  it('case D6: a payload can not reach into prototypes or run code while it is read', async () => {
    const { ask, asked } = answering();
    let hasRun = false;
    const trap = Object.defineProperty({}, 'count', {
      enumerable: true,
      get: () => {
        hasRun = true;
        return 'not a number';
      },
    });
    await expect(ask('badge:set', trap)).rejects.toThrow('badge:set: count');
    await expect(ask('badge:set', JSON.parse('{"__proto__":{"count":3}}'))).rejects.toThrow('badge:set:');
    expect(({} as { count?: number }).count).toBeUndefined();
    expect(asked).toEqual([]);
    // Structured cloning has read the getter before any shell sees it; here it ran once, and its value was refused.
    expect(hasRun).toBe(true);
  });

  it('refuses an answer that does not fit its contract, rather than hand it on', async () => {
    const { ask } = answering({
      'shell:about': () => ({ version: '1', serverAddress: null, path: '/home/me' }),
    });
    await expect(ask('shell:about', undefined)).rejects.toThrow();
    const { ask: askWell } = answering({ 'shell:about': () => ({ version: '1', serverAddress: null }) });
    expect(await askWell('shell:about', undefined)).toEqual({ version: '1', serverAddress: null });
  });

  it('tells facts that fit their contract', () => {
    const sent: unknown[] = [];
    const contents = {
      send: (...args: unknown[]) => void sent.push(args),
      on: (() => undefined) as never,
      reload: () => undefined,
      setWindowOpenHandler: () => undefined,
    };
    tellFact(contents, 'idle:changed', 'locked');
    expect(sent).toEqual([['idle:changed', 'locked']]);
    expect(() => tellFact(contents, 'idle:changed', 'asleep' as never)).toThrow();
    expect(Object.keys(facts)).toEqual(['link:followed', 'idle:changed']);
  });

  it('compiles no channel without a contract and no contract without a handler', () => {
    // @ts-expect-error a channel that has no contract
    const stranger: Call = 'file:read';
    // @ts-expect-error handlers for some of the contracts only
    const incomplete: CallHandlers = { 'shell:about': () => ({ version: '1', serverAddress: null }) };
    expect([stranger, Object.keys(incomplete)]).toEqual(['file:read', ['shell:about']]);
  });
});
