import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../modules/conversations/index.ts';
import type { Repositories } from '../repositories/index.ts';
import { type Change, changeOf } from './change.ts';
import type { QueueDesk } from './queue-desk.ts';
import type { Remembered } from './remembered.ts';

/** The work wants something that only a transaction can give. */
class NeedsTransaction extends Error {
  override readonly name = 'NeedsTransaction';
}

/** One run of a unit of work outside any transaction: what it would write is collected, what it reads comes from committed state. */
export type Attempt = {
  repositories: Repositories;
  /** What was collected; `null` while no conversation is held, or nothing would be written. */
  change(): Change | null;
  /** Lets the next writer of the conversation have its turn. */
  end(): void;
};

export type AttemptPorts = {
  /** Repositories outside any transaction, of which only what reads is used. */
  store: Repositories;
  remembered: Remembered;
  desk: QueueDesk;
  /** The open conversation in which the owner of this identity speaks, as `lockOpenOf` would choose it. */
  findOpenOf(identityId: string): Promise<Conversation | null>;
};

/**
 * Repositories over the remembered conversations. They do what the ordinary message, answer and claim need; anything else throws
 * `NeedsTransaction`, and so does a second conversation in the same work.
 */
export function createAttempts(ports: AttemptPorts): () => Attempt {
  const { store } = ports;
  const fixed = {
    ...(Object.fromEntries(Object.keys(store).map((name) => [name, only({})])) as Repositories),
    entries: only<Repositories['entries']>({
      list: store.entries.list,
      find: store.entries.find,
      spokenAfter: store.entries.spokenAfter,
      seenUpTo: store.entries.seenUpTo,
    }),
    staff: only<Repositories['staff']>({ find: store.staff.find }),
  };
  return () => createAttempt(ports, fixed);
}

function createAttempt(ports: AttemptPorts, fixed: Repositories): Attempt {
  const holding = createHolding(ports.remembered);
  const { held, leaving } = holding;
  const repositories: Repositories = {
    ...fixed,
    conversations: only(conversationsOf(ports, holding)),
    handoffs: handoffsOf(held),
    queue: queueOf(ports.desk, holding),
    commands: {
      async once(key, work) {
        const result = await work();
        if (held().command !== null) refuse();
        held().command = { key, result };
        return result;
      },
    },
    jobs: jobsOf(held),
  };
  return {
    repositories,
    change() {
      const change = holding.change();
      return change && (change.saved ?? change.command) !== null ? change : null;
    },
    end() {
      for (const leave of leaving) leave();
    },
  };
}

/** The one conversation that a unit of work holds, and the lines in which it stands meanwhile. */
type Holding = {
  enter(id: string): Promise<void>;
  /** Waits for its turn with what was found; gives the newest that is known of it by then. */
  hold(found: Conversation): Promise<Conversation>;
  /** The same where the turn has come already. */
  take(found: Conversation): Conversation;
  isFree(): boolean;
  held(): Change;
  change(): Change | null;
  leaving: (() => void)[];
};

function createHolding(remembered: Remembered): Holding {
  let change: Change | null = null;
  const leaving: (() => void)[] = [];

  async function enter(id: string): Promise<void> {
    leaving.push(await remembered.enter(id));
  }
  function take(found: Conversation): Conversation {
    remembered.keep(found);
    const base = remembered.find(found.id) ?? found;
    change = changeOf(base);
    return base;
  }

  return {
    enter,
    async hold(found) {
      if (change !== null) refuse();
      await enter(found.id);
      return take(found);
    },
    take,
    isFree: () => change === null,
    held: () => change ?? refuse(),
    change: () => change,
    leaving,
  };
}

function conversationsOf(
  { store, remembered, findOpenOf }: AttemptPorts,
  { enter, hold, take, isFree, held }: Holding,
): Partial<Repositories['conversations']> {
  return {
    async lock(id) {
      if (!isFree()) refuse();
      await enter(id); // Before it is looked for, as below.
      return take(remembered.find(id) ?? (await store.conversations.find(id)) ?? refuse());
    },
    async lockOpenOf(identityId) {
      // Before the conversation is looked for: what one says after the other would else be in the order in which the answers come.
      await enter(identityId);
      const found = remembered.findOpenOf(identityId) ?? (await findOpenOf(identityId));
      const base = await hold(found ?? refuse());
      // Others had their turn before: it may have been closed, or speak for somebody else now.
      if (base.state === 'closed' || base.identityId !== found?.identityId) refuse();
      held().speaker = identityId;
      return base;
    },
    channelKind: store.conversations.channelKind,
    reachableKind: store.conversations.reachableKind,
    openOrderFen: store.conversations.openOrderFen,
    save(conversation, entries) {
      if (held().saved !== null || conversation.id !== held().base.id) refuse();
      held().saved = { conversation, entries };
      return Promise.resolve();
    },
  };
}

function handoffsOf(held: () => Change): Repositories['handoffs'] {
  function heldAs(conversationId: ConversationId): Change {
    return conversationId === held().base.id ? held() : refuse();
  }
  return only<Repositories['handoffs']>({
    claim(conversationId, agentId, at) {
      heldAs(conversationId).claim = { agentId, at };
      return Promise.resolve();
    },
    markFirstResponse(conversationId, at) {
      heldAs(conversationId).answeredAt = at;
      return Promise.resolve();
    },
  });
}

/** Taker and head of the queue are read together; that nobody waits is for a transaction to say. */
function queueOf(desk: QueueDesk, { enter, hold, held, leaving }: Holding): Repositories['queue'] {
  let taker: Change['taker'] = null;
  let asked: ReturnType<QueueDesk['askHead']> | null = null;
  return only<Repositories['queue']>({
    async lockTaker(agentId) {
      await enter(agentId);
      const asking = desk.askHead();
      asked = asking;
      leaving.push(() => asking.then((given) => given?.giveBack(), ignore));
      const found = (await desk.readTaker(agentId)) ?? refuse();
      taker = { id: agentId, seenXid: found.seenXid };
      return found;
    },
    async lockHead(others) {
      const given = others === 'skip' ? await asked : refuse();
      if (!given || taker === null) return null;
      const base = await hold(given.head);
      held().taker = taker;
      return base;
    },
  });
}

function ignore(): void {
  return;
}

function jobsOf(held: () => Change): Repositories['jobs'] {
  return {
    enqueue(name, payload, { delayMs = 0 } = {}) {
      held().jobs.push({ name, payload, delayMs } as Change['jobs'][number]);
      return Promise.resolve();
    },
  };
}

function refuse(): never {
  throw new NeedsTransaction();
}

/** A repository of which only these members may be used. */
function only<T extends object>(members: Partial<T>): T {
  return new Proxy(members, { get: (all, name) => Reflect.get(all, name) ?? refuse }) as T;
}
