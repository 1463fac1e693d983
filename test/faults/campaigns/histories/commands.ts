import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ProtocolError, Result } from '#shared/protocol/errors';
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
import {
  type Reviser,
  type Revision,
  refusalsOf,
  revised,
  reviserOf,
  type Said,
  targetOf,
} from './revising.ts';
import type { Play } from './stage.ts';

/** What the model remembers of a history: the customer's conversations, the last one being the running one, and all that was said. */
export type Model = { talks: Talk[]; said: Said[]; botTurns: number };
type Step = fc.AsyncCommand<Model, Play>;

/** The bot thinks, which takes long: so often in a history is enough. */
const MOST_BOT_TURNS = 2;
const REFUSALS = new Set(['conflict', 'not-found', 'already-taken', 'invalid-input']);

/** Anything that may happen in a history. */
export function anyStep(): fc.Arbitrary<Step>[] {
  const who = fc.constantFrom<Staff[]>(0, 1, 2);
  const deed = fc.record<Deed>({
    name: fc.constantFrom(...STAFF_DEEDS, ...STAFF_DEEDS, ...TIME_DEEDS),
    by: who,
    to: who,
  });
  const revision = fc.record<Revision>({
    name: fc.constantFrom('edit', 'recall'),
    by: fc.oneof(fc.constant('author' as const), fc.constantFrom<Reviser['by']>(0, 1, 2, 'customer')),
    back: fc.nat(4),
  });
  const isWild = fc.integer({ min: 0, max: 5 }).map((one) => one === 0);
  return [
    fc.constant(null).map(() => customerStep('say')),
    fc.constant(null).map(() => customerStep('regret')),
    fc.constant(null).map(() => customerStep('wish')),
    fc.tuple(revision, isWild).map(([one, chance]) => revisionStep(one, chance)),
    fc.tuple(revision, isWild).map(([one, chance]) => revisionStep(one, chance)),
    fc.constant(null).map(passStep),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc.tuple(deed, isWild, isWild).map(([one, ...chances]) => staffStep(one, chances)),
    fc
      .tuple(fc.array(fc.oneof(deed, deed, revision), { minLength: 2, maxLength: 4 }), isWild)
      .map(([deeds, isCut]) => crowdStep(deeds, isCut)),
    fc.oneof(who, who, fc.constant('customer' as const)).map((one) => deskStep('disconnect', one)),
    who.map((one) => deskStep('sync', one)),
  ];
}

/** Nothing has happened. */
export function emptyModel(): Model {
  return { talks: [], said: [], botTurns: 0 };
}

function current({ talks }: Model): Talk | undefined {
  return talks.at(-1);
}

/** Waits for the bot; it may have asked for a person by itself, which is its right. What it said is taken over as it is. */
async function settle(model: Model, play: Play): Promise<void> {
  const now = await play.read();
  const [talk, real] = [current(model), now.at(-1)];
  if (talk?.state === 'bot' && real?.state === 'waiting') Object.assign(talk, real);
  if (!isDeepStrictEqual(now.map(shown), model.talks.map(shown)))
    throw new Error(`the server has ${JSON.stringify(now)}, the model ${JSON.stringify(model.talks)}`);
  const said = await play.messages();
  const [theirs, ours] = [said, model.said].map(withoutNews);
  if (!isDeepStrictEqual(theirs, ours))
    throw new Error(`said was ${JSON.stringify(theirs)}, in the model ${JSON.stringify(ours)}`);
  remember(model, said);
}

/** What the model can know of what was said. The bot's own it knows once it has seen them. */
function withoutNews(said: readonly Said[]): object[] {
  return said
    .filter(({ author }) => author !== 'bot')
    .map(({ talk, author, state }) => ({ talk, author, state }))
    .toSorted((a, b) => a.talk - b.talk);
}

function remember(model: Model, said: readonly Said[]): void {
  const late = new Set(model.said.flatMap(({ id, isLate }) => (isLate ? [id] : [])));
  const bots = new Map(
    model.said.flatMap((one) => (one.author === 'bot' ? [[one.id, one.state] as const] : [])),
  );
  for (const { id, author, state } of said) {
    if (author !== 'bot' || !bots.has(id) || bots.get(id) === state) continue;
    throw new Error(`what the bot said is ${state}, in the model ${bots.get(id)}`);
  }
  model.said = said.map((one) => ({ ...one, isLate: late.has(one.id) }));
}

/** Who closed it matters only while it is closed. */
function shown({ state, owner, offer }: Talk): object {
  return { state, owner, offer };
}

function customerStep(name: 'say' | 'wish' | 'regret'): Step {
  return {
    check: (model) => name === 'wish' || current(model)?.state !== 'bot' || model.botTurns < MOST_BOT_TURNS,
    async run(model, play) {
      const talk = current(model);
      if (talk === undefined || talk.state === 'closed') model.talks.push(newTalk());
      const now = current(model) as Talk;
      if (now.state === 'bot' && name !== 'wish') model.botTurns += 1;
      if (now.state === 'bot' && name === 'wish') now.state = 'waiting';
      const answer = await play[name]();
      if (answer?.ok === false)
        throw new Error(`What was just said could not be taken back: ${JSON.stringify(answer)}`);
      const state = name === 'say' ? 'first' : 'recalled';
      if (name !== 'wish') hear(model, { author: 'customer', state, talk: model.talks.length - 1 });
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
      if (deed.name === 'reply' && outcome.is === 'done')
        hear(model, { author: deed.by, state: 'first', talk: number });
      if (deed.name === 'vanish') model.talks = model.talks.map((talk) => vanished(talk, deed));
      await settle(model, play);
    },
    toString: () => `${deed.name} by ${deed.by} (${deed.to})${isEarlier ? ' earlier' : ''}`,
  };
}

/** Something new was said. */
function hear(model: Model, said: Pick<Said, 'author' | 'state' | 'talk'>): void {
  model.said.push({ ...said, id: '', n: 0, isLate: false });
}

/** Somebody edits a message or takes it back; again mostly what is possible. */
function revisionStep(revision: Revision, isWild: boolean): Step {
  const plan = ({ said, talks }: Model) => {
    const message = targetOf(said, revision);
    const talk = message && talks[message.talk];
    if (message === undefined || talk === undefined) return null;
    const reviser = reviserOf(revision, message);
    return { message, reviser, refusals: refusalsOf(reviser, message, talk) };
  };
  return {
    check(model) {
      const planned = plan(model);
      return planned !== null && (isWild || planned.refusals.length === 0);
    },
    async run(model, play) {
      const { message, reviser, refusals } = plan(model) as NonNullable<ReturnType<typeof plan>>;
      const answer = await play.revise(reviser, message, true);
      const said = answer.ok ? 'done' : reasonOf(answer.error);
      if (answer.ok !== (refusals.length === 0) || (!answer.ok && !refusals.includes(said)))
        throw new Error(
          `${reviser.name} by ${reviser.by} was ${said}, expected ${refusals.join(' or ') || 'done'}`,
        );
      if (answer.ok) model.said = model.said.map((one) => (one === message ? revised(one, reviser) : one));
      await settle(model, play);
    },
    toString: () => `${revision.name} by ${revision.by} (${revision.back} back)`,
  };
}

function reasonOf({ code, details }: ProtocolError): string {
  return code === 'conflict' ? String(details?.['reason']) : code;
}

function passStep(): Step {
  return {
    check: ({ said }) => said.length > 0,
    async run(model, play) {
      await play.pass();
      model.said = model.said.map((one) => ({ ...one, isLate: true }));
    },
    toString: () => 'two minutes pass',
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

/**
 * Several at the same moment, `isCut`: and the first of them is cut off before there is an answer. What comes of it the model can't know; that it was
 * possible is judged in the end.
 */
function crowdStep(deeds: readonly (Deed | Revision)[], isCut: boolean): Step {
  const all = (model: Model, play: Play) =>
    deeds.map((one) => {
      if (!('back' in one)) return play.act(one, model.talks.length - 1);
      const message = targetOf(model.said, one);
      return message && play.revise(reviserOf(one, message), message, false);
    });
  const [first] = deeds;
  const who = first?.by === 'author' || first === undefined ? 'customer' : first.by;
  return {
    check: (model) => model.talks.length > 0,
    async run(model, play) {
      const asked = all(model, play);
      if (isCut) play.disconnect(who);
      for (const [index, answer] of (await Promise.all(asked)).entries()) {
        if (answer === undefined || answer.ok || REFUSALS.has(answer.error.code)) continue;
        throw new Error(`${JSON.stringify(deeds[index])} among others: ${JSON.stringify(answer)}`);
      }
      model.talks = await play.read();
      const late = new Set(model.said.flatMap(({ id, isLate }) => (isLate ? [id] : [])));
      model.said = (await play.messages()).map((one) => ({ ...one, isLate: late.has(one.id) }));
    },
    toString: () => `at once${isCut ? `, ${who} cut off` : ''}: ${deeds.map(nameOf).join(', ')}`,
  };
}

function nameOf(one: Deed | Revision): string {
  return 'back' in one
    ? `${one.name} by ${one.by} (${one.back} back)`
    : `${one.name} by ${one.by} (${one.to})`;
}

function deskStep(name: 'disconnect', who: Staff | 'customer'): Step;
function deskStep(name: 'sync', who: Staff): Step;
function deskStep(name: 'disconnect' | 'sync', who: Staff | 'customer'): Step {
  return {
    check: () => true,
    run: async (_model, play) =>
      await (who === 'customer' || name === 'disconnect' ? play.disconnect(who) : play.sync(who)),
    toString: () => `${name} ${who}`,
  };
}
