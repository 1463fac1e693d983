import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';

/** What answers to steps show of a conversation; null where there was none. */
export type Row = { conversation: { id: string; seq: number } | null };

/** Writes down that the client was told, just now, all that happened in the conversation up to there. */
export function tellLearned(recorder: Recorder, client: number, { conversation }: Row): void {
  if (conversation === null) return;
  const { id, seq } = conversation;
  recorder.tell({ type: 'learned', client, conversation: numberOf(id), seq, at: Date.now() });
}
