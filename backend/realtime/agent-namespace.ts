import type { Namespace, Socket } from 'socket.io';
import type { ConversationId } from '#shared/domain/ids';
import type { AgentEvent } from '#shared/protocol/agent-events';
import { type AgentService, SESSION_COOKIE } from '../modules/agents/index.ts';
import type { AgentActor } from '../runtime/actor.ts';
import type { FactBus } from '../runtime/facts.ts';
import { Fault } from '../runtime/fault.ts';
import type { Log } from '../runtime/log.ts';
import type { Counters } from '../runtime/rate-limit.ts';
import type { AgentAudience, AgentOutlet, AgentSeat } from './audience.ts';
import type { Dispatcher } from './dispatcher.ts';
import { refusal } from './gate.ts';
import type { Watch } from './handler.ts';
import { readCookie, readHandshake, unauthenticated } from './handshake.ts';
import type { PresenceWatch } from './presence.ts';
import { type RequestPorts, takeRequests } from './requests.ts';
import { createSessionBounds, type SessionBounds } from './session-bounds.ts';

export type AgentNamespacePorts = RequestPorts & {
  dispatcher: Dispatcher;
  agents: AgentService;
  facts: FactBus;
  log: Log;
  audience: AgentAudience;
  presence: PresenceWatch;
  counters: Counters;
  terms: { isConsoleOrigin: (origin: string, host: string | undefined) => boolean };
};

/** How often a connected console's session is stamped as in use, and looked at on the way. */
const SESSION_CHECK_MS = 60_000;
/** How often all of them are looked at in one question: the operator's command ends sessions without telling any node. */
const SESSIONS_SWEEP_MS = 5000;

/** What can be done with all consoles that are connected here. */
export type ServedAgents = {
  toAgents: AgentOutlet;
  /** Cuts those whose session ended without this node being told. */
  checkSessions(): Promise<void>;
  stop(): void;
};

/** Consoles: who they are, what they ask, where they sit. */
export function serveAgents(namespace: Namespace, ports: AgentNamespacePorts): ServedAgents {
  const bounds = createSessionBounds(namespace, ports.counters);
  namespace.use((socket, next) => {
    const looking = ports.gate.admit('agent', () => admit(socket, { ...ports, bounds }));
    looking.then(
      (session) => {
        Object.assign(socket.data, session);
        next();
      },
      (error: unknown) => {
        if (!(error instanceof Fault)) ports.log.error({ error }, 'A console could not be admitted');
        next(refusal(error));
      },
    );
  });
  namespace.on('connection', (socket) => {
    if (bounds.enter(socket, (socket.data as Admitted).actor.sessionId)) seat(socket, { ...ports, bounds });
  });
  ports.facts.subscribe((fact) => {
    if (fact.type === 'session-ended') endSession(namespace, fact.sessionId, fact.reason);
  });
  async function checkSessions(): Promise<void> {
    const ids = Array.from(namespace.sockets.values(), ({ data }) => (data as Admitted).actor.sessionId);
    if (ids.length === 0) return;
    for (const id of await ports.agents.listEndedSessions(ids)) endSession(namespace, id, 'expired');
  }
  const sweeps = setInterval(() => {
    checkSessions().catch((error: unknown) => ports.log.warn({ error }, 'Sessions could not be looked at'));
  }, SESSIONS_SWEEP_MS);
  sweeps.unref();
  return {
    toAgents(socketIds, name, event) {
      if (socketIds.length > 0) namespace.to([...socketIds]).emit(name, event);
    },
    checkSessions,
    stop: () => clearInterval(sweeps),
  };
}

type SeatPorts = AgentNamespacePorts & { bounds: SessionBounds };

/** What is kept with a console's socket. */
type Admitted = { actor: AgentActor; token: string };

async function admit(socket: Socket, { agents, terms, bounds }: SeatPorts): Promise<Admitted> {
  const given = readHandshake(socket).token;
  const { origin, host } = socket.handshake.headers;
  const isForeign = origin !== undefined && !terms.isConsoleOrigin(origin, host);
  // A cookie is sent along by any page that opens a socket, so it counts only for our own; a token was put there on purpose.
  const isCookieTrusted = origin !== undefined && !isForeign;
  if (isForeign) throw unauthenticated();
  const token = given ?? (isCookieTrusted ? readCookie(socket, SESSION_COOKIE) : null);
  const session = token === null ? null : await agents.readSession(token);
  if (token === null || session === null) throw unauthenticated();
  bounds.requireRoom(session.actor.sessionId);
  return { actor: session.actor, token };
}

function seat(socket: Socket, ports: SeatPorts): void {
  const { actor, token } = socket.data as Admitted;
  const { audience, presence, agents, log, dispatcher } = ports;
  const own: AgentSeat = { socketId: socket.id, actor, watching: new Set() };
  const isHeard = audience.add(own);
  presence.connected(actor.agentId);

  const timer = setInterval(() => {
    agents.readSession(token).then(
      (session) => {
        if (session === null) end(socket, 'expired');
      },
      (error: unknown) => log.error({ error }, 'A session could not be looked at'),
    );
  }, SESSION_CHECK_MS);
  timer.unref();

  socket.once('disconnect', () => {
    clearInterval(timer);
    audience.remove(own);
    presence.disconnected(actor.agentId);
  });
  const take = () => ports.bounds.takeRequest(actor.sessionId);
  takeRequests(socket, { ...ports, side: 'agent', take }, async (name, input) => {
    const { watch, undo } = watchOf(audience, own, (event, fact) => void socket.emit(event, fact));
    // What is read before other nodes are heard could miss what they tell in between.
    await isHeard;
    const result = await dispatcher.forAgent(actor, watch, { name, input });
    if (!result.ok) undo();
    return result;
  });
}

/** What a handler entered before it failed is left again. */
function watchOf(
  audience: AgentAudience,
  own: AgentSeat,
  tell: Watch['tell'],
): { watch: Watch; undo(): void } {
  const entered: ConversationId[] = [];
  return {
    watch: {
      async enter(id) {
        if (!own.watching.has(id)) entered.push(id);
        await audience.enter(own, id);
      },
      leave: (id) => audience.leave(own, id),
      tell,
    },
    undo() {
      for (const id of entered) audience.leave(own, id);
    },
  };
}

function endSession(
  namespace: Namespace,
  sessionId: string,
  reason: AgentEvent<'session:ended'>['reason'],
): void {
  for (const socket of namespace.sockets.values()) {
    if ((socket.data as Partial<Admitted>).actor?.sessionId === sessionId) end(socket, reason);
  }
}

function end(socket: Socket, reason: AgentEvent<'session:ended'>['reason']): void {
  socket.emit('session:ended', { reason } satisfies AgentEvent<'session:ended'>);
  socket.disconnect(true);
}
