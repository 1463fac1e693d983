import type { Random } from '../random.ts';
import { FIRST_WORDS, RECALLED } from './history.ts';
import type { Whole } from './planted.ts';
import { addAtEnd, type Plant } from './spoiling.ts';

/** What could go wrong with edits and recalls (rule D19). */
export const REVISION_PLANTS: Record<string, Plant> = {
  'an acknowledged revision is lost': {
    breaks: 'acknowledged-stored',
    spoil(history, random) {
      const { entry } = anyRevised(history, random);
      entry.body = { type: 'other' };
    },
  },
  'a message keeps the words that were taken back': {
    breaks: 'revised-in-force',
    spoil(history, random) {
      Object.assign(anyRevised(history, random).message.body, { words: FIRST_WORDS });
    },
  },
  'a revision keeps words that a later one replaced': {
    breaks: 'revised-in-force',
    spoil(history, random) {
      Object.assign(anyRevised(history, random).entry.body, { words: FIRST_WORDS });
    },
  },
  'an acknowledged revision has no effect': {
    breaks: 'revised-in-force',
    spoil(history, random) {
      const { message, all } = anyRevised(history, random);
      for (const { body } of [message, ...all]) Object.assign(body, { words: FIRST_WORDS });
    },
  },
  'a message says something else though nobody revised it': {
    breaks: 'revised-in-force',
    spoil(history) {
      const { entries } = history.stored[0] as Whole['stored'][number];
      const message = entries.find(({ body }) => body.type === 'said' && body.words === FIRST_WORDS);
      if (message) Object.assign(message.body, { words: 999 });
      else addAtEnd(history.stored[0] as Whole['stored'][number], { type: 'said-by-bot', words: 999 });
    },
  },
  'a message is edited after it was taken back': {
    breaks: 'revised-in-force',
    spoil(history, random) {
      const { stored, message, entry } = anyRevised(history, random);
      const { client, n } = entry.body as { client: number; n: number };
      history.told.push({ type: 'recalling', client, n });
      addAtEnd(stored, { type: 'revised', client, n: 999, of: message.mark, words: 999 });
    },
  },
  'somebody edits what another has said': {
    breaks: 'revised-in-force',
    spoil(history, random) {
      const { stored, message } = anyRevised(history, random);
      addAtEnd(stored, { type: 'revised', client: 99, n: 1, of: message.mark, words: 1 });
    },
  },
  'a view keeps the words that were taken back': {
    breaks: 'shown-as-stored',
    spoil(history, random) {
      const { stored, message } = anyRevised(history, random);
      const { client, conversation } = viewOn(history, stored.conversation);
      const seq = history.customers.has(client) ? (message.customerSeq ?? 0) : message.seq;
      history.told.push({ type: 'reads', client, conversation, seq, words: FIRST_WORDS });
    },
  },
  'a view misses a revision of which it has the entry': {
    breaks: 'shown-as-stored',
    spoil(history, random) {
      const { stored, message } = anyRevised(history, random);
      const { client, conversation } = viewOn(history, stored.conversation);
      const seq = history.customers.has(client) ? (message.customerSeq ?? 0) : message.seq;
      history.told = history.told.flatMap((told) => {
        const isHere = 'seq' in told && told.client === client && told.conversation === conversation;
        if (!isHere || told.seq !== seq || !('words' in told)) return told;
        return told.type === 'shown' ? { ...told, words: FIRST_WORDS } : [];
      });
    },
  },
  'words that were taken back are found in a row': {
    breaks: 'words-gone',
    spoil(history, random) {
      const { client, n } = anyRevised(history, random).message.body as { client: number; n: number };
      history.found.push({ where: 'conversations', client, n, words: FIRST_WORDS });
    },
  },
  'the bot answers what was taken back': {
    breaks: 'bot-once',
    spoil(history, random) {
      const stored = random.pick(history.stored);
      addAtEnd(stored, { type: 'returned' });
      addAtEnd(stored, { type: 'said-by-bot', words: FIRST_WORDS });
      addAtEnd(stored, { type: 'said', client: 11, n: 998, words: RECALLED });
      addAtEnd(stored, { type: 'revised', client: 11, n: 999, of: stored.seq, words: RECALLED });
      addAtEnd(stored, { type: 'said-by-bot', words: FIRST_WORDS });
    },
  },
};

/** A message that was revised, its last revision, and all of them.. */
function anyRevised(history: Whole, random: Random) {
  const found = history.stored.flatMap((stored) =>
    stored.entries.flatMap((message) => {
      const all = stored.entries.filter(({ body }) => body.type === 'revised' && body.of === message.mark);
      const entry = all.at(-1);
      return entry ? [{ stored, message, entry, all }] : [];
    }),
  );
  return random.pick(found);
}

function viewOn(history: Whole, conversation: number): Whole['views'][number] {
  return history.views.find((view) => view.conversation === conversation) as Whole['views'][number];
}
