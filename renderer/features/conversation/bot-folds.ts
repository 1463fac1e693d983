import type { Entry } from '#shared/domain/entry';

/** A stretch of the log, by the places of its first and last entry, with the number of its messages. */
export type Fold = { from: number; to: number; count: number };

/** The customer's last words before a person came stay in sight; so many of them. */
const KEPT_CUSTOMER_LINES = 2;
const SMALLEST_FOLD = 3;

/**
 * The bot's stretches, each to be folded to one line: from its first message to just before the customer's last words in it. A stretch that
 * is still going on is not folded, because somebody is watching it.
 */
export function botFolds(entries: readonly Entry[], isLive: boolean): Fold[] {
  const folds: Fold[] = [];
  let stretch: number[] = [];
  let isBot = beginsWithBot(entries);
  const finish = (): void => {
    const fold = foldOf(entries, stretch);
    if (fold) folds.push(fold);
    stretch = [];
  };
  for (const [index, { body }] of entries.entries()) {
    if (body.type === 'handoff-requested' || body.type === 'assigned' || body.type === 'closed') {
      if (isBot) finish();
      isBot = false;
    } else if (body.type === 'returned-to-bot') isBot = true;
    else if (isBot && body.type === 'message') stretch.push(index);
  }
  if (isBot && !isLive) finish();
  return folds;
}

/** Whether the bot has the word where the log, as far as it was read, begins: a page may begin in the middle of an agent's stretch. */
function beginsWithBot(entries: readonly Entry[]): boolean {
  if (entries[0]?.seq === 1) return true;
  const turn = entries.find(
    ({ body }) => body.type === 'handoff-requested' || body.type === 'returned-to-bot',
  );
  if (turn) return turn.body.type === 'handoff-requested';
  return (
    entries.some(({ author }) => author.kind === 'bot') &&
    !entries.some(({ author }) => author.kind === 'agent')
  );
}

function foldOf(entries: readonly Entry[], stretch: readonly number[]): Fold | null {
  const spoken = stretch.filter((index) => entries[index]?.author.kind === 'customer');
  const firstKept = spoken.at(-KEPT_CUSTOMER_LINES) ?? Number.POSITIVE_INFINITY;
  const folded = stretch.filter((index) => index < firstKept);
  const [from] = folded;
  const to = folded.at(-1);
  if (from === undefined || to === undefined || folded.length < SMALLEST_FOLD) return null;
  return { from, to, count: folded.length };
}

/** The name under which a fold is opened. */
export function foldKey(entries: readonly Entry[], fold: Fold): string {
  return `fold-${entries[fold.from]?.id}`;
}
