import type { Fact, Standing } from '../runtime/facts.ts';

/** What nodes say to one another: a fact, or that what one of them published may not have arrived, or that it is there, or that it goes. */
export type Telegram = { fact: Fact } | { word: 'look-yourselves' | 'alive' | 'leaving' };

/** Known by its sender and its number, which come before the content, so that a copy is recognised without being read. */
export type Sealed = { sender: string; number: number; content: string };

/** Puts a telegram into the form in which it travels. */
export function seal(sender: string, number: number, telegram: Telegram): string {
  return `${sender} ${number}\n${JSON.stringify(telegram)}`;
}

/** Reads from whom it is; `null` for what is no telegram of ours. */
export function readSeal(message: string): Sealed | null {
  const end = message.indexOf('\n');
  const [sender, number] = message.slice(0, Math.max(0, end)).split(' ');
  if (!sender || !number || !Number.isSafeInteger(Number(number))) return null;
  return { sender, number: Number(number), content: message.slice(end + 1) };
}

/** Reads the content. It comes from a node of ours and is not checked again; times become times. */
export function readContent({ content }: Sealed): Telegram {
  const telegram = JSON.parse(content) as Telegram;
  if ('fact' in telegram && telegram.fact.type === 'conversation-changed') {
    const { before, after } = telegram.fact;
    for (const standing of [before, after]) if (standing !== null) reviveTime(standing);
  }
  return telegram;
}

function reviveTime(standing: Standing): void {
  if (standing.closedAt !== null) standing.closedAt = new Date(standing.closedAt);
}

/** Remembers which telegrams came already: who hears several topics gets some of them more than once. */
export type Copies = { isNew(sealed: Sealed): boolean; forget(sender: string): void };

/** How many of each sender's latest telegrams are remembered; copies come within the same moment. */
const REMEMBERED = 4096;

/** A memory of bounded size for each sender. */
export function rememberCopies(): Copies {
  const seenOf = new Map<string, Set<number>>();
  return {
    forget: (sender) => void seenOf.delete(sender),
    isNew({ sender, number }) {
      const seen = seenOf.get(sender) ?? new Set();
      seenOf.set(sender, seen);
      if (seen.has(number)) return false;
      seen.add(number);
      const [oldest] = seen;
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}
