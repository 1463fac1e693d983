import { useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';

/** Everything that a key can do. The frame's key map gives each its keys; features say what is possible now and do it. */
export const actionNames = [
  'help.show',
  'search.open',
  'undelivered.show',
  'knowledge.show',
  'queue.focus',
  'queue.next',
  'mine.next',
  'conversation.take',
  'conversation.decline',
  'conversation.close',
  'conversation.return',
  'conversation.transfer',
  'conversation.release',
  'composer.focus',
  'composer.note',
  'composer.suggested',
  'composer.draft',
  'message.edit',
  'message.recall',
  'goods.search',
  'order.send',
  'card.send-1',
  'card.send-2',
  'card.send-3',
  'card.send-4',
  'card.send-5',
  'card.send-6',
] as const;
/** The name of something that a key can do. */
export type ActionName = (typeof actionNames)[number];

type ActionState = { handlers: ReadonlyMap<ActionName, () => void> };

/** What can be done now. */
const useActionStore = create<ActionState>()(() => ({ handlers: new Map() }));

/**
 * Makes an action possible while the caller is on screen, from the very drawing that shows it: a key pressed at once is not lost. `null` while it
 * is not. The latest caller wins.
 */
export function useAction(name: ActionName, handler: (() => void) | null): void {
  const latest = useRef(handler);
  latest.current = handler;
  const isPossible = handler !== null;
  useLayoutEffect(() => {
    if (!isPossible) return;
    const run = (): void => latest.current?.();
    useActionStore.setState(({ handlers }) => ({ handlers: new Map(handlers).set(name, run) }));
    return () => {
      useActionStore.setState(({ handlers }) => {
        if (handlers.get(name) !== run) return { handlers };
        const left = new Map(handlers);
        left.delete(name);
        return { handlers: left };
      });
    };
  }, [name, isPossible]);
}

/** Does the action if it is possible now; tells whether it was. */
export function runAction(name: ActionName): boolean {
  const handler = useActionStore.getState().handlers.get(name);
  handler?.();
  return handler !== undefined;
}
