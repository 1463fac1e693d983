import type { ConversationId } from '#shared/domain/ids';
import type { AgentEvent, AgentEventName } from '#shared/protocol/agent-events';
import type {
  AgentOutput,
  AgentParsed,
  AgentRequestName,
  agentRequests,
} from '#shared/protocol/agent-requests';
import type {
  CustomerOutput,
  CustomerParsed,
  CustomerRequestName,
  customerRequests,
} from '#shared/protocol/customer-requests';
import type { AgentActor, CustomerActor } from '../runtime/actor.ts';
import type { CommandKey } from '../runtime/command.ts';

/**
 * The conversations whose entries this socket is told of as they come. Enter before reading, and wait for it, so that nothing falls between the page that was
 * read and the first event; a request that fails leaves what it entered, and a socket that loses the right to one is put out by the server.
 */
export type Watch = {
  enter(id: ConversationId): Promise<void>;
  leave(id: ConversationId): void;
  /** Tells this socket alone; nobody hears it when it has gone. */
  tell<N extends AgentEventName>(name: N, event: AgentEvent<N>): void;
};

type Keyed<Kind extends 'command' | 'query'> = Kind extends 'command' ? { key: CommandKey } : unknown;

/** What a handler is told beside the input. Commands have the key under which they take effect once (rule D1). */
export type AgentContext<N extends AgentRequestName> = { actor: AgentActor; watch: Watch } & Keyed<
  (typeof agentRequests)[N]['kind']
>;
export type CustomerContext<N extends CustomerRequestName> = { actor: CustomerActor } & Keyed<
  (typeof customerRequests)[N]['kind']
>;

/**
 * Answers one request. The input has been parsed and the actor may do this to the object that it names; what the state of things forbids the
 * service refuses with a `Fault`. A command's answer is given after its commit.
 */
export type AgentHandler<N extends AgentRequestName> = (
  context: AgentContext<N>,
  input: AgentParsed<N>,
) => Promise<AgentOutput<N>>;
export type CustomerHandler<N extends CustomerRequestName> = (
  context: CustomerContext<N>,
  input: CustomerParsed<N>,
) => Promise<CustomerOutput<N>>;

/** All handlers of a namespace; the compiler refuses a table with a hole. */
export type AgentHandlers = { [N in AgentRequestName]: AgentHandler<N> };
export type CustomerHandlers = { [N in CustomerRequestName]: CustomerHandler<N> };
