import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Result } from '#shared/protocol/errors';
import {
  type Deed,
  expected,
  newTalk,
  type Outcome,
  STAFF_DEEDS,
  type Staff,
  type Talk,
  TIME_DEEDS,
} from './model.ts';
import type { Play } from './stage.ts';

/** What the model remembers of a history: the customer's conversations, the last one being the running one. */
export type Model = { talks: Talk[]; botTurns: number };
type Step = fc.AsyncCommand<Model, Play>;

/** The bot thinks, which takes long: so often in a history is enough. */
const MOST_BOT_TURNS = 2;
const REFUSALS = new Set(['conflict', 'not-found', 'already-taken']);

/** Anything that may happen in a history. */
export function anyStep(): fc.Arbitrary<Step>[] {
  const who = fc.constantFrom<Staff[]>(0, 1, 2);
  const deed = fc.record<Deed>({
    name: fc.constantFrom(...STAFF_DEEDS, ...STAFF_DEEDS, ...TIME_DEEDS),
    by: who,
    to: who,
  });
  const isWild = fc.integer({ min: 0, max: 5 }).map((one) => one === 0);
  return [
    fc.constant(null).map(() => customerStep('say')),
    fc.constant(null).map(() => customerStep('wish')),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc.array(deed, { minLength: 2, maxLength: 4 }).map(crowdStep),
    who.map((one) => deskStep('disconnect', one)),
    who.map((one) => deskStep('sync', one)),
  ];
}

/** Nothing has happened. */
export function emptyModel(): Model {
  return { talks: [], botTurns: 0 };
}

function current({ talks }: Model): Talk | undefined {
  return talks.at(-1);
}

/** Waits for the bot; it may have asked for a person by itself, which is its right. */
async function settle(model: Model, play: Play): Promise<void> {
  const now = await play.read();
  const [talk, real] = [current(model), now.at(-1)];
  if (talk?.state === 'bot' && real?.state === 'waiting') Object.assign(talk, real);
  if (!isDeepStrictEqual(now.map(shown), model.talks.map(shown)))
    throw new Error(`the server has ${JSON.stringify(now)}, the model ${JSON.stringify(model.talks)}`);
}

/** Who closed it matters only while it is closed. */
function shown({ state, owner, offer }: Talk): object {
  return { state, owner, offer };
}

function customerStep(name: 'say' | 'wish'): Step {
  return {
    check: (model) => name === 'wish' || current(model)?.state !== 'bot' || model.botTurns < MOST_BOT_TURNS,
    async run(model, play) {
      const talk = current(model);
      if (talk === undefined || talk.state === 'closed') model.talks.push(newTalk());
      const now = current(model) as Talk;
      if (now.state === 'bot' && name === 'say') model.botTurns += 1;
      if (now.state === 'bot' && name === 'wish') now.state = 'waiting';
      await play[name]();
      await settle(model, play);
    },
    toString: () => name,
  };
}

/** Mostly what is possible; `wild` ones are tried whatever comes of them, and on an earlier conversation too. */
function staffStep(deed: Deed, [isWild, isEarlier]: [boolean, boolean]): Step {
  const numberIn = ({ talks }: Model) =>
    isEarlier && talks.length > 1 ? talks.length - 2 : talks.length - 1;
  const outcomeIn = (model: Model): Outcome | null => {
    const talk = model.talks[numberIn(model)];
    return talk === undefined ? null : expected(talk, deed, !hasOpen(model));
  };
  return {
    check(model) {
      const outcome = outcomeIn(model);
      return outcome !== null && (isWild || outcome.is === 'done');
    },
    async run(model, play) {
      const number = numberIn(model);
      const outcome = outcomeIn(model) as Outcome;
      const answer = await play.act(deed, number);
      compare(deed, outcome, answer);
      if (outcome.is === 'done') model.talks[number] = { ...outcome.talk };
      if (deed.name === 'vanish') model.talks = model.talks.map((talk) => vanished(talk, deed));
      await settle(model, play);
    },
    toString: () => `${deed.name} by ${deed.by} (${deed.to})${isEarlier ? ' earlier' : ''}`,
  };
}

/** Who vanishes gives back whatever they have, not only what the step is about. */
function vanished(talk: Talk, deed: Deed): Talk {
  const outcome = expected(talk, deed, false);
  return outcome.is === 'done' ? { ...outcome.talk } : talk;
}

function hasOpen({ talks }: Model): boolean {
  return talks.some(({ state }) => state !== 'closed');
}

function compare(deed: Deed, outcome: Outcome, answer: Result<unknown>): void {
  const said = answer.ok ? 'done' : answer.error.code;
  const isRight =
    outcome.is === 'done'
      ? answer.ok
      : !answer.ok && (outcome.is === 'taken' ? said === 'already-taken' : REFUSALS.has(said));
  if (isRight) return;
  throw new Error(
    `${deed.name} by ${deed.by} was ${said}, expected ${JSON.stringify(outcome)}: ${JSON.stringify(answer)}`,
  );
}

/** Several at the same moment. What comes of it the model can't know; that it was possible is judged in the end. */
function crowdStep(deeds: readonly Deed[]): Step {
  return {
    check: (model) => model.talks.length > 0,
    async run(model, play) {
      const number = model.talks.length - 1;
      const answers = await Promise.all(deeds.map((deed) => play.act(deed, number)));
      for (const [index, answer] of answers.entries()) {
        if (answer.ok || REFUSALS.has(answer.error.code)) continue;
        throw new Error(`${JSON.stringify(deeds[index])} among others: ${JSON.stringify(answer)}`);
      }
      model.talks = await play.read();
    },
    toString: () => `at once: ${deeds.map(({ name, by, to }) => `${name} by ${by} (${to})`).join(', ')}`,
  };
}

function deskStep(name: 'disconnect' | 'sync', who: Staff): Step {
  return {
    check: () => true,
    run: async (_model, play) => await play[name](who),
    toString: () => `${name} ${who}`,
  };
}
