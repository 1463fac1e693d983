import type { CannedReply } from '#shared/protocol/agent-requests';

/** The words after a slash at the start of the line with the caret, and where they stand; null when there is none. */
export type SlashQuery = { query: string; from: number; to: number };

/** Reads what is being looked for from the text and the caret. */
export function slashQuery(text: string, caret: number): SlashQuery | null {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  if (!line.startsWith('/') || line.length > 40 || line.startsWith('//')) return null;
  return { query: line.slice(1).trim().toLowerCase(), from: lineStart, to: caret };
}

/** Replies that fit: by their shortcut first, then by title, then by what they say. In both languages, whichever is typed. */
export function matchingReplies(replies: readonly CannedReply[], query: string): CannedReply[] {
  if (query === '') return replies.slice(0, 8);
  const grade = (reply: CannedReply): number => {
    const holds = (text: { zh: string; en: string }): boolean =>
      text.zh.toLowerCase().includes(query) || text.en.toLowerCase().includes(query);
    if (reply.shortcut.toLowerCase().startsWith(query)) return 0;
    if (holds(reply.title)) return 1;
    return holds(reply.text) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: grade(reply) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ reply }) => reply);
}
