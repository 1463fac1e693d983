import { createHash, randomBytes } from 'node:crypto';
import type { AgentRole, Me } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { FactBus } from '../../runtime/facts.ts';
import { Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Counters } from '../../runtime/rate-limit.ts';
import type { Transact } from '../../runtime/transact.ts';
import { createPasswordCheck, hashPassword } from './password.ts';
import type { AgentAccount, AgentStore } from './ports.ts';
import { createPresenceService, type PresenceService, type PresenceTerms } from './presence.ts';

export type AgentPorts = {
  transact: Transact<AgentStore>;
  facts: FactBus;
  clock: Clock;
  terms: AgentTerms;
  counters: Counters;
};

/** Durations in milliseconds: how long a session lasts, how long it may lie idle, and those of presence. */
export type AgentTerms = PresenceTerms & { sessionMs: number; sessionIdleMs: number };

/** A sign-in as it came; `address` is where from. */
export type SignInRequest = { login: string; password: string; client: 'web' | 'desktop'; address: string };

/** `token` is the session's only credential and is not kept. */
export type SignedInSession = { me: Me; token: string; expiresAt: Date };

/** Accounts of staff, their sessions, and who is there. */
export type AgentService = PresenceService & {
  /** The one way in. `unauthenticated` for whatever is wrong, `rate-limited` after too many failures for this login or from this address. */
  signIn(request: SignInRequest): Promise<SignedInSession>;
  /** Who bears this token and until when, or `null`. */
  readSession(token: string): Promise<{ actor: AgentActor; expiresAt: Date } | null>;
  /** Which of these sessions do not hold any more. */
  listEndedSessions(ids: readonly string[]): Promise<string[]>;
  /** Ends one session; its sockets are told. */
  signOut(sessionId: string): Promise<void>;
  /** A new password ends every session of the account. */
  changePassword(agentId: AgentId, password: string): Promise<void>;
  /** Shuts the account: its sessions end at once. */
  deactivate(agentId: AgentId): Promise<void>;
  readMe(agentId: AgentId): Promise<Me>;
  /** A new account; `conflict` when the login is taken. */
  addAccount(account: {
    login: string;
    name: Localized;
    role: AgentRole;
    capacity: number;
    password: string;
  }): Promise<AgentId>;
};

const WAITS = { firstWaitSeconds: 2, longestWaitSeconds: 15 * 60, memorySeconds: 30 * 60 };
/** Five wrong passwords for one account cost nothing; from there each costs twice as long as the one before. */
const ACCOUNT_THROTTLE = { name: 'sign-in-account', free: 5, ...WAITS };
/** Whole offices share an address. */
const ADDRESS_THROTTLE = { name: 'sign-in-address', free: 30, ...WAITS };

/** Agents over their tables. */
export function createAgentService(ports: AgentPorts): AgentService {
  const { transact, facts, clock, terms } = ports;
  const signIn = createSignIn(ports);

  return {
    signIn,
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
    async changePassword(agentId, password) {
      const hash = await hashPassword(password);
      await endSessions(ports, { agentId, reason: 'signed-out' }, ({ agents }) =>
        agents.setPasswordHash(agentId, hash),
      );
    },
    deactivate: (agentId) =>
      endSessions(ports, { agentId, reason: 'deactivated' }, ({ agents }) =>
        agents.setActive(agentId, false),
      ),
    async readMe(agentId) {
      const account = await transact(({ agents }) => agents.findAccount(agentId));
      if (account === null) throw new Fault('not-found', 'There is no such agent');
      return meOf(account);
    },
    ...createPresenceService(ports),
    async addAccount({ password, ...account }) {
      const id = newId<AgentId>();
      const passwordHash = await hashPassword(password);
      await transact(async ({ agents }) => {
        if ((await agents.findByLogin(account.login)) !== null) {
          throw new Fault('conflict', 'This login is taken', { field: 'login' });
        }
        await agents.addAccount({ ...account, id, passwordHash, isActive: true });
      });
      return id;
    },
  };
}

/** Makes a change after which no session of the account holds. */
async function endSessions(
  { transact, facts, clock }: AgentPorts,
  { agentId, reason }: { agentId: AgentId; reason: 'signed-out' | 'deactivated' },
  change: (store: AgentStore) => Promise<void>,
): Promise<void> {
  const ended = await transact(async (store) => {
    await change(store);
    return await store.agents.endSessionsOf(agentId, clock.now());
  });
  for (const sessionId of ended) facts.publish({ type: 'session-ended', sessionId, reason });
}

function createSignIn({ transact, clock, terms, counters }: AgentPorts): AgentService['signIn'] {
  const check = createPasswordCheck();
  const byAccount = counters.throttle(ACCOUNT_THROTTLE);
  const byAddress = counters.throttle(ADDRESS_THROTTLE);

  return async ({ login, password, client, address }) => {
    const accountKey = login.toLowerCase();
    const waitMs = (await byAddress.enter(address)) || (await byAccount.enter(accountKey));
    if (waitMs > 0) {
      throw new Fault('rate-limited', 'Too many failed sign-ins', { retryAfterMs: waitMs });
    }
    const account = await transact(({ agents }) => agents.findByLogin(login));
    const isRight = await check(account?.passwordHash ?? null, password);
    if (account === null || !isRight || !account.isActive) {
      throw new Fault('unauthenticated', 'The login or the password is wrong');
    }
    // Only what was tried for this account turns out to have been no guessing; who has one account must not buy free guesses at others with it.
    await byAddress.forgive(address, await byAccount.clear(accountKey));
    const at = clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(at.getTime() + terms.sessionMs);
    const session = { id: newId(), agentId: account.id, tokenHash: hashOf(token), client, at, expiresAt };
    await transact(({ agents }) => agents.addSession(session));
    return { me: meOf(account), token, expiresAt };
  };
}

function meOf({ id, name, login, role, capacity }: AgentAccount): Me {
  return { id, name, login, role, capacity };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
