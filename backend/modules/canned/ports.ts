import type { CannedReply } from '#shared/protocol/agent-requests';

export type CannedReplyRepository = {
  /** In the order of their shortcuts. */
  listReplies(): Promise<CannedReply[]>;
};
