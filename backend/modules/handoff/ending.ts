import type { Disposition } from '#shared/domain/disposition';
import type { Author } from '#shared/domain/entry';
import type { AgentId } from '#shared/domain/ids';
import { append, type Draft } from '../conversations/index.ts';
import { clearStretch } from './transitions.ts';

/** Writes the end into log and row; the state has been moved. What it was handed off for stays known. `author` is a colleague, or the system. */
export function finish(draft: Draft, disposition: Disposition, author: Author): void {
  append(draft, { author, body: { type: 'closed', disposition } });
  const { conversation, at } = draft;
  const { trigger, botFailures } = conversation;
  clearStretch(draft);
  Object.assign(conversation, { trigger, botFailures, unansweredSince: null });
  conversation.closedAt = at;
  conversation.closedBy = closerOf(author);
  conversation.outcome = disposition.outcome;
  conversation.causeCode = disposition.causeCode;
  conversation.closeComment = disposition.comment;
}

function closerOf(author: Author): AgentId | null {
  return author.kind === 'agent' ? author.agentId : null;
}
