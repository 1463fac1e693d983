import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHistory } from '../people/make-history.ts';
import { seededRandom } from '../random.ts';
import { rootCauseLeaves } from '../staff/root-causes.ts';
import { type Cast, castCustomer, castScenario } from './cast.ts';
import { beginScenario, nextLine, type SimulatorEvent, type SimulatorState } from './next-line.ts';
import type { Scenario } from './scenario.ts';
import { manners, scenarios } from './scenarios.ts';

const now = new Date('2026-11-22T06:00:00Z');
const { customers } = makeHistory({ seed: 7, now });
/** Rare things are not in every shop's history: a scenario is played by somebody of the first in which there is one. */
const towns = [customers, ...[8, 9, 10].map((seed) => makeHistory({ seed, now }).customers)];
const han = /\p{Script=Han}/u;
const burstsOf = (scenario: Scenario) => [
  ...scenario.openings,
  ...scenario.details,
  ...scenario.botAnswered,
  ...scenario.unconvinced,
  ...(scenario.thanks ?? []),
];

function castFor(scenario: Scenario): Cast {
  for (const customer of towns.flat().filter(({ language }) => language === scenario.language)) {
    const cast = castCustomer(seededRandom(1), { customer, scenario, now });
    if (cast !== null) return cast;
  }
  throw new Error(`nobody can play ${scenario.id}`);
}

function scenarioNamed(id: string): Scenario {
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** Plays the events and returns what was said after each, and the state at the end. */
function play(scenario: Scenario, events: readonly SimulatorEvent[], seed = 1) {
  const random = seededRandom(seed);
  let state: SimulatorState = beginScenario(castFor(scenario));
  const turns = events.map((event) => {
    const turn = nextLine(state, event, random);
    state = turn.state;
    return turn;
  });
  return { turns, state, said: turns.flatMap(({ messages }) => messages.map(({ text }) => text)) };
}

const anyEvent: fc.Arbitrary<SimulatorEvent> = fc.oneof(
  fc
    .constantFrom(
      'arrived',
      'bot-answered',
      'bot-missed',
      'bot-asked',
      'handed-off',
      'silence',
      'agent-said',
      'card-received',
      'closed',
    )
    .map((kind) => ({ kind }) as SimulatorEvent),
  fc.constant<SimulatorEvent>({ kind: 'agent-joined', agentName: '林晓' }),
);

describe('the scenarios', () => {
  it('are at least 40 Chinese and 20 English ones of every temperament, each with a name of its own', () => {
    const of = (language: string) => scenarios.filter((scenario) => scenario.language === language);
    expect(of('zh').length).toBeGreaterThanOrEqual(40);
    expect(of('en').length).toBeGreaterThanOrEqual(20);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const language of ['zh', 'en'] as const) {
      const temperaments = new Set(of(language).map(({ temperament }) => temperament));
      expect(temperaments).toEqual(new Set(Object.keys(manners[language])));
    }
  });

  it('end in a root cause that can be chosen', () => {
    const leaves = rootCauseLeaves().map(({ code }) => code);
    for (const { id, causeCode } of scenarios) expect(leaves, id).toContain(causeCode);
  });

  it('never say the same thing in two scenarios, and speak the language that they claim', () => {
    const said = scenarios.flatMap(burstsOf).filter((burst) => burst.length > 12);
    expect(new Set(said).size).toBe(said.length);
    for (const scenario of scenarios.filter(({ language }) => language === 'en')) {
      for (const burst of burstsOf(scenario)) expect(burst, scenario.id).not.toMatch(han);
    }
  });

  it('can each be played by somebody with a real order for it, all slots filled', () => {
    for (const scenario of scenarios) {
      const { slots, order } = castFor(scenario);
      expect(order === null, scenario.id).toBe(scenario.needs === 'none');
      for (const burst of burstsOf(scenario)) {
        for (const [, slot = ''] of burst.matchAll(/\{(\w+)\}/g)) {
          expect(slot === 'agent' || slot in slots, `${scenario.id}: ${burst}`).toBe(true);
        }
      }
    }
  });

  it('give a stuck parcel to somebody whose parcel has not moved for longer than the policy allows', () => {
    const { order } = castFor(scenarioNamed('zh-stuck-furious-four-days'));
    expect(order?.status).toBe('shipped');
    expect(order?.trouble).toBe('stuck');
  });
});

describe('casting', () => {
  it('has somebody for nearly every scenario in each history', () => {
    for (const town of towns) {
      const playable = scenarios.filter((scenario) =>
        town.some(
          (customer) =>
            customer.language === scenario.language &&
            castCustomer(seededRandom(1), { customer, scenario, now }) !== null,
        ),
      );
      expect(playable.length).toBeGreaterThan(scenarios.length * 0.9);
    }
  });

  it('finds somebody who is free, and nobody where all are busy', () => {
    const cast = castScenario(seededRandom(4), { customers, busy: new Set(), now });
    expect(cast?.customer.language).toBe(cast?.scenario.language);
    const busy = new Set(customers.map(({ key }) => key));
    expect(castScenario(seededRandom(4), { customers, busy, now })).toBeNull();
  });
});

describe('the next line', () => {
  it('is never half-filled, never comes from somebody who is gone, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(anyEvent, { maxLength: 30 }),
        fc.integer(),
        (scenario, events, seed) => {
          const { turns } = play(scenario, events, seed);
          const goneAt = turns.findIndex(({ state }) => state.phase === 'gone');
          turns.forEach(({ messages, act }, index) => {
            for (const { text, typingMs } of messages) {
              expect(text).not.toMatch(/[{}]|\/\//);
              expect(text.trim()).not.toBe('');
              expect(typingMs).toBeGreaterThan(0);
            }
            if (goneAt >= 0 && index > goneAt)
              expect({ messages, act }).toEqual({ messages: [], act: 'none' });
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same for the same state, event and random numbers', () => {
    const scenario = scenarioNamed('zh-late-sarcastic');
    const events: SimulatorEvent[] = [{ kind: 'arrived' }, { kind: 'bot-answered' }, { kind: 'handed-off' }];
    expect(play(scenario, events, 9)).toEqual(play(scenario, events, 9));
  });

  it('begins with one of the openings, sent in fragments', () => {
    const scenario = scenarioNamed('zh-late-furious-broken-promise');
    const { turns } = play(scenario, [{ kind: 'arrived' }]);
    const [turn] = turns;
    expect(turn?.messages.length).toBe(turn?.state.said[0]?.split(' // ').length);
    expect(scenario.openings).toContain(turn?.state.said[0]);
  });

  it('asks for a person in so many words when the bot fails again and again', () => {
    const wish = { zh: /人/, en: /human|agent|person|someone|colleague/i };
    for (const scenario of scenarios) {
      const missed = Array.from(
        { length: manners[scenario.language][scenario.temperament].patience },
        () => ({
          kind: 'bot-missed' as const,
        }),
      );
      const { said } = play(scenario, [{ kind: 'arrived' }, ...missed]);
      expect(said.slice(1).join('\n'), scenario.id).toMatch(wish[scenario.language]);
    }
  });

  it('leaves when patience is used up, the furious with a threat', () => {
    const silence = Array.from({ length: 8 }, () => ({ kind: 'silence' as const }));
    const scenario = scenarioNamed('en-stuck-furious');
    const { turns, state } = play(scenario, [{ kind: 'arrived' }, { kind: 'handed-off' }, ...silence]);
    expect(state.phase).toBe('gone');
    expect(turns.filter(({ act }) => act === 'leave')).toHaveLength(1);
  });

  it('is satisfied by a bot only where a bot can be enough', () => {
    const answered = Array.from({ length: 3 }, () => ({ kind: 'bot-answered' as const }));
    const events: SimulatorEvent[] = [{ kind: 'arrived' }, ...answered];
    expect(play(scenarioNamed('zh-where-calm'), events).state.phase).toBe('settled');
    for (const scenario of scenarios.filter(({ isBotEnough }) => !isBotEnough)) {
      expect(play(scenario, events).state.phase, scenario.id).toBe('bot');
    }
  });

  it('tells the person the facts first, is won over in the end, thanks, and goes in silence', () => {
    for (const scenario of scenarios) {
      const spoken = Array.from({ length: 8 }, () => ({ kind: 'agent-said' as const }));
      const { turns, state } = play(scenario, [
        { kind: 'arrived' },
        { kind: 'handed-off' },
        { kind: 'agent-joined', agentName: '林晓' },
        ...spoken,
        { kind: 'silence' },
      ]);
      expect(scenario.details, scenario.id).toContain(turns[3]?.state.said.at(-1));
      expect(turns.at(-2)?.state.phase, scenario.id).toBe('settled');
      expect(state.phase, scenario.id).toBe('gone');
      expect(turns.at(-1)?.messages, scenario.id).toEqual([]);
    }
  });

  it('buys from a card only when not angry', () => {
    const acts = (id: string) =>
      Array.from({ length: 30 }, (_, seed) =>
        play(
          scenarioNamed(id),
          [{ kind: 'agent-joined', agentName: 'Emma' }, { kind: 'card-received' }],
          seed,
        ),
      ).map(({ turns }) => turns[1]?.act);
    expect(new Set(acts('en-camping-polite'))).toEqual(new Set(['open-card', 'buy']));
    expect(new Set(acts('en-late-furious'))).toEqual(new Set(['none']));
  });
});
