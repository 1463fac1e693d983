/**
 * Characters that a reader can't see but a model reads, or that turn text around: tags (U+E0000 …), zero-width ones, bidirectional controls.
 * They carry instructions past the eyes of people, so they are neither given to a model nor taken from it. The joiner inside emoji stays.
 */
const UNSEEN = /[\u{E0000}-\u{E007F}\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu;

/** The text without what can't be seen, and without control characters but line breaks and tabs. */
export function onlyReadable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(UNSEEN, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, '');
}
