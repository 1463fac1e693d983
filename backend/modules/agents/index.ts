export {
  type AgentPorts,
  type AgentService,
  type AgentTerms,
  createAgentService,
  type SignedInSession,
  type SignInRequest,
} from './agent-service.ts';
export type {
  AgentAccount,
  AgentRepository,
  AgentSession,
  AgentStore,
  NewSession,
  PresenceLeaseRepository,
} from './ports.ts';
export type { PresenceService } from './presence.ts';

/** The cookie that carries a browser console's session. */
export const SESSION_COOKIE = 'baton_session';
