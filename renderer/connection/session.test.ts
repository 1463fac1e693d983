import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProtocolError } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { anAgent } from '../../test/support/builders/conversation.ts';
import { setLink, useLinkStore } from '../stores/link-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { type Answer, listenForShedding, request } from './commands/request.ts';
import { endSession, startSession, tryAgain } from './session.ts';
import { type LineListener, liveSocket, openLine } from './socket.ts';

vi.mock('./commands/request.ts', () => ({ request: vi.fn(), listenForShedding: vi.fn() }));
vi.mock('./socket.ts', () => ({
  openLine: vi.fn(),
  closeLine: vi.fn(),
  liveSocket: vi.fn(),
  pauseLine: vi.fn(),
}));

const asked = vi.mocked(request);
const me = { ...anAgent('林晓'), login: 'lin' };
const link = () => useLinkStore.getState().status;
const refused = (code: string, more: Partial<ProtocolError> = {}): Answer<never> => ({
  ok: false,
  error: { code: code as 'overloaded', ...more },
});

/** What the server answers; anything else is refused as passing. */
let answers: Record<string, Answer<unknown>>;
let line: LineListener;
/** What takes the server's events, by their names. */
const hear = new Map<string, (event: unknown) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  answers = {
    'session:read': {
      ok: true,
      data: {
        me,
        shop: { name: { zh: '店', en: 'Shop' }, pageUrl: null },
        channels: [],
        abilities: {},
        serverTime: new Date().toISOString(),
      },
    },
    'workspace:sync': {
      ok: true,
      data: { cursor: '1', isFull: true, hasMore: false, conversations: [], removed: [], agents: [] },
    },
  };
  asked.mockImplementation(async (name) => (answers[name] ?? refused('not-found')) as never);
  vi.mocked(openLine).mockImplementation((_server, listener) => {
    line = listener;
    return { on: (name: string, take: (event: unknown) => void) => hear.set(name, take) } as never;
  });
  vi.mocked(liveSocket).mockReturnValue({} as never);
  startSession(null);
});
afterEach(() => {
  endSession('signed-out');
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('how the console stands to the server', () => {
  it('D17 F8 is offline as soon as the line is, and catching up from its return until all is read', async () => {
    line.onUp();
    await settle();
    expect(link()).toBe('online');
    line.onDown('lost');
    expect(link()).toBe('offline');
    line.onUp();
    expect(link()).toBe('catching-up');
    await settle();
    expect(link()).toBe('online');
  });

  it('D16 knows that other servers are heard late until it is told otherwise, or has another line', async () => {
    const isLate = () => useLinkStore.getState().isLate;
    line.onUp();
    await settle();
    hear.get('nodes:changed')?.({ isLate: true });
    expect([link(), isLate()]).toEqual(['online', true]);
    hear.get('nodes:changed')?.({ isLate: false });
    expect(isLate()).toBe(false);
    hear.get('nodes:changed')?.({ isLate: true });
    line.onDown('lost');
    line.onUp();
    await settle();
    expect([link(), isLate()]).toEqual(['online', false]);
  });

  it('D17 D8 is busy while the server sheds what is read, and tries again no earlier than it was asked to', async () => {
    answers['workspace:sync'] = refused('overloaded', { retryAfterMs: 5000 });
    line.onUp();
    await settle();
    expect(link()).toBe('busy');
    const before = asked.mock.calls.length;
    await vi.advanceTimersByTimeAsync(4900);
    expect(asked.mock.calls.length).toBe(before);
    answers['workspace:sync'] = {
      ok: true,
      data: { cursor: '2', isFull: true, hasMore: false, conversations: [], removed: [], agents: [] },
    };
    await vi.advanceTimersByTimeAsync(2700);
    expect(link()).toBe('online');
  });

  it('D8 D4 reads a large workspace page by page, then what changed meanwhile, and goes on from there', async () => {
    const empty = { conversations: [], removed: [], agents: [] };
    const pages = new Map([
      [null, { ...empty, cursor: 'second', isFull: true, hasMore: true }],
      ['second', { ...empty, cursor: 'meanwhile', isFull: true, hasMore: true }],
      ['meanwhile', { ...empty, cursor: 'end', isFull: false, hasMore: false }],
      ['end', { ...empty, cursor: 'end', isFull: false, hasMore: false }],
    ]);
    const cursors: (string | null)[] = [];
    asked.mockImplementation(async (name, input) => {
      if (name !== 'workspace:sync') return (answers[name] ?? refused('not-found')) as never;
      const { cursor } = input as { cursor: string | null };
      cursors.push(cursor);
      return { ok: true, data: pages.get(cursor) } as never;
    });
    line.onUp();
    await settle();
    expect(link()).toBe('online');
    expect(cursors).toEqual([null, 'second', 'meanwhile']);
    line.onDown('lost');
    line.onUp();
    await settle();
    expect(cursors.at(-1)).toBe('end');
  });

  it('D17 F9 is busy when anything is shed in the middle of work, and online again once the workspace can be read', async () => {
    line.onUp();
    await settle();
    vi.mocked(listenForShedding).mock.lastCall?.[0](1000);
    expect(link()).toBe('busy');
    await vi.advanceTimersByTimeAsync(1600);
    expect(link()).toBe('online');
  });

  it('says that a server cannot say who is signed in, goes on trying, and tries at once when asked', async () => {
    answers['session:read'] = refused('unreadable');
    line.onUp();
    await settle();
    expect(link()).toBe('unreadable');
    expect(useSessionStore.getState().phase).not.toBe('signed-in');
    answers['session:read'] = refused('internal');
    await vi.advanceTimersByTimeAsync(6000);
    expect(link()).toBe('unreadable');
    answers['session:read'] = {
      ok: true,
      data: {
        me,
        shop: { name: { zh: '店', en: 'Shop' }, pageUrl: null },
        channels: [],
        abilities: {},
        serverTime: new Date().toISOString(),
      },
    };
    tryAgain();
    await settle();
    expect(link()).toBe('online');
    expect(useSessionStore.getState().phase).toBe('signed-in');
  });

  it('keeps since when there has been trouble, whatever its name meanwhile', async () => {
    line.onUp();
    await settle();
    line.onDown('lost');
    const { sinceMs } = useLinkStore.getState();
    await vi.advanceTimersByTimeAsync(60_000);
    setLink('busy');
    expect(useLinkStore.getState().sinceMs).toBe(sinceMs);
  });

  it('D20 knows which side has to be updated, and is online again when both speak one version', async () => {
    const mismatch = (serverProtocol?: number): ProtocolError => ({
      code: 'version-mismatch',
      message: 'another version',
      ...(serverProtocol === undefined ? {} : { details: { serverProtocol } }),
    });
    for (const [error, status] of [
      [mismatch(PROTOCOL_VERSION + 1), 'outdated'],
      [mismatch(), 'outdated'],
      [mismatch(PROTOCOL_VERSION - 1), 'ahead'],
    ] as const) {
      line.onPutOff(error);
      expect(link()).toBe(status);
    }
    line.onUp();
    await settle();
    expect(link()).toBe('online');
  });

  it('signs out when the session has ended meanwhile, and says why', async () => {
    line.onUp();
    await settle();
    line.onRefused();
    expect(useSessionStore.getState()).toMatchObject({ phase: 'signed-out', endedBecause: 'expired' });
    expect(link()).toBe('connecting');
  });
});
