export {
  type AgentPorts,
  type AgentService,
  type AgentTerms,
  createAgentService,
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
export type { SignedInSession, SignInRequest } from './sign-in.ts';

/** The cookie that carries a browser console's session. */
export const SESSION_COOKIE = 'baton_session';
/** The cookie that tells a browser on which somebody has signed in before from a stranger's. */
export const DEVICE_COOKIE = 'baton_device';
