import { type ActionName, actionNames } from '../stores/action-store.ts';

/** The parts of the table that `?` shows. */
export type KeyGroup = 'queue' | 'conversation' | 'composer' | 'cards' | 'everywhere';

type KeyRow = {
  group: KeyGroup;
  /** A single key acts outside text fields; the same with Alt acts everywhere. */
  key?: string;
  /** Combinations that act everywhere. */
  also?: readonly string[];
};

/** The one table of keys. Every action has a row; the compiler says when one is missing. */
export const keyMap: Record<ActionName, KeyRow> = {
  'help.show': { group: 'everywhere', key: '?' },
  'search.open': { group: 'everywhere', key: '/', also: ['Mod+K'] },
  'undelivered.show': { group: 'everywhere', key: 'M' },
  'knowledge.show': { group: 'everywhere', key: 'K' },
  'queue.focus': { group: 'queue', key: 'Q' },
  'queue.next': { group: 'queue', key: 'G' },
  'mine.next': { group: 'queue', key: 'U' },
  'conversation.take': { group: 'conversation', key: 'A' },
  'conversation.decline': { group: 'conversation', key: 'X' },
  'conversation.close': { group: 'conversation', key: 'E' },
  'conversation.return': { group: 'conversation', key: 'B' },
  'conversation.transfer': { group: 'conversation', key: 'T' },
  'conversation.release': { group: 'conversation', key: 'P' },
  'composer.focus': { group: 'composer', key: 'R' },
  'composer.note': { group: 'composer', key: 'N' },
  'composer.suggested': { group: 'composer', also: ['Alt+Enter'] },
  'composer.draft': { group: 'composer', key: 'D' },
  'message.edit': { group: 'composer', key: 'C' },
  'message.recall': { group: 'composer', key: 'Z' },
  'goods.search': { group: 'cards', key: 'S' },
  'order.send': { group: 'cards', key: 'O' },
  'card.send-1': { group: 'cards', key: '1' },
  'card.send-2': { group: 'cards', key: '2' },
  'card.send-3': { group: 'cards', key: '3' },
  'card.send-4': { group: 'cards', key: '4' },
  'card.send-5': { group: 'cards', key: '5' },
  'card.send-6': { group: 'cards', key: '6' },
};

/** What of a keyboard event the map needs. */
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** All combinations of an action, single keys first. */
export function keysOf(action: ActionName): readonly string[] {
  const { key, also = [] } = keyMap[action];
  return [...(key ? [key, `Alt+${key}`] : []), ...also];
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/**
 * The action that a stroke stands for, or null. `isInText`: the caret is in a text field, where single keys are letters. What an input
 * method composes (`isComposing`, or key code 229, which some send instead) is never ours.
 */
export function actionOf(stroke: KeyStroke, isInText: boolean): ActionName | null {
  if (stroke.isComposing || stroke.keyCode === 229) return null;
  const combination = combinationOf(stroke);
  if (combination === null) return null;
  const isSingle = !combination.includes('+');
  if (isSingle && isInText) return null;
  return actionNames.find((action) => keysOf(action).includes(combination)) ?? null;
}

function combinationOf(stroke: KeyStroke): string | null {
  const { altKey, ctrlKey, metaKey } = stroke;
  // Ctrl and Alt together are AltGr on many keyboards: a letter, not a command.
  if (altKey && (ctrlKey || metaKey)) return null;
  const key = keyName(stroke);
  if (altKey) return `Alt+${key}`;
  const isMod = isApple ? metaKey : ctrlKey;
  if (isMod) return `Mod+${key}`;
  return ctrlKey || metaKey ? null : key;
}

/** With Alt some systems write other characters: then the key's place tells which it is. */
function keyName({ key, code, altKey, shiftKey }: KeyStroke): string {
  if (!altKey) return key.length === 1 ? key.toUpperCase() : key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  const named = place?.[1] ?? place?.[2];
  return named ?? (key.length === 1 ? key.toUpperCase() : key);
}
