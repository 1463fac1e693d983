import type { DropReason } from '#shared/domain/model-draft';
import { type LanguageModel, ModelError, type ModelRequest } from './ports.ts';

/** How long a model may be silent, and how long it may take in all, in milliseconds. */
export type Patience = { stallMs: number; totalMs: number };

/** A model at work: its words so far, and how it ended. */
export type Composition = {
  /** Ends it; the first reason given stands. */
  drop(reason: DropReason): void;
  /** Resolves when the model has ended, with the reason when it was before its time. Never rejects. */
  done: Promise<{ raw: string; reason: DropReason | null }>;
};

/** More than a reply can hold: a model that goes on and on is stopped here, in UTF-16 units. */
const RAW_MAX = 8000;

/** Lets a model write. `onWords` hears all that it has written so far after each piece. */
export function compose(
  model: LanguageModel,
  request: ModelRequest,
  { patience, onWords }: { patience: Patience; onWords: (raw: string) => void },
): Composition {
  const abort = new AbortController();
  let reason: DropReason | null = null;

  function drop(why: DropReason): void {
    reason ??= why;
    abort.abort();
  }

  async function run(): Promise<{ raw: string; reason: DropReason | null }> {
    let raw = '';
    const deadline = setTimeout(drop, patience.totalMs, 'unavailable');
    let stall = setTimeout(drop, patience.stallMs, 'unavailable');
    try {
      for await (const piece of model.stream(request, abort.signal)) {
        if (abort.signal.aborted) break;
        clearTimeout(stall);
        stall = setTimeout(drop, patience.stallMs, 'unavailable');
        raw += piece;
        onWords(raw);
        if (raw.length > RAW_MAX) break;
      }
    } catch (error) {
      reason ??= error instanceof ModelError ? error.failure : 'unavailable';
    } finally {
      clearTimeout(deadline);
      clearTimeout(stall);
    }
    return { raw, reason };
  }

  return { drop, done: run() };
}
