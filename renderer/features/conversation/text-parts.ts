/** A stretch of a text: plain, or an address. `at` is where it begins. */
export type TextPart = { at: number; text: string; isLink: boolean };

const address = /(?:https?:\/\/|www\.)[^\s<>"'“”‘’（）【】《》，。；！？、]+/gi;

/** Cuts a text into plain stretches and web addresses. Nothing is lost or changed: the parts joined are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    // A full stop or bracket at the end belongs to the sentence.
    const link = match[0].replace(/[.,;:!?)\]}]+$/, '');
    if (link.length < 5) continue;
    if (match.index > end) parts.push({ at: end, text: text.slice(end, match.index), isLink: false });
    parts.push({ at: match.index, text: link, isLink: true });
    end = match.index + link.length;
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end), isLink: false });
  return parts;
}
