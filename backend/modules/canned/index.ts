import type { CannedReply } from '#shared/protocol/agent-requests';
import type { Transact } from '../../runtime/transact.ts';
import type { CannedReplyRepository } from './ports.ts';

export type { CannedReplyRepository } from './ports.ts';

/** The team's ready sentences. */
export type CannedReplyService = { list(): Promise<CannedReply[]> };

/** Canned replies over their table. */
export function createCannedReplyService(ports: {
  transact: Transact<{ canned: CannedReplyRepository }>;
}): CannedReplyService {
  return { list: () => ports.transact(({ canned }) => canned.listReplies()) };
}
