import { io, type Socket } from 'socket.io-client';
import type { ClientId } from '#shared/domain/ids';
import type { AgentEvent, AgentEventName } from '#shared/protocol/agent-events';
import { agentEvents } from '#shared/protocol/agent-events';
import {
  type AgentInput,
  type AgentOutput,
  type AgentRequestName,
  agentRequests,
} from '#shared/protocol/agent-requests';
import type { CustomerEvent, CustomerEventName } from '#shared/protocol/customer-events';
import { customerEvents } from '#shared/protocol/customer-events';
import {
  type CustomerInput,
  type CustomerOutput,
  type CustomerRequestName,
  customerRequests,
} from '#shared/protocol/customer-requests';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** A refusal by the server, thrown by `ask`. */
export class Refused extends Error {
  readonly error: ProtocolError;

  constructor(error: ProtocolError) {
    super(`${error.code}: ${error.message}`);
    this.error = error;
  }
}

type Heard<Name extends string, Of> = { name: Name; event: Of };

/** A real client over a real socket. Every event that it hears is checked against its schema and kept. */
export type AgentClient = {
  socket: Socket;
  /** Asks and gives the checked answer; throws `Refused`. */
  ask<N extends AgentRequestName>(name: N, input: AgentInput<N>): Promise<AgentOutput<N>>;
  /** The refusal of a request that must be refused. */
  refusal(name: string, input: unknown): Promise<ProtocolError>;
  /** All events of a name heard so far. */
  heard<N extends AgentEventName>(name: N): AgentEvent<N>[];
  close(): void;
};
export type CustomerClient = {
  socket: Socket;
  token: string;
  ask<N extends CustomerRequestName>(name: N, input: CustomerInput<N>): Promise<CustomerOutput<N>>;
  refusal(name: string, input: unknown): Promise<ProtocolError>;
  heard<N extends CustomerEventName>(name: N): CustomerEvent<N>[];
  close(): void;
};

/** A client id for a command. */
export function clientId(): ClientId {
  return crypto.randomUUID() as ClientId;
}

/** Signs in as staff, as the desktop app does. Gives the bearer token. */
export async function signIn(url: string, login: string, password: string): Promise<string> {
  const data = await post<{ token: string }>(`${url}/api/agent/session`, {
    login,
    password,
    client: 'desktop',
  });
  return data.token;
}

/** Connects a console. */
export async function connectAgent(url: string, token: string): Promise<AgentClient> {
  const line = await connectTo(`${url}/agent`, token, agentEvents);
  return {
    ...line,
    ask: (name, input) =>
      line.askChecked(agentRequests[name], name, input) as Promise<AgentOutput<typeof name>>,
    heard: (name) => line.events.filter((one) => one.name === name).map((one) => one.event as never),
  };
}

/** Opens a new customer session, or that of the shop's customer whom the token names. */
export async function openSession(
  url: string,
  more: { identityToken?: string; language?: 'zh' | 'en'; channel?: 'web' | 'app' } = {},
): Promise<string> {
  return (await post<{ token: string }>(`${url}/api/customer/session`, more)).token;
}

/** Connects a customer's client; with a new session unless a token is given. */
export async function connectCustomer(url: string, token?: string): Promise<CustomerClient> {
  const own = token ?? (await openSession(url));
  const line = await connectTo(`${url}/customer`, own, customerEvents);
  return {
    ...line,
    token: own,
    ask: (name, input) =>
      line.askChecked(customerRequests[name], name, input) as Promise<CustomerOutput<typeof name>>,
    heard: (name) => line.events.filter((one) => one.name === name).map((one) => one.event as never),
  };
}

/** The error with which a connection is refused. */
export function connectionRefusal(url: string, auth: object): Promise<ProtocolError> {
  const socket = io(url, { transports: ['websocket'], auth, forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.on('connect', () => reject(new Error('The connection was accepted')));
    socket.on('connect_error', (error: Error & { data?: ProtocolError }) => {
      socket.close();
      if (error.data) resolve(error.data);
      else reject(error);
    });
  });
}

/** Posts JSON and gives the data of the answer; throws `Refused`. */
async function post<T>(url: string, body: unknown, token?: string): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const result = (await answer.json()) as Result<T>;
  if (!result.ok) throw new Refused(result.error);
  return result.data;
}

type Schemas = Record<string, { parse(value: unknown): unknown }>;
type Contract = { output: { parse(value: unknown): unknown } };

async function connectTo(url: string, token: string, schemas: Schemas) {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, token },
    forceNew: true,
    reconnection: false,
  });
  const events: Heard<string, unknown>[] = [];
  socket.onAny((name: string, event: unknown) => {
    const schema = schemas[name];
    if (!schema) throw new Error(`An event ${name} that the protocol does not have`);
    events.push({ name, event: schema.parse(event) });
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));

  const send = (name: string, input: unknown): Promise<Result<unknown>> =>
    socket.timeout(30_000).emitWithAck(name, input);
  return {
    socket,
    events,
    async askChecked(contract: Contract, name: string, input: unknown): Promise<unknown> {
      const result = await send(name, input);
      if (!result.ok) throw new Refused(result.error);
      return contract.output.parse(result.data);
    },
    async refusal(name: string, input: unknown): Promise<ProtocolError> {
      const result = await send(name, input);
      if (result.ok) throw new Error(`${name} was answered, not refused`);
      return result.error;
    },
    close: () => void socket.close(),
  };
}
