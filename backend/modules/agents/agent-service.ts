import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { FactBus } from '../../runtime/facts.ts';
import type { Counters } from '../../runtime/rate-limit.ts';
import type { Transact } from '../../runtime/transact.ts';
import { type AccountService, createAccountService } from './accounts.ts';
import type { AgentStore } from './ports.ts';
import { createPresenceService, type PresenceService, type PresenceTerms } from './presence.ts';
import { createSignIn, hashOf, type SignIn } from './sign-in.ts';

export type AgentPorts = {
  transact: Transact<AgentStore>;
  /** The same outside any transaction. */
  store: AgentStore;
  facts: FactBus;
  clock: Clock;
  terms: AgentTerms;
  counters: Counters;
};

/** Durations in milliseconds: how long a session lasts, how long it may lie idle, and those of presence. */
export type AgentTerms = PresenceTerms & { sessionMs: number; sessionIdleMs: number };

/** Accounts of staff, their sessions, and who is there. */
export type AgentService = AccountService &
  PresenceService & {
    signIn: SignIn;
    /** Who bears this token and until when, or `null`. */
    readSession(token: string): Promise<{ actor: AgentActor; expiresAt: Date } | null>;
    /** Which of these sessions do not hold any more. */
    listEndedSessions(ids: readonly string[]): Promise<string[]>;
    /** Ends one session; its sockets are told. */
    signOut(sessionId: string): Promise<void>;
  };

/** Agents over their tables. */
export function createAgentService(ports: AgentPorts): AgentService {
  const { transact, facts, clock, terms } = ports;
  const presence = createPresenceService(ports);

  return {
    signIn: createSignIn(ports),
    readSession: async (token) => {
      const now = clock.now();
      const idleBefore = new Date(now.getTime() - terms.sessionIdleMs);
      const session = await transact(({ agents }) => agents.useSession(hashOf(token), now, idleBefore));
      if (session === null) return null;
      const { id: sessionId, agentId, role, expiresAt } = session;
      return { actor: { kind: 'agent', agentId, role, sessionId }, expiresAt };
    },
    async listEndedSessions(ids) {
      const now = clock.now();
      const idleBefore = new Date(now.getTime() - terms.sessionIdleMs);
      return await transact(({ agents }) => agents.listEnded(ids, now, idleBefore));
    },
    async signOut(sessionId) {
      await transact(({ agents }) => agents.endSession(sessionId, clock.now()));
      facts.publish({ type: 'session-ended', sessionId, reason: 'signed-out' });
    },
    ...createAccountService({ ...ports, announce: presence.announce }),
    ...presence,
  };
}
