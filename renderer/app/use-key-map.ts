import { useEffect } from 'react';
import { runAction } from '../stores/action-store.ts';
import { actionOf } from './key-map.ts';

/** Does what a key stands for, wherever the focus is. Dialogs, menus and lists of choices keep their keys to themselves. */
export function useKeyMap(): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('[role="dialog"],[role="menu"],[role="listbox"]')) return;
      const action = actionOf(event, isTextField(target));
      if (action !== null && !event.repeat && runAction(action)) event.preventDefault();
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, []);
}

function isTextField(target: HTMLElement | null): boolean {
  if (target === null) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, input:not([type="checkbox"], [type="radio"]), select')
  );
}
