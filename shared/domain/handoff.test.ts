import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HandoffEvent,
  handoffEventSchema,
  handoffStateSchema,
  isBotSpeaking,
  isQueued,
  nextHandoffState,
} from './handoff.ts';

const states = handoffStateSchema.options;
const events = handoffEventSchema.options;
const events$ = fc.array(fc.constantFrom(...events), { maxLength: 60 });

/** Walks the machine; what is impossible leaves the state as it is. */
function walk(path: readonly HandoffEvent[]) {
  return path.reduce(
    (state, event) => nextHandoffState(state, event) ?? state,
    'bot' as (typeof states)[number],
  );
}

describe('the handoff machine', () => {
  it('H2 has one table of what can happen, and this is it', () => {
    const table = Object.fromEntries(
      states.map((state) => [
        state,
        Object.fromEntries(
          events.flatMap((event) =>
            nextHandoffState(state, event) ? [[event, nextHandoffState(state, event)]] : [],
          ),
        ),
      ]),
    );
    expect(table).toEqual({
      bot: { request: 'waiting', claim: 'agent', close: 'closed' },
      waiting: { offer: 'offered', claim: 'agent', 'resume-bot': 'bot', close: 'closed' },
      offered: { accept: 'agent', claim: 'agent', decline: 'waiting', expire: 'waiting', close: 'closed' },
      agent: {
        transfer: 'offered',
        'take-over': 'agent',
        release: 'waiting',
        return: 'bot',
        close: 'closed',
      },
      closed: { reopen: 'agent' },
    });
  });

  it('H2 every state can be reached, and from every state every other', () => {
    for (const from of states) {
      const reached = new Set([from]);
      for (const state of reached) {
        for (const event of events) {
          const next = nextHandoffState(state, event);
          if (next) reached.add(next);
        }
      }
      expect(reached.size).toBe(states.length);
    }
  });

  it('H4 the bot speaks in one state only, and gets the word back from a person by nothing but a return', () => {
    expect(states.filter(isBotSpeaking)).toEqual(['bot']);
    expect(states.filter(isQueued)).toEqual(['waiting']);
    fc.assert(
      fc.property(events$, fc.constantFrom(...events), (path, event) => {
        const before = walk(path);
        const after = nextHandoffState(before, event);
        if (after === 'bot') expect(['return', 'resume-bot']).toContain(event);
        if (before === 'agent' && after === 'bot') expect(event).toBe('return');
      }),
    );
  });

  it('H3 whoever loses a claim finds a state in which claiming is impossible', () => {
    fc.assert(
      fc.property(events$, (path) => {
        const state = walk(path);
        const won = nextHandoffState(state, 'claim');
        if (won !== null) expect(nextHandoffState(won, 'claim')).toBeNull();
      }),
    );
  });
});
