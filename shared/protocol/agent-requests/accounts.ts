import { z } from 'zod';
import { accountSchema } from '../../domain/agent.ts';
import { agentIdSchema, clientIdSchema } from '../../domain/ids.ts';
import type { RequestContract } from '../request.ts';

/** Who may come in. For leads and admins. */
export const accountRequests = {
  /** All accounts, the shut ones too. */
  'account:list': {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ accounts: z.array(accountSchema) }),
  },
  /**
   * Shuts an account, or opens it again. Shut, its sessions end at once on every node, and its conversations go back to the queue. A lead may do so
   * with agents (`not-found` else), an admin with everybody; nobody with their own account (`invalid-input`).
   */
  'account:set-active': {
    kind: 'command',
    input: z.strictObject({ clientId: clientIdSchema, agentId: agentIdSchema, isActive: z.boolean() }),
    output: z.object({ account: accountSchema }),
  },
} as const satisfies Record<string, RequestContract>;
