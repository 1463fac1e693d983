import type { AgentId } from '#shared/domain/ids';
import type { Conversation, LogEntry } from '../../modules/conversations/index.ts';
import type { CommandKey } from '../../runtime/command.ts';
import type { JobName, JobPayloads } from '../../runtime/jobs.ts';

/** A job to be stored with a change. */
export type WantedJob = { [N in JobName]: { name: N; payload: JobPayloads[N]; delayMs: number } }[JobName];

/**
 * All that one unit of work writes about one conversation. It holds only while the conversation is as `base` says: its version covers whatever
 * its row and its names show, so nothing that was read beside it under that version can have changed either.
 */
export type Change = {
  readonly base: Conversation;
  /** The identity that speaks: it must still be of the conversation's customer. */
  speaker: string | null;
  command: { key: CommandKey; result: unknown } | null;
  saved: { conversation: Conversation; entries: readonly LogEntry[] } | null;
  /** Who takes it from the queue: they must have taken nothing since they were read. */
  taker: { id: AgentId; seenXid: string } | null;
  /** Who takes the running handoff. */
  claim: { agentId: AgentId; at: Date } | null;
  /** When the running handoff was answered, unless it was before. */
  answeredAt: Date | null;
  readonly jobs: WantedJob[];
};

/** A change that writes nothing yet. */
export function changeOf(base: Conversation): Change {
  return {
    base,
    speaker: null,
    command: null,
    saved: null,
    taker: null,
    claim: null,
    answeredAt: null,
    jobs: [],
  };
}
