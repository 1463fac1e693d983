import { useEffect, useState } from 'preact/hooks';
import type { CustomerEntry } from '#shared/domain/entry';
import { REVISION_MS } from '#shared/domain/revision';
import type { Texts } from '../texts.ts';
import { useChat } from './use-chat.ts';
import type { View } from './view.ts';

type RecallProps = { entry: CustomerEntry; view: View };

/**
 * Takes a message back, beside it, while that can be done. It takes no room of its own, so that nothing moves when it goes; under the pointer or
 * the focus it stays until that has gone.
 */
export function RecallButton({ entry, view: { chat, t } }: RecallProps) {
  const isInTime = useIsInTime(
    entry,
    useChat(chat.store, (state) => state.clockOffsetMs),
  );
  const isUnderWay = useChat(chat.store, (state) => state.recalls.get(entry.id)?.refused === null);
  const [isHeld, setHeld] = useState(false);
  if (isUnderWay || !(isInTime || isHeld)) return null;
  const recall = (event: MouseEvent): void => {
    chat.recall(entry.id);
    // Whoever came by a key goes on by keys; a finger wants no keyboard on the screen.
    if (event.detail === 0) focusComposer();
  };
  return (
    <button
      type="button"
      class="recall"
      aria-label={t.recallOf(entry.content.type === 'text' ? entry.content.text : '')}
      onClick={recall}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {t.recall}
    </button>
  );
}

/** That a message is being taken back, or why it could not be. */
export function RecallState({ entry, view: { chat, t } }: RecallProps) {
  const recall = useChat(chat.store, (state) => state.recalls.get(entry.id));
  if (recall === undefined) return null;
  if (recall.refused === null) {
    return (
      <small class="state" role="status">
        {t.recalling}
      </small>
    );
  }
  return (
    <small class="state failed" role="alert">
      {t.recallRefused[recall.refused as keyof Texts['recallRefused']] ?? t.recallRefused.other}
    </small>
  );
}

/** What stands where a message was taken back; whoever did it here may write it once more. */
export function Recalled({ entry, by, view: { chat, t } }: RecallProps & { by: string | null }) {
  const words = useChat(chat.store, (state) => state.recalledWords.get(entry.id));
  const writeAgain = (): void => {
    const { draft } = chat.store.getState();
    chat.write([draft, words].filter(Boolean).join('\n'));
    focusComposer();
  };
  return (
    <p class="recalled">
      {t.recalled(by)}
      {words === undefined ? null : (
        <button type="button" onClick={writeAgain}>
          {t.writeAgain}
        </button>
      )}
    </p>
  );
}

function focusComposer(): void {
  document.querySelector<HTMLElement>('.composer textarea')?.focus();
}

/** Whether it can still be taken back, by the server's clock as far as this device knows it. */
function useIsInTime({ at }: CustomerEntry, clockOffsetMs: number): boolean {
  const leftMs = Date.parse(at) + REVISION_MS - (Date.now() + clockOffsetMs);
  const [, setLooks] = useState(0);
  const isInTime = leftMs > 0;
  useEffect(() => {
    if (!isInTime) return undefined;
    const timer = setTimeout(() => setLooks((looks) => looks + 1), leftMs);
    return () => clearTimeout(timer);
  }, [isInTime, leftMs]);
  return isInTime;
}
