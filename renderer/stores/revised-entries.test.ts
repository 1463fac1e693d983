import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, RevisedBody, RevisedContent } from '#shared/domain/entry';
import type { ClientId, EntryId } from '#shared/domain/ids';
import { revisedEntry } from '#shared/domain/revision';
import { anAgent, aTakenConversation } from '../../test/support/builders/conversation.ts';
import { LogWriter } from '../../test/support/builders/entry.ts';
import {
  appendEntries,
  beginThread,
  forgetEntries,
  prependEarlier,
  prependEntries,
  takeLatestPage,
  useEntryStore,
} from './entry-store.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const lin = anAgent('林晓');
const conversation = aTakenConversation({ name: 'a', now }, lin);
const { id } = conversation;
const recalled: RevisedContent = { type: 'recalled' };

/** What happens: something is said, or the nth thing said is edited or taken back. */
type Step = { kind: 'say' } | { kind: 'edit' | 'recall'; nth: number };

const steps = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'say' }) },
    fc.record({ kind: fc.constantFrom('edit' as const, 'recall' as const), nth: fc.nat(5) }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** The log as the server holds it after each step, and each entry as it was told when it happened. */
function play(history: readonly Step[]): { told: Entry[]; states: Entry[][] } {
  const told: Entry[] = [];
  const states: Entry[][] = [[]];
  const log = new LogWriter(conversation, now);
  for (const [index, step] of history.entries()) {
    const stored = states.at(-1) ?? [];
    const said = stored.filter(({ body }) => body.type === 'message' && body.content.type !== 'recalled');
    const target = step.kind === 'say' ? undefined : said[step.nth % Math.max(1, said.length)];
    if (!target || step.kind === 'say') log.customer(`words ${index}`, -0.4, ['words']);
    else
      log.event(
        revision(target.id, step.kind === 'recall' ? recalled : edited(`edit ${index}`)),
        target.author,
      );
    const entry = log.entries.at(-1);
    if (!entry) throw new Error('nothing was written');
    told.push(entry);
    const { body } = entry;
    states.push([
      ...stored.map((before) => (body.type === 'revised' ? revisedEntry(before, body) : before)),
      entry,
    ]);
  }
  return { told, states };
}

function edited(text: string): RevisedContent {
  return { type: 'text', text, isEdited: true };
}

function revision(entryId: EntryId, content: RevisedContent): RevisedBody {
  const clientId = '7f1c0b3e-4d5a-4c6b-8e9f-000000000001' as ClientId;
  return { type: 'revised', entryId, content, clientId, delivery: null };
}

const held = (): Entry[] => useEntryStore.getState().threads.get(id)?.entries ?? [];

beforeEach(() => {
  forgetEntries();
  beginThread(id);
});

describe('D19 D4 what is held after edits and recalls', () => {
  it('D19 D4 equals a fresh read, whatever was read when, from where, and told twice', () => {
    fc.assert(
      fc.property(steps, fc.tuple(fc.nat(14), fc.nat(14), fc.nat(14)), (history, [atStep, from, back]) => {
        forgetEntries();
        beginThread(id);
        const { told, states } = play(history);
        const opened = states[Math.min(atStep, history.length)] ?? [];
        const first = Math.min(from, opened.length);
        takeLatestPage(id, { entries: opened.slice(first), hasMore: first > 0 });
        const last = opened.length;
        if (opened.length - first > 0) {
          expect(appendEntries(id, told.slice(Math.max(first, last - back)))).toBe(true);
          expect(appendEntries(id, told.slice(first))).toBe(true);
        } else takeLatestPage(id, { entries: states.at(-1) ?? [], hasMore: false });
        // The page above was read at any time between the opening and now.
        const above = states[Math.min(opened.length + back, states.length - 1)] ?? [];
        const begin = held()[0]?.seq ?? 1;
        prependEntries(id, { entries: above.filter(({ seq }) => seq < begin), hasMore: false });
        expect(held()).toEqual(states.at(-1));
      }),
    );
  });

  it('D19 keeps the words of a recalled message nowhere', () => {
    fc.assert(
      fc.property(steps, (history) => {
        forgetEntries();
        beginThread(id);
        const { told, states } = play(history);
        takeLatestPage(id, { entries: told.slice(0, 1), hasMore: false });
        appendEntries(id, told);
        const gone = (states.at(-1) ?? []).flatMap(({ body, seq }) =>
          body.type === 'message' && body.content.type === 'recalled' ? [`words ${seq - 1}`] : [],
        );
        const kept = JSON.stringify(held());
        for (const words of gone) expect(kept).not.toContain(`"${words}"`);
      }),
    );
  });

  it('D19 takes a revision of what it does not hold, and has it right when that is read', () => {
    const { told, states } = play([{ kind: 'say' }, { kind: 'say' }, { kind: 'recall', nth: 0 }]);
    takeLatestPage(id, { entries: told.slice(1, 2), hasMore: true });
    expect(appendEntries(id, told.slice(2))).toBe(true);
    // Read before the recall, come after it.
    prependEntries(id, { entries: told.slice(0, 1), hasMore: false });
    expect(held()).toEqual(states.at(-1));
  });

  it('D19 takes words from a conversation that is shown above a later one', () => {
    const later = aTakenConversation({ name: 'later', now }, lin);
    const { told, states } = play([{ kind: 'say' }, { kind: 'edit', nth: 0 }, { kind: 'edit', nth: 0 }]);
    forgetEntries();
    beginThread(later.id);
    takeLatestPage(later.id, {
      entries: new LogWriter(later, now).customer('hello').entries,
      hasMore: false,
    });
    prependEarlier(later.id, [{ conversation, entries: told.slice(0, 1) }], false);
    const before = useEntryStore.getState().threads.get(later.id);
    expect(appendEntries(id, told.slice(1))).toBe(true);
    const after = useEntryStore.getState().threads.get(later.id);
    expect(after?.earlier[0]?.entries).toEqual(states.at(-1));
    expect(after).not.toBe(before);
    // Told twice, and an older revision late: nothing goes back.
    appendEntries(id, told);
    expect(useEntryStore.getState().threads.get(later.id)?.earlier[0]?.entries).toEqual(states.at(-1));
  });
});
