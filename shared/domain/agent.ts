import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { localizedSchema } from './language.ts';

/** What a member of staff may do: an agent serves customers, a lead also watches the floor, an admin also runs the shop's settings. */
export const agentRoleSchema = z.enum(['agent', 'lead', 'admin']);
export type AgentRole = z.infer<typeof agentRoleSchema>;

export const presenceSchema = z.enum(['online', 'away', 'offline']);
export type Presence = z.infer<typeof presenceSchema>;

/** A colleague, as named on messages and in lists. */
export const agentRefSchema = z.object({ id: agentIdSchema, name: localizedSchema });
export type AgentRef = z.infer<typeof agentRefSchema>;

/** A colleague as seen on the floor: presence and load. */
export const agentStatusSchema = agentRefSchema.extend({
  role: agentRoleSchema,
  presence: presenceSchema,
  activeConversations: z.int().min(0),
  capacity: z.int().positive(),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** An account of a member of staff, as those see it who may shut it. */
export const accountSchema = agentStatusSchema.extend({ login: z.string(), isActive: z.boolean() });
export type Account = z.infer<typeof accountSchema>;

/** Whether somebody in the one role may shut and open accounts of the other. */
export function mayCommand(role: AgentRole, other: AgentRole): boolean {
  return role === 'admin' || (role === 'lead' && other === 'agent');
}

/** The person who is signed in. */
export const meSchema = agentRefSchema.extend({
  login: z.string(),
  role: agentRoleSchema,
  capacity: z.int().positive(),
});
export type Me = z.infer<typeof meSchema>;
