import type { ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { AgentRequestName } from '#shared/protocol/agent-requests';
import type { CustomerRequestName } from '#shared/protocol/customer-requests';
import type { AgentActor, CustomerActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import { mayRead } from '../conversations/index.ts';
import { agentMatrix, customerMatrix } from './matrix.ts';
import type { AccessRepository } from './ports.ts';

/** Each decision reads one row or two, so it needs no transaction: the service decides again under its lock. */
export type AccessPorts = { access: AccessRepository; clock: Clock };

/** The objects that an input can name; whatever else is in it is not looked at. */
export type NamedObjects = {
  conversationId?: ConversationId | undefined;
  customerId?: CustomerId | undefined;
  entryId?: EntryId | undefined;
  olderThan?: ConversationId | undefined;
};

/** Whoever asks, and what for. */
export type Question =
  | { actor: AgentActor; name: AgentRequestName; input: NamedObjects; key?: CommandKey }
  | { actor: CustomerActor; name: CustomerRequestName; input: NamedObjects };

/**
 * The one decision who may do what to which object (rule T1). Resolves when the actor may; throws `not-found`, naming the field, when the
 * object does not exist or the actor may not know of it: the two can't be told apart. What the state of the object forbids is decided later,
 * by the service, under its lock.
 */
export type Authorize = (question: Question) => Promise<void>;

/**
 * Decides by the matrix and the objects as they are now. A command that was done may be asked again (rule D11): its right may have ended with
 * it, but its answer is the same, and nothing is done twice.
 */
export function createAuthorize(ports: AccessPorts): Authorize {
  const judge = createJudge(ports);
  return async (question) => {
    try {
      await judge(question);
    } catch (denial) {
      const key = 'key' in question ? question.key : undefined;
      if (key === undefined || !(await ports.access.isDone(key))) throw denial;
    }
  };
}

function createJudge({ access, clock }: AccessPorts): Authorize {
  return async (question) => {
    const { actor, name, input } = question;
    if (actor.kind === 'customer') {
      const { object } = customerMatrix[name as CustomerRequestName];
      if (object !== 'own') await requireOwn(access, actor, input);
      return;
    }
    const { roles, object } = agentMatrix[name as AgentRequestName];
    if (!roles.includes(actor.role)) throw new Fault('not-found', 'There is no such request');
    if (object === 'none') return;
    const viewer = { agentId: actor.agentId, role: actor.role };
    const canRead = async (id: ConversationId | undefined): Promise<boolean> => {
      const standing = id === undefined ? null : await access.readStanding(id);
      return standing !== null && mayRead(standing, viewer, clock.now());
    };
    if (object === 'conversation' || object === 'entry') {
      if (!(await canRead(input.conversationId))) throw notFound('conversationId');
    }
    if (object === 'claimable' && !(await canRead(input.conversationId))) {
      if (!(await isTaken(access, input.conversationId))) throw notFound('conversationId');
    }
    if (object === 'entry') await requireInside(access, input);
    if (object === 'customer' || object === 'older') {
      const standings = input.customerId === undefined ? [] : await access.listStandings(input.customerId);
      const knows = standings.some((standing) => mayRead(standing, viewer, clock.now()));
      if (!knows) throw notFound('customerId');
    }
    if (object === 'older') {
      const { olderThan, customerId } = input;
      const isTheirs = olderThan !== undefined && (await access.customerOf(olderThan)) === customerId;
      if (!isTheirs || !(await canRead(olderThan))) throw notFound('olderThan');
    }
  };
}

/** Whether somebody has it or is being asked: it has been in the queue, where everybody could see it. */
async function isTaken(access: AccessRepository, id: ConversationId | undefined): Promise<boolean> {
  const standing = id === undefined ? null : await access.readStanding(id);
  return standing?.state === 'agent' || standing?.state === 'offered';
}

/** Everything that a customer names must be theirs; what is not named needs no right. */
async function requireOwn(
  access: AccessRepository,
  { customerId }: CustomerActor,
  input: NamedObjects,
): Promise<void> {
  const { conversationId, entryId } = input;
  if (conversationId !== undefined && (await access.customerOf(conversationId)) !== customerId) {
    throw notFound('conversationId');
  }
  if (entryId === undefined) return;
  const holder = await access.conversationOf(entryId);
  if (holder === null || (await access.customerOf(holder)) !== customerId) throw notFound('entryId');
}

async function requireInside(
  access: AccessRepository,
  { conversationId, entryId }: NamedObjects,
): Promise<void> {
  const holder = entryId === undefined ? null : await access.conversationOf(entryId);
  if (holder === null || holder !== conversationId) throw notFound('entryId');
}

function notFound(field: string): Fault {
  return new Fault('not-found', 'There is no such thing', { field });
}
