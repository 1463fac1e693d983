import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../modules/conversations/index.ts';
import type { Repositories } from '../repositories/index.ts';
import { type Change, changeOf } from './change.ts';
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
  const { store, remembered } = ports;
  let change: Change | null = null;
  let leave: (() => void) | null = null;
  let leaveSpeaker: (() => void) | null = null;

  async function hold(found: Conversation): Promise<Conversation> {
    if (leave !== null) throw new NeedsTransaction();
    leave = await remembered.enter(found.id);
    remembered.keep(found);
    const base = remembered.find(found.id) ?? found;
    change = changeOf(base);
    return base;
  }

  async function lock(id: ConversationId): Promise<Conversation> {
    const found = remembered.find(id) ?? (await store.conversations.find(id));
    return await hold(found ?? refuse());
  }

  async function lockOpenOf(identityId: string): Promise<Conversation> {
    // Before the conversation is looked for: what one says after the other would else be in the order in which the answers come.
    leaveSpeaker ??= await remembered.enter(identityId);
    const found = remembered.findOpenOf(identityId) ?? (await ports.findOpenOf(identityId));
    const base = await hold(found ?? refuse());
    // Others had their turn before: it may have been closed, or speak for somebody else now.
    if (base.state === 'closed' || base.identityId !== found?.identityId) refuse();
    held().speaker = identityId;
    return base;
  }

  function held(): Change {
    return change ?? refuse();
  }

  const conversations: Partial<Repositories['conversations']> = {
    lock,
    lockOpenOf,
    channelKind: store.conversations.channelKind,
    reachableKind: store.conversations.reachableKind,
    openOrderFen: store.conversations.openOrderFen,
    save(conversation, entries) {
      if (held().saved !== null || conversation.id !== held().base.id) refuse();
      held().saved = { conversation, entries };
      return Promise.resolve();
    },
  };
  const repositories: Repositories = {
    ...fixed,
    conversations: only(conversations),
    handoffs: handoffsOf(held),
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
    change: () => (change && (change.saved ?? change.command) !== null ? change : null),
    end() {
      leave?.();
      leaveSpeaker?.();
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
