import type { Result } from '#shared/protocol/errors';
import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import type { Line } from './line.ts';

/** What the views need of an entry, staff's or a customer's. */
export type SeenEntry = { id: string; seq: number };

/** What one client shows of one conversation: grows by what fits, asks for what is missing (rule D4). */
export type View = {
  last(): number;
  /** Events and answers alike. */
  take(entries: readonly SeenEntry[]): void;
  /** Reads everything after the last one shown. Resolves when there is no more. */
  catchUp(): Promise<void>;
};

export type ViewOptions = { client: number; conversationId: string; line: Line; recorder: Recorder };

/** An empty view. */
export function createView({ client, conversationId, line, recorder }: ViewOptions): View {
  const conversation = numberOf(conversationId);
  let last = 0;
  let reading: Promise<void> | null = null;
  let isStale = false;

  /** False on a gap. */
  function show(entries: readonly SeenEntry[]): boolean {
    for (const { id, seq } of entries) {
      if (seq <= last) continue;
      if (seq > last + 1) return false;
      last = seq;
      recorder.tell({ type: 'shown', client, conversation, seq, mark: numberOf(id) });
    }
    return true;
  }

  async function read(): Promise<void> {
    do {
      isStale = false;
      for (let hasMore = true; hasMore; ) {
        const answer = (await line.ask('entry:list', { conversationId, after: last, limit: 200 })) as Result<{
          entries: SeenEntry[];
          hasMore: boolean;
        }>;
        // Who may no longer read it asks again when they have it again.
        if (!answer.ok) return;
        show(answer.data.entries);
        hasMore = answer.data.hasMore && answer.data.entries.length > 0;
      }
    } while (isStale);
  }

  function catchUp(): Promise<void> {
    isStale = true;
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    last: () => last,
    take(entries) {
      if (!show(entries)) catchUp().catch(ignore);
    },
    catchUp,
  };
}

/** The line was closed meanwhile. */
function ignore(): void {
  return;
}
