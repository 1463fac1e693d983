import type { z } from 'zod';
import { accountRequests } from './agent-requests/accounts.ts';
import { adviceRequests, type articleHitSchema, type cannedReplySchema } from './agent-requests/advice.ts';
import { conversationRequests } from './agent-requests/conversations.ts';
import { floorRequests, type todaySchema, type workspaceSchema } from './agent-requests/floor.ts';
import { learningRequests } from './agent-requests/learning.ts';
import { messageRequests } from './agent-requests/messages.ts';
import type { ParsedInput, RequestContract, RequestInput, RequestOutput } from './request.ts';

/** What the console may ask of the agents' namespace: `emit(name, input, ack)`, acknowledged with a `Result` of the output. */
export const agentRequests = {
  ...floorRequests,
  ...conversationRequests,
  ...messageRequests,
  ...adviceRequests,
  ...learningRequests,
  ...accountRequests,
} as const satisfies Record<string, RequestContract>;

export type AgentRequestName = keyof typeof agentRequests;
export type AgentInput<N extends AgentRequestName> = RequestInput<(typeof agentRequests)[N]>;
export type AgentParsed<N extends AgentRequestName> = ParsedInput<(typeof agentRequests)[N]>;
export type AgentOutput<N extends AgentRequestName> = RequestOutput<(typeof agentRequests)[N]>;
export type Workspace = z.infer<typeof workspaceSchema>;
export type Today = z.infer<typeof todaySchema>;
export type CannedReply = z.infer<typeof cannedReplySchema>;
export type ArticleHit = z.infer<typeof articleHitSchema>;
