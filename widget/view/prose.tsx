/** Web addresses; trailing punctuation of either language is not part of one. */
const ADDRESS =
  /https?:\/\/[^\s<>"'，。！？；：、（）【】《》]+[^\s<>"'，。！？；：、（）【】《》.,!?;:)\]]/g;

/** Text as text, with web addresses made into links that open apart from the shop (rule T4). */
export function Prose({ text }: { text: string }) {
  const parts: (string | { href: string })[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, match.index), { href: match[0] });
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return (
    <>
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={part.href} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.href}
          </a>
        ),
      )}
    </>
  );
}
