import type { Random } from '../random.ts';
import { FIRST_WORDS, type StoredEntry, type Told } from './history.ts';
import type { Whole } from './planted.ts';
import { REVISION_PLANTS } from './plants-of-revisions.ts';
import { addAtEnd, anyConversation, type Plant, pickSaid, pickTold, remove } from './spoiling.ts';

/** One for each thing that a server, a network or a client could do to us. */
export const PLANTS: Record<string, Plant> = {
  ...REVISION_PLANTS,
  'an acknowledged message is lost': {
    breaks: 'acknowledged-stored',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      const entry = pickSaid(entries, random);
      entry.body = { type: 'other' };
    },
  },
  'an acknowledgement names another place': {
    breaks: 'acknowledged-stored',
    spoil(history, random) {
      pickTold(history, random, 'acknowledged').seq += 1;
    },
  },
  'a message is stored twice': {
    breaks: 'stored-once',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      const { body } = pickSaid(stored.entries, random);
      addAtEnd(stored, body);
    },
  },
  'a message that nobody sent': {
    breaks: 'no-phantom',
    spoil: (history, random) =>
      addAtEnd(anyConversation(history, random), { type: 'said', client: 2, n: 999, words: FIRST_WORDS }),
  },
  'two messages of one sender change places': {
    breaks: 'sender-order',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      const { client } = pickSaid(entries, random).body as { client: number };
      const own = entries.flatMap(({ body }) =>
        body.type === 'said' && body.client === client ? [body] : [],
      );
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last || first === last) return swapAnyTwo(history);
      [first.n, last.n] = [last.n, first.n];
    },
  },
  'a sequence has a gap': {
    breaks: 'dense',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      const from = random.int(0, stored.entries.length - 1);
      for (const entry of stored.entries.slice(from)) entry.seq += 1;
      stored.seq += 1;
    },
  },
  'the customer’s sequence has a gap': {
    breaks: 'dense',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      for (const entry of entries) if (entry.customerSeq !== null) entry.customerSeq += 1;
    },
  },
  'two entries have the same number': {
    breaks: 'dense',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      const at = random.int(1, entries.length - 1);
      (entries[at] as StoredEntry).seq -= 1;
    },
  },
  'time runs backwards': {
    breaks: 'time-forward',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      (entries[random.int(1, entries.length - 1)] as StoredEntry).at -= 10_000;
    },
  },
  'a message hangs for ever': {
    breaks: 'settled',
    spoil(history, random) {
      remove(history, pickTold(history, random, 'acknowledged'));
    },
  },
  'a message that is kept is shown as unsent': {
    breaks: 'unsent-not-stored',
    spoil(history, random) {
      const { client, n } = pickTold(history, random, 'acknowledged');
      history.told.push({ type: 'unsent', client, n });
    },
  },
  'an entry is shown twice': {
    breaks: 'shown-once',
    spoil(history, random) {
      const line = pickTold(history, random, 'shown');
      history.told.splice(history.told.indexOf(line), 0, { ...line });
    },
  },
  'two entries are shown the wrong way round': {
    breaks: 'shown-without-gap',
    spoil(history, random) {
      const [first, second] = anyTwoShown(history, random);
      [first.seq, second.seq] = [second.seq, first.seq];
      [first.mark, second.mark] = [second.mark, first.mark];
    },
  },
  'an entry is not shown': {
    breaks: 'shown-without-gap',
    spoil(history, random) {
      const [first] = anyTwoShown(history, random);
      remove(history, first);
    },
  },
  'an observer sees another message than is kept': {
    breaks: 'shown-as-stored',
    spoil(history, random) {
      pickTold(history, random, 'shown').mark += 1;
    },
  },
  'two observers see two orders': {
    breaks: 'shown-as-stored',
    spoil(history, random) {
      const [first, second] = anyTwoShown(history, random);
      [first.mark, second.mark] = [second.mark, first.mark];
    },
  },
  'a view stays behind': {
    breaks: 'caught-up',
    spoil(history, random) {
      const { client, conversation } = random.pick(history.views);
      const last = history.told.findLast(
        (told) => told.type === 'shown' && told.client === client && told.conversation === conversation,
      );
      if (last) remove(history, last);
    },
  },
  'a row tells another number than its log': {
    breaks: 'row-as-log',
    spoil(history, random) {
      anyConversation(history, random).seq += 1;
    },
  },
  'a row names another owner than its log': {
    breaks: 'row-as-log',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      stored.owner = stored.owner === 1 ? 2 : 1;
    },
  },
  'two agents have it at the same time': {
    breaks: 'one-owner',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      addAtEnd(stored, { type: 'assigned', agent: stored.owner === 1 ? 2 : 1, how: 'claim' });
    },
  },
  'a conversation is given back by who does not have it': {
    breaks: 'one-owner',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      addAtEnd(stored, { type: 'released', agent: stored.owner === 1 ? 2 : 1, hadIt: true });
    },
  },
  'a winner is told who never got it': {
    breaks: 'claim-told-true',
    spoil(history, random) {
      const answer = pickTold(history, random, 'claimed');
      history.told.push({ ...answer, client: 4, owner: 4 });
    },
  },
  'who was only asked is told to have it': {
    breaks: 'claim-told-true',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      addAtEnd(stored, { type: 'offered', to: 4 });
      const at = stored.entries.at(-1)?.at ?? 0;
      const { conversation } = stored;
      history.told.push({ type: 'claimed', client: 4, conversation, owner: 4, from: at, until: at + 1 });
    },
  },
  'a loser is told the wrong winner': {
    breaks: 'claim-told-true',
    spoil(history, random) {
      const answer = pickTold(history, random, 'claimed');
      answer.owner = answer.owner === 1 ? 2 : 1;
    },
  },
  'a loser is told of who has given it up, after somebody was told so': {
    breaks: 'claim-told-true',
    spoil(history, random) {
      const stored = anyConversation(history, random);
      addAtEnd(stored, { type: 'assigned', agent: 4, how: 'take-over' });
      addAtEnd(stored, { type: 'released', agent: 4, hadIt: true });
      const { conversation, seq } = stored;
      const at = (stored.entries.at(-1)?.at ?? 0) + 5;
      history.told.push(
        { type: 'claimed', client: 3, conversation, owner: 4, from: at + 1, until: at + 2 },
        { type: 'learned', client: 4, conversation, seq, at },
      );
    },
  },
  'the bot speaks after a claim': {
    breaks: 'bot-silent',
    spoil: (history, random) =>
      addAtEnd(anyConversation(history, random), { type: 'said-by-bot', words: FIRST_WORDS }),
  },
  'the bot answers twice': {
    breaks: 'bot-once',
    spoil(history, random) {
      const { entries } = anyConversation(history, random);
      const at = entries.findIndex(({ body }) => body.type === 'said-by-bot');
      const next = entries[at + 1];
      if (next) next.body = { type: 'said-by-bot', words: FIRST_WORDS };
    },
  },
};

/** Two neighbours in one view. */
function anyTwoShown(
  history: Whole,
  random: Random,
): [Extract<Told, { type: 'shown' }>, Extract<Told, { type: 'shown' }>] {
  const { client, conversation } = random.pick(history.views);
  const shown = history.told.filter(
    (told): told is Extract<Told, { type: 'shown' }> =>
      told.type === 'shown' && told.client === client && told.conversation === conversation,
  );
  const at = random.int(0, shown.length - 2);
  return [shown[at], shown[at + 1]] as [Extract<Told, { type: 'shown' }>, Extract<Told, { type: 'shown' }>];
}

/** The first sender who said two things in one conversation. */
function swapAnyTwo(history: Whole): void {
  for (const { entries } of history.stored) {
    for (const { body } of entries) {
      if (body.type !== 'said') continue;
      const next = entries.findLast(
        (other) => other.body.type === 'said' && other.body.client === body.client,
      );
      if (next?.body.type !== 'said' || next.body === body) continue;
      [body.n, next.body.n] = [next.body.n, body.n];
      return;
    }
  }
}
