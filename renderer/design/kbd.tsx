import { createContext, type ReactNode, useContext } from 'react';

/** Gives the keys of an action, such as `['Alt+N']`; empty when it has none. The frame provides it from its key map. */
export type KeyLookup = (action: string) => readonly string[];

const KeyLookupContext = createContext<KeyLookup>(() => []);

/** Makes the keys of actions known to all hints below. */
export const KeyLookupProvider = KeyLookupContext.Provider;

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const glyphs: Record<string, string> = isApple
  ? { Alt: '⌥', Ctrl: '⌃', Mod: '⌘', Shift: '⇧', Enter: '↵', Escape: 'esc', ArrowUp: '↑' }
  : { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', ArrowUp: '↑' };

/** A combination such as `Alt+Enter` in the platform's own signs. */
export function keyGlyphs(combination: string): string {
  const parts = combination
    .split('+')
    .map((part) => glyphs[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isApple ? '' : ' ');
}

/** One combination of keys, drawn small where the hand is. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return (
    <kbd className="inline-block rounded-[4px] border border-current/28 px-[5px] py-[3px] font-sans text-11/none font-medium whitespace-nowrap">
      {keyGlyphs(keys)}
    </kbd>
  );
}

/** The first key of an action, if it has one. `modified` shows its form that also works while typing. */
export function KeyHint({ action, modified = false }: { action: string; modified?: boolean }): ReactNode {
  const keys = useContext(KeyLookupContext)(action);
  const shown = modified ? keys.find((key) => key.includes('+')) : keys[0];
  return shown ? <Kbd keys={shown} /> : null;
}
