import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { Conversation } from '../../modules/conversations/index.ts';
import type { Taker } from '../../modules/handoff/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import { sharedReads } from '../shared-reads.ts';

/** Somebody who takes the next of the queue, as they were read: the transaction that last touched their row stands for what they have. */
export type SeenTaker = Taker & { seenXid: string };

/** What is read for those who ask for the next of the queue, without a lock. */
export type QueueReads = {
  /** In any order; who does not exist is left out. */
  findTakers(ids: readonly AgentId[]): Promise<SeenTaker[]>;
  /** The first so many that wait, but for those named, in the order of the queue at this moment. */
  findHeads(asked: { count: number; except: readonly ConversationId[]; now: Date }): Promise<Conversation[]>;
};

/** Hands out the queue to those of this process who ask: all who ask meanwhile share one reading, and no two are given the same. */
export type QueueDesk = {
  readTaker(id: AgentId): Promise<SeenTaker | null>;
  /** The first that nobody else here is about to take; to be given back by calling `giveBack` when that has come to its end. */
  askHead(): Promise<{ head: Conversation; giveBack(): void } | null>;
};

/** A desk at which nobody asks yet. */
export function createQueueDesk({ findTakers, findHeads }: QueueReads, clock: Clock): QueueDesk {
  const handedOut = new Set<ConversationId>();
  const askHead = sharedReads(async (asked: readonly undefined[]) => {
    const heads = await findHeads({ count: asked.length, except: [...handedOut], now: clock.now() });
    return asked.map((_asked, place) => {
      const head = heads[place];
      if (head === undefined) return null;
      handedOut.add(head.id);
      return { head, giveBack: () => void handedOut.delete(head.id) };
    });
  });
  return {
    readTaker: sharedReads(async (ids) => {
      const found = new Map((await findTakers(ids)).map((taker) => [taker.member.id, taker]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    askHead: () => askHead(undefined),
  };
}
