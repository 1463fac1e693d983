import { type AgentRequestName, agentRequests } from '#shared/protocol/agent-requests';
import { type CustomerRequestName, customerRequests } from '#shared/protocol/customer-requests';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import type { RequestContract } from '#shared/protocol/request';
import type { Authorize, NamedObjects } from '../modules/access/index.ts';
import { type AgentActor, authorKey, type CustomerActor } from '../runtime/actor.ts';
import type { CommandKey } from '../runtime/command.ts';
import { createFairTurns } from '../runtime/fair-turns.ts';
import { Fault } from '../runtime/fault.ts';
import { fingerprintOf } from '../runtime/fingerprint.ts';
import { createLines } from '../runtime/lines.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics, Side } from '../runtime/metrics.ts';
import { outageOf } from '../runtime/outage.ts';
import { parseInput } from '../runtime/parse-input.ts';
import type { AgentHandlers, CustomerHandlers, Watch } from './handler.ts';

export type DispatcherPorts = {
  agentHandlers: AgentHandlers;
  customerHandlers: CustomerHandlers;
  authorize: Authorize;
  log: Log;
  metrics: Metrics;
  /** Answers are checked against their schemas too; in production this would be work for nothing. */
  isCheckingAnswers: boolean;
};

/**
 * Answers requests of both namespaces, whatever they came by. Never rejects: every outcome is a `Result`. `name` and `input` are taken as they
 * came from outside; the number of requests under way can be waited for.
 */
export type Dispatcher = {
  forAgent(actor: AgentActor, watch: Watch, request: Incoming): Promise<Result<unknown>>;
  forCustomer(actor: CustomerActor, request: Incoming): Promise<Result<unknown>>;
  /** Resolves when every request that was begun has been answered. */
  idle(): Promise<void>;
};

/** A request as it came. */
export type Incoming = { name: unknown; input: unknown };

/** Context and input as the tables' types relate them by name; here the name is known at run time alone. */
type AnyHandler = (context: object, input: never) => Promise<unknown>;
type Found = { name: string; contract: RequestContract };
type Asked = Found & {
  side: Side;
  input: NamedObjects & { clientId?: CommandKey['clientId'] };
};

/**
 * What can be committed together needs no session of the database for itself, so more are under way than there are sessions. Staff and customers
 * stand in lines of their own, commands and readings too: a rush of customers makes no agent wait, and a thousand clients that come back and read make
 * nobody wait who has something to say.
 */
const TURNS = { atOnce: 128, atOnceEach: 4, waiting: 2000, waitingEach: 100, standingWaitMs: 20 };
/** Who reads has just come back, mostly: to be told to ask again would put off for seconds what is their turn in one. */
const READING_TURNS = { ...TURNS, waiting: 6000, standingWaitMs: 3000 };

/** The one way from a request to its answer: name, form, right, handler. */
export function createDispatcher(ports: DispatcherPorts): Dispatcher {
  const { track, idle } = createTracker();
  const inOrder = createOrder();
  const linesOf = (side: Side) => ({
    command: createFairTurns(TURNS, ports.metrics.turnsAt(side)),
    query: createFairTurns(READING_TURNS, ports.metrics.turnsAt(`${side}-reading`)),
  });
  const turns = { agent: linesOf('agent'), customer: linesOf('customer') };
  const turnsOf = (side: Side, found: Found | null) => turns[side][found?.contract.kind ?? 'query'];

  async function answer(
    { side, author }: { side: Side; author: string },
    incoming: Incoming,
    run: (asked: Asked) => Promise<unknown>,
  ): Promise<Result<unknown>> {
    const startedAt = performance.now();
    const found = find(side, incoming.name);
    const result =
      shed(turnsOf(side, found).refusal(author)) ?? (await attempt({ side, author, found }, incoming, run));
    ports.metrics.requestAnswered(
      { side, name: found?.name ?? 'unknown', outcome: result.ok ? 'ok' : result.error.code },
      performance.now() - startedAt,
    );
    return result;
  }

  async function attempt(
    { side, author, found }: { side: Side; author: string; found: Found | null },
    { input }: Incoming,
    run: (asked: Asked) => Promise<unknown>,
  ): Promise<Result<unknown>> {
    try {
      const asked = read(side, found, input);
      const data = await turnsOf(side, found).run(author, () => inOrder(author, asked, run));
      return { ok: true, data: ports.isCheckingAnswers ? check(asked, data) : data };
    } catch (error) {
      return { ok: false, error: describe(ports.log, found?.name ?? 'unknown', error) };
    }
  }

  return {
    forAgent: (actor, watch, incoming) =>
      track(
        answer({ side: 'agent', author: authorKey(actor) }, incoming, async ({ name, contract, input }) => {
          const known = name as AgentRequestName;
          const keyed = keyOf(actor, { name, contract, input });
          await ports.authorize({ actor, name: known, input, ...keyed });
          const handle = ports.agentHandlers[known] as AnyHandler;
          return await handle({ actor, watch, ...keyed }, input as never);
        }),
      ),
    forCustomer: (actor, incoming) =>
      track(
        answer(
          { side: 'customer', author: authorKey(actor) },
          incoming,
          async ({ name, contract, input }) => {
            const known = name as CustomerRequestName;
            await ports.authorize({ actor, name: known, input });
            const handle = ports.customerHandlers[known] as AnyHandler;
            return await handle({ actor, ...keyOf(actor, { name, contract, input }) }, input as never);
          },
        ),
      ),
    idle,
  };
}

/**
 * Commands of one author about the same conversation, one after the other as they came: what is read for each of them, such as rights, takes as long as it
 * takes, and what was said first would else now and then be kept second (rule D3).
 */
function createOrder() {
  const lines = createLines();
  return async (author: string, asked: Asked, run: (asked: Asked) => Promise<unknown>): Promise<unknown> => {
    if (asked.contract.kind !== 'command') return await run(asked);
    const leave = await lines.enter(`${author} ${asked.input.conversationId ?? ''}`);
    try {
      return await run(asked);
    } finally {
      leave();
    }
  };
}

/** What is under way, so that its end can be waited for. */
function createTracker() {
  const underWay = new Set<Promise<unknown>>();
  return {
    track<T>(work: Promise<T>): Promise<T> {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return work;
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function find(side: Side, name: unknown): Found | null {
  const requests: Record<string, RequestContract> = side === 'agent' ? agentRequests : customerRequests;
  const contract = typeof name === 'string' && Object.hasOwn(requests, name) ? requests[name] : undefined;
  return contract === undefined ? null : { name: name as string, contract };
}

function read(side: Side, found: Found | null, input: unknown): Asked {
  if (found === null) throw new Fault('not-found', 'There is no such request');
  return { side, ...found, input: parseInput(found.contract.input, input) as Asked['input'] };
}

/** Refused before anything is spent on it but its name: not even an error with its stack, which costs more than the answer. */
function shed(retryAfterMs: number | null): Result<never> | null {
  if (retryAfterMs === null) return null;
  return { ok: false, error: { code: 'overloaded', message: 'Too much at once', retryAfterMs } };
}

function keyOf(actor: AgentActor | CustomerActor, asked: Omit<Asked, 'side'>): { key?: CommandKey } {
  const { clientId } = asked.input;
  if (asked.contract.kind !== 'command' || clientId === undefined) return {};
  return {
    key: { authorKey: authorKey(actor), clientId, fingerprint: fingerprintOf(asked.name, asked.input) },
  };
}

/** In tests: an answer that breaks its schema is our fault, and shown as such. */
function check({ contract, name }: Asked, data: unknown): unknown {
  const parsed = contract.output.safeParse(data);
  if (parsed.success) return data;
  throw new Error(`The answer to ${name} breaks its schema: ${parsed.error.message}`);
}

/** What the caller is told. Of our own faults nothing but that they happened. */
function describe(log: Log, name: string, error: unknown): ProtocolError {
  const refused = error instanceof Fault ? error : outageOf(error);
  if (refused !== null) return refused.error;
  log.error({ request: name, error }, 'A request failed');
  return { code: 'internal', message: 'Something went wrong here; it has been logged' };
}
