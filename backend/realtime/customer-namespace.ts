import type { Namespace, Socket } from 'socket.io';
import type { CustomerId } from '#shared/domain/ids';
import type { Result } from '#shared/protocol/errors';
import type { CustomerService, LinkedSession } from '../modules/customers/index.ts';
import type { CustomerActor } from '../runtime/actor.ts';
import type { Fact, FactBus } from '../runtime/facts.ts';
import { Fault } from '../runtime/fault.ts';
import type { Log } from '../runtime/log.ts';
import type { Counters } from '../runtime/rate-limit.ts';
import type { Interest, Topic } from '../runtime/topics.ts';
import type { CustomerOutlet } from './audience.ts';
import type { Dispatcher } from './dispatcher.ts';
import { customerRoom } from './fan-out.ts';
import { refusal } from './gate.ts';
import { readHandshake, unauthenticated } from './handshake.ts';
import { type RequestPorts, takeRequests } from './requests.ts';
import { createSessionBounds, type SessionBounds } from './session-bounds.ts';

export type CustomerNamespacePorts = RequestPorts & {
  dispatcher: Dispatcher;
  customers: CustomerService;
  facts: FactBus;
  log: Log;
  interest: Interest;
  counters: Counters;
};

/** What moving a client from one customer to another takes. */
type MovingPorts = Pick<CustomerNamespacePorts, 'customers' | 'interest'>;

/** What is kept with a customer's socket: who it is now, which a merge can change. */
type Admitted = {
  actor: CustomerActor;
  token: string;
  isLinking: boolean;
  /** What other nodes are heard for because of this socket. */
  topic?: Topic;
};

/** What can be done with all customers' clients that are connected here. */
export type ServedCustomers = {
  toCustomers: CustomerOutlet;
  /** Moves or cuts those whose session was moved or ended without this node being told. */
  checkSessions(): Promise<void>;
};

/** Customers' clients: the widget, or the shop's own app. */
export function serveCustomers(namespace: Namespace, ports: CustomerNamespacePorts): ServedCustomers {
  const { customers, facts, log, dispatcher } = ports;
  const bounds = createSessionBounds(namespace, ports.counters);
  namespace.use((socket, next) => {
    const looking = ports.gate.admit('customer', () => admit(socket, customers, bounds));
    looking.then(
      (admitted) => {
        Object.assign(socket.data, admitted);
        next();
      },
      (error: unknown) => {
        if (!(error instanceof Fault)) log.error({ error }, 'A customer’s client could not be admitted');
        next(refusal(error));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const { customerId, sessionId } = admittedOf(socket).actor;
    if (!bounds.enter(socket, sessionId)) return;
    void socket.join(customerRoom(customerId));
    const isHeard = hear(socket, ports.interest);
    socket.once('disconnect', () => {
      const { topic } = admittedOf(socket);
      if (topic) ports.interest.remove(topic);
    });
    takeRequests(
      socket,
      { ...ports, side: 'customer', take: () => bounds.takeRequest(sessionId) },
      async (name, input) => {
        // What is read before other nodes are heard could miss what they tell in between.
        await isHeard;
        const ask = () => dispatcher.forCustomer(admittedOf(socket).actor, { name, input });
        return name === 'identity:link' ? await link(socket, ask, ports) : await ask();
      },
    );
  });
  facts.subscribe((fact) => {
    if (fact.type === 'session-ended') endSession(namespace, fact.sessionId);
    const isMoved = movedBy(fact);
    if (isMoved !== null) {
      moveAll(namespace, isMoved, ports).catch((error: unknown) =>
        log.error({ error }, 'Clients could not be moved to their customer'),
      );
    }
  });
  return {
    toCustomers: (room, name, event) => void namespace.to(room).emit(name, event),
    async checkSessions() {
      const known = Array.from(namespace.sockets.values(), (socket) => {
        const { actor, token } = admittedOf(socket);
        return { sessionId: actor.sessionId, customerId: actor.customerId, token };
      });
      const moved = await customers.listMoved(known);
      for (const socket of [...namespace.sockets.values()]) {
        if (moved.has(admittedOf(socket).token)) await refresh(socket, ports);
      }
    },
  };
}

/** Whether any client of the customer is connected. */
export function hasCustomer(namespace: Namespace, id: CustomerId): boolean {
  return namespace.adapter.rooms.has(customerRoom(id));
}

async function admit(socket: Socket, customers: CustomerService, bounds: SessionBounds): Promise<Admitted> {
  const { token } = readHandshake(socket);
  const actor = token === null ? null : await readActor(customers, token);
  if (token === null || actor === null) throw unauthenticated();
  bounds.requireRoom(actor.sessionId);
  return { actor, token, isLinking: false };
}

async function readActor(customers: CustomerService, token: string): Promise<CustomerActor | null> {
  const session = await customers.readSession(token);
  if (session === null) return null;
  const { id: sessionId, customerId, identityId, channelId } = session;
  return { kind: 'customer', customerId, sessionId, identityId, channelId };
}

/** Which clients may belong to somebody else after this fact; `null` when it moves none. */
function movedBy(fact: Fact): ((actor: CustomerActor) => boolean) | null {
  if (fact.type === 'customer-merged') return ({ customerId }) => customerId === fact.mergedId;
  if (fact.type === 'session-renewed') return ({ sessionId }) => sessionId === fact.sessionId;
  return null;
}

/** A client that says who it is takes over the new token that it is given for it; all others of the session must come anew, with that. */
async function link(
  socket: Socket,
  ask: () => Promise<Result<unknown>>,
  ports: MovingPorts,
): Promise<Result<unknown>> {
  const admitted = admittedOf(socket);
  admitted.isLinking = true;
  const result = await ask();
  const { token } = result.ok ? (result.data as LinkedSession) : { token: null };
  if (token !== null) admitted.token = token;
  admitted.isLinking = false;
  await refresh(socket, ports);
  return result;
}

/** After a merge, its undoing, or a sign-in, each client belongs to whom its own identity belongs to, if its token still opens a session. */
async function moveAll(
  namespace: Namespace,
  isMoved: (actor: CustomerActor) => boolean,
  ports: MovingPorts,
): Promise<void> {
  const moved = [...namespace.sockets.values()].filter((socket) => isMoved(admittedOf(socket).actor));
  for (const socket of moved) await refresh(socket, ports);
}

async function refresh(socket: Socket, { customers, interest }: MovingPorts): Promise<void> {
  const { token } = admittedOf(socket);
  const actor = await readActor(customers, token);
  if (actor === null) {
    // Who is linking, or has linked while this was reading, is looked at once more with the new token.
    const now = admittedOf(socket);
    if (!now.isLinking && now.token === token) end(socket);
    return;
  }
  // Looked at only now: another refresh may have moved the client while this one was reading.
  const { actor: before } = admittedOf(socket);
  if (actor.customerId === before.customerId) return;
  socket.data.actor = actor;
  await socket.leave(customerRoom(before.customerId));
  await socket.join(customerRoom(actor.customerId));
  if (socket.connected) await hear(socket, interest);
  socket.emit('customer:merged', {});
}

/** From now on other nodes are heard for the socket's present customer, and not for the one before. */
async function hear(socket: Socket, interest: Interest): Promise<void> {
  const admitted = admittedOf(socket);
  const before = admitted.topic;
  admitted.topic = `customer:${admitted.actor.customerId}`;
  const isHeard = interest.add(admitted.topic);
  if (before) interest.remove(before);
  await isHeard;
}

function endSession(namespace: Namespace, sessionId: string): void {
  for (const socket of namespace.sockets.values()) {
    if (admittedOf(socket).actor.sessionId === sessionId) end(socket);
  }
}

function end(socket: Socket): void {
  socket.emit('session:ended', {});
  // The answer to the request that ended it still leaves.
  setImmediate(() => socket.disconnect(true));
}

function admittedOf(socket: Socket): Admitted {
  return socket.data as Admitted;
}
