/** What of a keyboard event decides whether Enter sends. */
type EnterStroke = {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

/**
 * Whether this stroke sends. Shift+Enter is a new line, Alt+Enter another action. While an input method composes, Enter belongs to it:
 * `isComposing` says so, and where a browser reports the end of composition too early the key code is 229.
 */
export function isSendStroke({ key, shiftKey, altKey, ctrlKey, isComposing, keyCode }: EnterStroke): boolean {
  return key === 'Enter' && !shiftKey && !altKey && !ctrlKey && !isComposing && keyCode !== 229;
}
