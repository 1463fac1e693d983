import { z } from 'zod';
import { agentStatusSchema, meSchema, presenceSchema } from '../../domain/agent.ts';
import { channelSchema } from '../../domain/channel.ts';
import { conversationSummarySchema, departureSchema } from '../../domain/conversation.ts';
import { clientIdSchema, momentSchema } from '../../domain/ids.ts';
import { localizedSchema } from '../../domain/language.ts';
import type { RequestContract } from '../request.ts';

/** Waits in milliseconds, medians over today's handoffs in the shop's time zone; `null` where there were none (rule H8). */
export const todaySchema = z.object({
  handedOff: z.int(),
  answered: z.int(),
  closed: z.int(),
  botOnly: z.int(),
  waitMedianMs: z.number().nullable(),
  firstResponseMedianMs: z.number().nullable(),
  topCauses: z.array(z.object({ code: z.string(), count: z.int() })).max(5),
  mine: z.object({ closed: z.int(), firstResponseMedianMs: z.number().nullable() }),
});
/**
 * The workspace after a cursor (rules D3, D4): rows changed since, rows that this agent may no longer see, and the new cursor.
 * Without a cursor, or with one that is too old, `isFull` is true and the answer is everything: rows not in it are gone. Where `hasMore` is true, it goes on
 * with the answer to the new cursor: everything is what all full answers in a row tell together.
 */
export const workspaceSchema = z.object({
  cursor: z.string(),
  isFull: z.boolean(),
  hasMore: z.boolean(),
  conversations: z.array(conversationSummarySchema),
  removed: z.array(departureSchema),
  agents: z.array(agentStatusSchema),
});

/** Who is there, what waits, and how the day goes. */
export const floorRequests = {
  'session:read': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      me: meSchema,
      shop: z.object({ name: localizedSchema, pageUrl: z.string().nullable() }),
      channels: z.array(channelSchema),
      /** What this server can do that not every one can. */
      abilities: z.object({ drafts: z.boolean() }),
      serverTime: momentSchema,
    }),
  },
  'workspace:sync': {
    kind: 'query',
    input: z.strictObject({ cursor: z.string().max(200).nullable() }),
    output: workspaceSchema,
  },
  'presence:set': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, presence: presenceSchema.exclude(['offline']) }),
    output: z.object({ agent: agentStatusSchema }),
  },
  'insights:today': { kind: 'query', input: z.strictObject({}), output: todaySchema },
} as const satisfies Record<string, RequestContract>;
