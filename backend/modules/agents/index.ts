export {
  type AgentPorts,
  type AgentService,
  type AgentTerms,
  createAgentService,
  type SignedInSession,
  type SignInRequest,
} from './agent-service.ts';
export type { AgentAccount, AgentRepository, AgentSession, AgentStore, NewSession } from './ports.ts';
