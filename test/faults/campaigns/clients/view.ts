import type { Content } from '#shared/domain/entry';
import type { Result } from '#shared/protocol/errors';
import { FIRST_WORDS, numberOf, type Words } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

/** What the views need of an entry, staff's (with a body) or a customer's. */
export type SeenEntry = { id: string; seq: number } & (
  | { body: { type: string; content?: Content; entryId?: string } }
  | { content: Content; revises?: string }
);

/** What one client shows of one conversation: grows by what fits, asks for what is missing (rule D4); what is revised is shown as it is now (rule D19). */
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
  const places = new Map<number, number>();
  let last = 0;
  let reading: Promise<void> | null = null;
  let isStale = false;

  /** False on a gap. */
  function show(entries: readonly SeenEntry[]): boolean {
    for (const entry of entries) {
      const { id, seq } = entry;
      if (seq <= last) continue;
      if (seq > last + 1) return false;
      last = seq;
      const mark = numberOf(id);
      const { words, revises } = saidBy(entry);
      if (revises !== undefined) {
        recorder.tell({ type: 'shown', client, conversation, seq, mark, words: FIRST_WORDS });
        const place = places.get(numberOf(revises));
        if (place !== undefined) recorder.tell({ type: 'reads', client, conversation, seq: place, words });
        continue;
      }
      places.set(mark, seq);
      recorder.tell({ type: 'shown', client, conversation, seq, mark, words });
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

function saidBy(entry: SeenEntry): { words: Words; revises?: string | undefined } {
  if (!('body' in entry)) return { words: wordsOf(entry.content), revises: entry.revises };
  const { type, content, entryId } = entry.body;
  const words = content ? wordsOf(content) : FIRST_WORDS;
  return type === 'revised' ? { words, revises: entryId } : { words };
}

/** The line was closed meanwhile. */
function ignore(): void {
  return;
}
