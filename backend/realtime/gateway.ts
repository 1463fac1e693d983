import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { type Namespace, Server, type ServerOptions, type Socket } from 'socket.io';
import type { CustomerId } from '#shared/domain/ids';
import type { AgentService } from '../modules/agents/index.ts';
import type { ChangeService } from '../modules/conversations/index.ts';
import type { CustomerService } from '../modules/customers/index.ts';
import type { DeliveryService } from '../modules/delivery/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { FactBus } from '../runtime/facts.ts';
import { Fault } from '../runtime/fault.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics, Side } from '../runtime/metrics.ts';
import type { Counters } from '../runtime/rate-limit.ts';
import type { Interest } from '../runtime/topics.ts';
import { type ServedAgents, serveAgents } from './agent-namespace.ts';
import { type AgentAudience, createAgentAudience } from './audience.ts';
import { type CatchUpPorts, startCatchUp } from './catch-up.ts';
import { hasCustomer, type ServedCustomers, serveCustomers } from './customer-namespace.ts';
import type { Dispatcher } from './dispatcher.ts';
import { paceArrivals } from './doorway.ts';
import { startFanOut } from './fan-out.ts';
import { createGate, refusal, retryAfterMs } from './gate.ts';
import { gatherWrites } from './gathered-writes.ts';
import { watchNewcomers } from './newcomers.ts';
import { tellOfNodes } from './nodes-notice.ts';
import { createPresenceWatch } from './presence.ts';
import { watchSlowReaders } from './slow-readers.ts';
import type { ToldMemory } from './told.ts';
import { watchUndelivered } from './undelivered-watch.ts';

export type GatewayPorts = {
  dispatcher: Dispatcher;
  agents: AgentService;
  customers: CustomerService;
  delivery: DeliveryService;
  facts: FactBus;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  counters: Counters;
  changes: ChangeService;
  told: ToldMemory;
  nodes: CatchUpPorts['nodes'] & { nodeId: string; interest: Interest };
  terms: GatewayTerms;
};

export type GatewayTerms = {
  /** Origins from which consoles may connect with a cookie or a token; customers' clients may come from anywhere, their token is all. */
  isConsoleOrigin: (origin: string, host: string | undefined) => boolean;
  offlineAfterMs: number;
};

/** The sockets of a running server. */
export type Gateway = {
  /** Tells every client to come back later, refuses new requests, and waits for those under way. */
  drain(): Promise<void>;
  /** Cuts every connection. */
  close(): Promise<void>;
};

/** A request or a message is a few kilobytes; a frame beyond this is refused and its sender cut. */
const MAX_FRAME_BYTES = 65_536;
/** How long the last answers have to leave. */
const LAST_WORDS_MS = 150;
/** How long a client has to answer that the connection ends; one that has died never does. */
const FAREWELL_MS = 1000;
/** With these a dead peer is known within 16 s. */
const PING_INTERVAL_MS = 10_000;
const PING_TIMEOUT_MS = 6000;

/**
 * Opens the namespaces `/agent` and `/customer` on the HTTP server: websocket only, no compression, no connection state recovery (rule D4).
 */
export async function openGateway(http: HttpServer, ports: GatewayPorts): Promise<Gateway> {
  const lines = linesOf(http);
  const io = openServer(http);
  gatherWrites(io);
  const audience = createAgentAudience(ports.nodes.interest);
  const gate = createGate(ports.metrics.turnsAt('connect'));
  const presence = createPresenceWatch({
    agents: ports.agents,
    audience,
    nodeId: ports.nodes.nodeId,
    offlineAfterMs: ports.terms.offlineAfterMs,
    onError: (error) => ports.log.error({ error }, 'Presence could not be noted'),
  });
  const agents = serveAgents(io.of('/agent'), { ...ports, audience, presence, gate });
  tellOfNodes(io.of('/agent'), ports.nodes);
  const customers = serveCustomers(io.of('/customer'), { ...ports, gate, interest: ports.nodes.interest });
  const stopTelling = startTelling(io, {
    ...ports,
    ...{ audience, agents, customers, listAgents: ports.agents.listStatus },
  });
  const stopUndelivered = watchUndelivered({
    ...{ facts: ports.facts, delivery: ports.delivery, audience, toAgents: agents.toAgents },
    onError: (error) => ports.log.error({ error }, 'The undelivered could not be counted'),
  });
  const stopNewcomers = watchNewcomers(io);
  const stopSlowReaders = watchSlowReaders(io, ports.metrics);
  countSockets(io.of('/agent'), 'agent', ports.metrics);
  countSockets(io.of('/customer'), 'customer', ports.metrics);

  return {
    async drain() {
      gate.close();
      for (const side of [io.of('/agent'), io.of('/customer')]) {
        for (const socket of side.sockets.values())
          socket.emit('server:draining', { retryAfterMs: retryAfterMs() });
      }
      await ports.dispatcher.idle();
      // What was on its way in the last moment is told that the server stops; what was answered leaves before the connections end.
      await pause(LAST_WORDS_MS);
    },
    async close() {
      stopNewcomers();
      stopSlowReaders();
      await stopTelling();
      stopUndelivered();
      await presence.stop();
      io.disconnectSockets(true);
      // The farewell leaves with the other packets of this turn.
      await turn();
      io.engine.close();
      const deadline = Date.now() + FAREWELL_MS;
      while (lines.size > 0 && Date.now() < deadline) await pause(20);
      for (const line of lines) line.destroy();
    },
  };
}

type Served = {
  audience: AgentAudience;
  agents: ServedAgents;
  customers: ServedCustomers;
  listAgents: AgentService['listStatus'];
};

/** Tells the clients what is committed, here and on other nodes. Gives the end of it. */
function startTelling(
  io: Server,
  { audience, agents, customers, ...ports }: Omit<GatewayPorts, 'agents' | 'customers'> & Served,
): () => Promise<void> {
  const telling = {
    ...ports,
    audience,
    ...{ toAgents: agents.toAgents, toCustomers: customers.toCustomers },
    hasCustomer: (id: CustomerId) => hasCustomer(io.of('/customer'), id),
  };
  const stopFanOut = startFanOut(telling);
  const stopCatchUp = startCatchUp({
    ...telling,
    listAgents: ports.listAgents,
    async checkSessions() {
      await Promise.all([agents.checkSessions(), customers.checkSessions()]);
    },
    onHints: ports.metrics.factsFound,
    onError: (error) => ports.log.warn({ error }, 'What other nodes did could not be looked for'),
  });
  return async () => {
    agents.stop();
    await stopCatchUp();
    stopFanOut();
  };
}

/** The connections that became web sockets and are still there. */
function linesOf(http: HttpServer): ReadonlySet<Duplex> {
  const lines = new Set<Duplex>();
  http.on('upgrade', (_request, line) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  return lines;
}

function openServer(http: HttpServer): Server {
  const options = {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
  } satisfies Partial<ServerOptions>;
  const io = paceArrivals(http, () => new Server(http, options));
  io.of('/').use((_socket, next) => next(refusal(new Fault('not-found', 'Connect to /agent or /customer'))));
  return io;
}

function countSockets(namespace: Namespace, side: Side, metrics: Metrics): void {
  namespace.on('connection', (socket: Socket) => {
    metrics.socketsChanged(side, namespace.sockets.size);
    socket.once('disconnect', () => metrics.socketsChanged(side, namespace.sockets.size));
  });
}
