import { fillSlots } from '../dialogues/fill-slots.ts';
import { chance, pick, type Random } from '../random.ts';
import type { Cast } from './cast.ts';
import type { Burst, Manner, Scenario } from './scenario.ts';
import { manners } from './scenarios.ts';

/** What happens to a simulated customer. `silence` is said by a clock: nobody has answered for a while. */
export type SimulatorEvent =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'bot-answered' | 'bot-missed' | 'bot-asked' }
  | { readonly kind: 'handed-off' | 'silence' }
  | { readonly kind: 'agent-joined'; readonly agentName: string }
  | { readonly kind: 'agent-said' | 'card-received' }
  | { readonly kind: 'closed' };

/** Where the talk stands for the customer. `settled`: they have what they wanted. `gone`: they read no more. */
export type SimulatorPhase = 'bot' | 'waiting' | 'agent' | 'settled' | 'gone';

/** A simulated customer in the middle of a talk. Plain data: it can be kept and taken up again. */
export interface SimulatorState {
  readonly scenario: Scenario;
  readonly slots: Readonly<Record<string, string>>;
  readonly phase: SimulatorPhase;
  readonly disappointments: number;
  /** How often a person has spoken to them. */
  readonly agentTurns: number;
  /** What they have said, so that they don't say it again. */
  readonly said: readonly Burst[];
}

/** What the customer does next. */
export interface SimulatorTurn {
  readonly state: SimulatorState;
  /** The messages to send, in order; each is typed for so long before it is sent. */
  readonly messages: readonly { readonly text: string; readonly typingMs: number }[];
  readonly act: 'none' | 'open-card' | 'buy' | 'leave';
}

/** A customer who has said nothing yet. */
export function beginScenario({ scenario, slots }: Pick<Cast, 'scenario' | 'slots'>): SimulatorState {
  return { scenario, slots, phase: 'bot', disappointments: 0, agentTurns: 0, said: [] };
}

/** What the customer says and does after the event. Pure: the same state, event and random numbers give the same turn. */
export function nextLine(state: SimulatorState, event: SimulatorEvent, random: Random): SimulatorTurn {
  if (state.phase === 'gone') return quiet(state);
  switch (event.kind) {
    case 'arrived':
      return speak(state, pick(random, state.scenario.openings), random);
    case 'closed':
      return quiet({ ...state, phase: 'gone' });
    case 'bot-missed':
      return state.phase === 'bot' ? afterBotMissed(state, random) : quiet(state);
    case 'bot-asked':
      return state.phase === 'bot' ? tellMore(state, random) : quiet(state);
    case 'bot-answered':
      return state.phase === 'bot' ? afterBotAnswered(state, random) : quiet(state);
    case 'handed-off':
      return afterHandoff(state, random);
    case 'silence':
      return afterSilence(state, random);
    case 'agent-joined':
      return afterAgentJoined(state, event.agentName, random);
    case 'agent-said':
      return afterAgentSaid(state, random);
    case 'card-received':
      return afterCard(state, random);
  }
}

function afterBotMissed(state: SimulatorState, random: Random): SimulatorTurn {
  const disappointed = { ...state, disappointments: state.disappointments + 1 };
  return disappointed.disappointments > mannerOf(state).patience
    ? leave(disappointed, random)
    : askForPerson(disappointed, random);
}

/** Asked for particulars they give them; with nothing left to give they want a person. */
function tellMore(state: SimulatorState, random: Random): SimulatorTurn {
  const next = unsaid(state, state.scenario.details)[0];
  return next === undefined ? askForPerson(state, random) : speak(state, next, random);
}

function afterBotAnswered(state: SimulatorState, random: Random): SimulatorTurn {
  const { isBotEnough, botAnswered, details } = state.scenario;
  const next = unsaid(state, botAnswered)[0];
  if (isBotEnough && (next === undefined || chance(random, 0.5))) return settle(state, random);
  if (next !== undefined) return speak(state, next, random);
  const fact = unsaid(state, details)[0];
  return fact !== undefined && chance(random, 0.3) ? speak(state, fact, random) : askForPerson(state, random);
}

/** After the first time they no longer explain: the later wordings ask for a person in so many words. */
function askForPerson(state: SimulatorState, random: Random): SimulatorTurn {
  const { botMissed } = mannerOf(state);
  const start = state.disappointments > 1 || state.said.length > 2 ? 1 : 0;
  const next = nextWorse(state, botMissed.slice(start), random) ?? botMissed.at(-1);
  return next === undefined ? quiet(state) : speak(state, next, random);
}

function afterHandoff(state: SimulatorState, random: Random): SimulatorTurn {
  if (state.phase !== 'bot') return quiet(state);
  const waiting: SimulatorState = { ...state, phase: 'waiting' };
  const first = nextWorse(state, mannerOf(state).waiting, random);
  return first !== undefined && chance(random, 0.3) ? speak(waiting, first, random) : quiet(waiting);
}

function afterSilence(state: SimulatorState, random: Random): SimulatorTurn {
  if (state.phase === 'settled') return { ...quiet({ ...state, phase: 'gone' }), act: 'leave' };
  if (state.phase === 'bot') return quiet(state);
  const { patience, waiting } = mannerOf(state);
  const bored = { ...state, disappointments: state.disappointments + 1 };
  if (bored.disappointments > patience) return leave(bored, random);
  const next = nextWorse(state, waiting, random);
  return next === undefined ? quiet(bored) : speak(bored, next, random);
}

function afterAgentJoined(state: SimulatorState, agentName: string, random: Random): SimulatorTurn {
  if (state.phase === 'settled') return quiet(state);
  const met: SimulatorState = { ...state, phase: 'agent', slots: { ...state.slots, agent: agentName } };
  return speak(met, pick(random, mannerOf(state).agentJoined), random);
}

function afterAgentSaid(state: SimulatorState, random: Random): SimulatorTurn {
  if (state.phase === 'settled') return quiet(state);
  const heard: SimulatorState = { ...state, phase: 'agent', agentTurns: state.agentTurns + 1 };
  const fact = unsaid(state, state.scenario.details)[0];
  if (heard.agentTurns === 1 && fact !== undefined) return speak(heard, fact, random);
  const isConvinced = heard.agentTurns > 1 && chance(random, mannerOf(state).settles);
  if (isConvinced || heard.agentTurns > 5) return settle(heard, random);
  const own = unsaid(state, state.scenario.unconvinced);
  const rest = own.length > 0 && chance(random, 0.7) ? own : unsaid(state, mannerOf(state).unconvinced);
  return rest.length === 0 ? settle(heard, random) : speak(heard, pick(random, rest), random);
}

/** Only those who are not angry care for a card; some of them buy at once. */
function afterCard(state: SimulatorState, random: Random): SimulatorTurn {
  const { temperament } = state.scenario;
  const isWelcome = temperament !== 'furious' && temperament !== 'sarcastic';
  const reactions = unsaid(state, mannerOf(state).cardReceived);
  const turn =
    reactions.length > 0 && chance(random, 0.7)
      ? speak(state, pick(random, reactions), random)
      : quiet(state);
  if (!isWelcome) return turn;
  return { ...turn, act: chance(random, 0.35) ? 'buy' : 'open-card' };
}

function settle(state: SimulatorState, random: Random): SimulatorTurn {
  const own = sayable(state, state.scenario.thanks ?? []);
  const general = sayable(state, mannerOf(state).thanks);
  const thanks = own.length > 0 && chance(random, 0.5) ? own : general;
  return speak({ ...state, phase: 'settled' }, pick(random, thanks), random);
}

function leave(state: SimulatorState, random: Random): SimulatorTurn {
  const turn = speak({ ...state, phase: 'gone' }, pick(random, mannerOf(state).leaving), random);
  return { ...turn, act: 'leave' };
}

function quiet(state: SimulatorState): SimulatorTurn {
  return { state, messages: [], act: 'none' };
}

/** A burst becomes messages; people in a hurry type faster, everybody reads first. */
function speak(state: SimulatorState, burst: Burst, random: Random): SimulatorTurn {
  const { language, temperament } = state.scenario;
  const perCharacterMs =
    (language === 'zh' ? 170 : 55) * (['hurried', 'furious'].includes(temperament) ? 0.7 : 1);
  const messages = burst.split(' // ').map((part, index) => {
    const text = fillSlots(part, state.slots);
    const thinkingMs = index === 0 ? 900 + random() * 2200 : 250 + random() * 500;
    return { text, typingMs: Math.round(thinkingMs + text.length * perCharacterMs) };
  });
  return { state: { ...state, said: [...state.said, burst] }, messages, act: 'none' };
}

function mannerOf({ scenario }: SimulatorState): Manner {
  return manners[scenario.language][scenario.temperament];
}

/** One of the next two: two customers in the same mood don't speak in chorus, and still it gets worse. */
function nextWorse(state: SimulatorState, bursts: readonly Burst[], random: Random): Burst | undefined {
  const next = unsaid(state, bursts).slice(0, 2);
  return next.length === 0 ? undefined : pick(random, next);
}

function unsaid(state: SimulatorState, bursts: readonly Burst[]): readonly Burst[] {
  return sayable(state, bursts).filter((burst) => !state.said.includes(burst));
}

/** Those whose slots can be filled now: nobody calls an agent by name before they have met. */
function sayable(state: SimulatorState, bursts: readonly Burst[]): readonly Burst[] {
  return bursts.filter((burst) => state.slots['agent'] !== undefined || !burst.includes('{agent}'));
}
