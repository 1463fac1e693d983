import type { Pool } from 'pg';
import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../modules/conversations/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { Repositories } from '../repositories/index.ts';
import { type AttemptPorts, createAttempts } from './attempt.ts';
import { createCommitter, type StoreJobs } from './committer.ts';
import { createQueueDesk, type QueueReads } from './queue-desk.ts';
import { createRemembered } from './remembered.ts';

export type GroupCommitPorts = Omit<AttemptPorts, 'remembered' | 'desk'> & {
  queue: QueueReads;
  clock: Clock;
  /** Sessions for commits of many changes at once. */
  pool: Pool;
  storeJobs: StoreJobs;
  /** The ordinary way, with locks. */
  transact: Transact<Repositories>;
};

export type GroupCommit = {
  transact: Transact<Repositories>;
  /** Something newer than what this process remembers is known of a conversation. */
  forget(id: ConversationId, olderThan: number): void;
};

/**
 * The fast way to change a conversation. The work is run against what this process knows of the conversation, without a lock or a transaction;
 * what it wants to write is committed together with what others want to write at the same moment, by one statement that compares the version.
 * Where the conversation is not as it was thought to be, where the work refuses, or wants what only a transaction gives, it is done
 * again the ordinary way, under the row's lock: so nothing is ever decided by what is merely remembered.
 */
export function createGroupCommit(ports: GroupCommitPorts): GroupCommit {
  const remembered = createRemembered();
  const attempts = createAttempts({ ...ports, remembered, desk: createQueueDesk(ports.queue, ports.clock) });
  const committer = createCommitter(ports.pool, ports.storeJobs);
  const ordinary = keeping(ports.transact, remembered.keep);

  async function tryFast<T>(
    attempt: ReturnType<typeof attempts>,
    work: (repositories: Repositories) => Promise<T>,
  ): Promise<{ result: T } | null> {
    let result: T;
    try {
      result = await work(attempt.repositories);
    } catch {
      return null;
    }
    const change = attempt.change();
    if (change === null) return null;
    // Whatever comes of the commit: what was known before it is not to be relied on.
    remembered.forget(change.base.id);
    if (!(await committer.commit(change))) return null;
    remembered.keep(change.saved?.conversation ?? change.base);
    return { result };
  }

  return {
    async transact(work) {
      const attempt = attempts();
      try {
        return ((await tryFast(attempt, work)) ?? { result: await ordinary(work) }).result;
      } finally {
        attempt.end();
      }
    },
    forget: remembered.forget,
  };
}

/** The same transactions; what they have written of conversations is given to `keep` when it is committed. */
function keeping(
  transact: Transact<Repositories>,
  keep: (conversation: Conversation) => void,
): Transact<Repositories> {
  return async (work) => {
    let saved: Conversation[] = [];
    const result = await transact((repositories) => {
      saved = [];
      const save: Repositories['conversations']['save'] = async (conversation, entries) => {
        await repositories.conversations.save(conversation, entries);
        saved.push(conversation);
      };
      return work({ ...repositories, conversations: { ...repositories.conversations, save } });
    });
    for (const conversation of saved) keep(conversation);
    return result;
  };
}
