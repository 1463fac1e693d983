import {
  beginScenario,
  type Cast,
  nextLine,
  type Random,
  type SimulatorEvent,
  type SimulatorState,
  type SimulatorTurn,
} from '../content/index.ts';
import type { Door, Heard } from './door.ts';
import { eventsOf } from './hearing.ts';

/** `pace` stretches every pause: 1 is a person's, less is faster. `signal` ends the visit. */
export type VisitParts = { cast: Cast; door: Door; random: Random; pace: number; signal: AbortSignal };

/** How often a customer looks whether something has come. */
const LOOK_MS = 1_000;
/** How long nothing may happen before a waiting customer stirs, from and to. */
const SILENCE_MS = [45_000, 110_000] as const;
/** How long a customer whose matter is settled lingers. */
const SETTLED_MS = 15_000;
/** Who gave up while waiting looks in again after so long. */
const RETURN_MS = [90_000, 240_000] as const;
/** Nobody stays longer. */
const LONGEST_MS = 45 * 60_000;
const LONGEST_TYPING_MS = 9_000;
/** How often somebody taps what is offered instead of typing. */
const TAPS = 0.5;

/** One customer from the first word to the last. Resolves when they are gone; rejects when the server refuses them. */
export async function visit(parts: VisitParts): Promise<void> {
  const { cast, door, random, pace, signal } = parts;
  let state = beginScenario(cast);
  let wasWaiting = false;
  let quietMs = 0;
  let bearsMs = between(random, SILENCE_MS);
  state = await perform(parts, nextLine(state, { kind: 'arrived' }, random), []);
  for (let lived = 0; lived < LONGEST_MS && !signal.aborted; lived += LOOK_MS) {
    await pause(LOOK_MS * pace, signal);
    const heard = await door.listen();
    const events = eventsOf(heard);
    quietMs = events.length > 0 ? 0 : quietMs + LOOK_MS;
    if (events.length === 0 && quietMs >= (state.phase === 'settled' ? SETTLED_MS : bearsMs)) {
      quietMs = 0;
      bearsMs = between(random, state.phase === 'gone' ? RETURN_MS : SILENCE_MS);
      if (state.phase === 'gone') state = backAgain(state);
      events.push({ kind: 'silence' });
    }
    for (const event of events) state = await react(parts, state, { event, heard });
    wasWaiting = isWaiting(wasWaiting, events);
    if (state.phase === 'gone' && !wasWaiting) break;
  }
  if (!signal.aborted && !wasWaiting) await door.leave();
}

/** Whoever gave up in the queue still stands in it: they look in again until somebody has answered. */
function isWaiting(before: boolean, events: readonly SimulatorEvent[]): boolean {
  if (events.some(({ kind }) => kind === 'agent-joined' || kind === 'closed')) return false;
  return before || events.some(({ kind }) => kind === 'handed-off');
}

function backAgain(state: SimulatorState): SimulatorState {
  return { ...state, phase: 'waiting', disappointments: 0, said: [] };
}

async function react(
  parts: VisitParts,
  state: SimulatorState,
  { event, heard }: { event: SimulatorEvent; heard: readonly Heard[] },
): Promise<SimulatorState> {
  const { door, random, pace, signal } = parts;
  const choices = heard.flatMap((one) => one.choices);
  const tapped =
    event.kind === 'bot-asked' && random() < TAPS
      ? choices[Math.floor(random() * choices.length)]
      : undefined;
  if (tapped === undefined) return await perform(parts, nextLine(state, event, random), heard);
  await pause((1_500 + random() * 2_500) * pace, signal);
  if (!signal.aborted) await door.say(tapped);
  return state;
}

async function perform(
  { door, pace, signal }: VisitParts,
  turn: SimulatorTurn,
  heard: readonly Heard[],
): Promise<SimulatorState> {
  for (const { text, typingMs } of turn.messages) {
    await pause(Math.min(typingMs, LONGEST_TYPING_MS) * pace, signal);
    if (signal.aborted) return turn.state;
    await door.say(text);
  }
  const card = heard.findLast((one) => one.cardId !== null)?.cardId;
  if (card && turn.act === 'open-card') await door.act(card, 'opened');
  if (card && turn.act === 'buy') await door.act(card, 'buy');
  return turn.state;
}

function between(random: Random, [from, to]: readonly [number, number]): number {
  return from + random() * (to - from);
}

/** Resolves after the time, or at once when the signal comes. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
