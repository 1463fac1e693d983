import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatStore } from './chat-store.ts';
import { createHolding } from './holding.ts';
import type { Line } from './line.ts';
import { ProtocolFailure } from './session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ask = vi.fn();
const shop = { name: { zh: '店', en: 'Shop' }, greeting: { zh: '你好', en: 'Hello' } };
const busy = new ProtocolFailure({ code: 'overloaded', message: 'later', retryAfterMs: 4000 });

function open(onRenewed = vi.fn()) {
  const store = createChatStore('zh');
  const line = { ask, use: vi.fn(), mention: vi.fn() } as unknown as Line;
  return {
    store,
    holding: createHolding({
      store,
      line,
      onRenewed,
      introduce: async () => undefined,
      onEntries: vi.fn(),
    }),
  };
}

describe('catching up', () => {
  it('D17 D8 of a server that has no time is tried again on the same line, not before it asked for, and says so meanwhile', async () => {
    ask.mockReset();
    ask
      .mockRejectedValueOnce(busy)
      .mockImplementation(async (name: string) =>
        name === 'session:read'
          ? { customerId: 'c', shop, name: null, conversation: null }
          : { conversations: [] },
      );
    const { store, holding } = open();
    await holding.sync();
    expect(store.getState().link).toBe('busy');
    await vi.advanceTimersByTimeAsync(3900);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2200);
    expect(store.getState().link).toBe('online');
  });

  it('D4 that failed without a reason is tried again too', async () => {
    ask.mockReset();
    ask
      .mockRejectedValueOnce(new Error('no answer in time'))
      .mockImplementation(async (name: string) =>
        name === 'session:read'
          ? { customerId: 'c', shop, name: null, conversation: null }
          : { conversations: [] },
      );
    const { store, holding } = open();
    await holding.sync();
    expect(store.getState().link).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(2100);
    expect(store.getState().link).toBe('online');
  });

  it('T12 a new token that comes with what is read is kept, and none is kept where none came', async () => {
    const onRenewed = vi.fn();
    let token: string | null = 'the next token';
    ask
      .mockReset()
      .mockImplementation(async (name: string) =>
        name === 'session:read'
          ? { customerId: 'c-1', shop, name: null, conversation: null, token }
          : { conversations: [], entries: [], hasMore: false },
      );
    const { holding } = open(onRenewed);
    await holding.sync();
    token = null;
    await holding.sync();
    expect(onRenewed.mock.calls).toEqual([['the next token']]);
  });
});
