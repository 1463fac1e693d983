import { isDeepStrictEqual } from 'node:util';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import { revisedEntry } from '#shared/domain/revision';
import type { Result } from '#shared/protocol/errors';
import { type Line, openLine } from '../clients/line.ts';

/** A console that keeps what it hears, as the real one does: rows of the workspace, and the logs that it has read. */
export type Desk = {
  line: Line;
  /** Begins with nothing. */
  clear(): void;
  /** Reads everything since the last time (rule D4). */
  catchUp(): Promise<void>;
  /** How what is kept differs from a fresh read; `null` when in nothing. */
  difference(): Promise<string | null>;
};

type Workspace = {
  cursor: string;
  isFull: boolean;
  conversations: ConversationSummary[];
  removed: { id: string }[];
  hasMore?: boolean;
};

/** Catching up goes through several pages, a fresh read need not. */
const SHORT_PAGE = 7;
const LONG_PAGE = 200;

/** Opens a console. */
export function openDesk(port: number, token: string): Desk {
  const rows = new Map<string, ConversationSummary>();
  const logs = new Map<string, Entry[]>();
  /** Where something was revised: what a record of a handoff quotes of it was changed in its place. */
  const stale = new Set<string>();
  let cursor: string | null = null;
  const line = openLine({ namespace: '/agent', port, token, onUp: nothing, onEvent: hear });

  function hear(name: string, event: unknown): void {
    if (name === 'workspace:changed') take(event as Workspace);
    if (name !== 'entry:appended') return;
    const { conversationId, entries } = event as { conversationId: string; entries: Entry[] };
    const log = logs.get(conversationId);
    if (log) grow(conversationId, log, entries);
  }

  /** What fits is taken, and what it revises says what it says now; over a gap nothing is, it will be asked for. */
  function grow(conversationId: string, log: Entry[], entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.seq !== (log.at(-1)?.seq ?? 0) + 1) continue;
      const { body } = entry;
      if (body.type === 'revised') {
        for (const [index, one] of log.entries()) log[index] = revisedEntry(one, body);
        stale.add(conversationId);
      }
      log.push(entry);
    }
  }

  async function readRecords(conversationId: string, log: Entry[]): Promise<boolean> {
    for (const [index, { body, seq }] of log.entries()) {
      if (body.type !== 'handoff-requested') continue;
      const answer = (await line.ask('entry:list', { conversationId, before: seq + 1, limit: 1 })) as Result<{
        entries: Entry[];
      }>;
      if (!answer.ok) return false;
      const [entry] = answer.data.entries;
      if (entry) log[index] = entry;
    }
    stale.delete(conversationId);
    return true;
  }

  function take({ conversations, removed }: Pick<Workspace, 'conversations' | 'removed'>): void {
    for (const row of conversations) {
      const kept = rows.get(row.id);
      if (kept === undefined || row.version > kept.version) rows.set(row.id, row);
    }
    for (const { id } of removed) {
      rows.delete(id);
      logs.delete(id);
    }
  }

  async function read(conversationId: string, log: Entry[]): Promise<boolean> {
    const isRead = await page(
      conversationId,
      { limit: SHORT_PAGE, after: () => log.at(-1)?.seq ?? 0 },
      (entries) => grow(conversationId, log, entries),
    );
    return isRead && (!stale.has(conversationId) || (await readRecords(conversationId, log)));
  }

  /** As it is, without a memory of what it was. */
  async function readFresh(conversationId: string): Promise<Entry[]> {
    const log: Entry[] = [];
    const after = () => log.at(-1)?.seq ?? 0;
    await page(conversationId, { limit: LONG_PAGE, after }, (entries) => void log.push(...entries));
    return log;
  }

  async function page(
    conversationId: string,
    { limit, after }: { limit: number; after: () => number },
    takePage: (entries: readonly Entry[]) => void,
  ): Promise<boolean> {
    for (;;) {
      const input = { conversationId, after: after(), limit };
      const answer = (await line.ask('entry:list', input)) as Result<{ entries: Entry[]; hasMore: boolean }>;
      if (!answer.ok) return false;
      takePage(answer.data.entries);
      if (!answer.data.hasMore) return true;
    }
  }

  /** A large answer comes in pages. */
  async function sync(from: string | null): Promise<Workspace> {
    const all: Workspace = { cursor: from ?? '', isFull: false, conversations: [], removed: [] };
    for (let at = from; ; at = all.cursor) {
      const answer = (await line.ask('workspace:sync', { cursor: at })) as Result<Workspace>;
      if (!answer.ok) throw new Error(`workspace:sync was refused: ${answer.error.code}`);
      const { cursor: next, isFull, conversations, removed, hasMore = false } = answer.data;
      all.cursor = next;
      all.isFull ||= isFull;
      all.conversations.push(...conversations);
      all.removed.push(...removed);
      if (!hasMore) return all;
    }
  }

  return {
    line,
    clear() {
      rows.clear();
      logs.clear();
      stale.clear();
      cursor = null;
    },
    async catchUp() {
      const workspace = await sync(cursor);
      if (workspace.isFull) rows.clear();
      take(workspace);
      ({ cursor } = workspace);
      for (const id of rows.keys()) {
        const log = logs.get(id) ?? [];
        logs.set(id, log);
        if (!(await read(id, log))) logs.delete(id);
      }
    },
    async difference() {
      const fresh = await sync(null);
      const kept = [...rows.values()].toSorted(byId);
      const now = fresh.conversations.toSorted(byId);
      if (!isDeepStrictEqual(kept, now))
        return `rows ${JSON.stringify(kept)} instead of ${JSON.stringify(now)}`;
      for (const { id } of now) {
        const [held, log] = [logs.get(id), await readFresh(id)];
        if (!isDeepStrictEqual(held, log))
          return `log ${JSON.stringify(held)} instead of ${JSON.stringify(log)}`;
      }
      return null;
    },
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function nothing(): void {
  return;
}
