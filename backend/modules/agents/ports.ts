import type { Account, AgentRole, AgentStatus, Presence } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { CommandLog } from '../../runtime/command.ts';
import type { JobQueue } from '../../runtime/jobs.ts';

/** An account of a member of staff. */
export type AgentAccount = {
  id: AgentId;
  login: string;
  name: Localized;
  role: AgentRole;
  capacity: number;
  passwordHash: string;
  isActive: boolean;
};

/** A signed-in client of a member of staff; ends at `expiresAt` however busy it is. */
export type AgentSession = { id: string; agentId: AgentId; role: AgentRole; expiresAt: Date };

export type NewSession = Omit<AgentSession, 'role'> & {
  tokenHash: Buffer;
  client: 'web' | 'desktop';
  at: Date;
};

export type AgentRepository = {
  findAccount(id: AgentId): Promise<AgentAccount | null>;
  /** Logins are told apart without regard to case. */
  findByLogin(login: string): Promise<AgentAccount | null>;
  addAccount(account: AgentAccount): Promise<void>;
  setPasswordHash(id: AgentId, hash: string): Promise<void>;
  setActive(id: AgentId, isActive: boolean): Promise<void>;
  /** All accounts, with presence and load, by role and login. */
  listAccounts(): Promise<Account[]>;
  /** All that are active, with presence and load, by role and login. */
  listStatus(): Promise<AgentStatus[]>;
  readStatus(id: AgentId): Promise<AgentStatus | null>;
  /** Where the agent is and since when; the row locked until the transaction ends. */
  lockPresence(id: AgentId): Promise<{ presence: Presence; at: Date; isActive: boolean } | null>;
  setPresence(id: AgentId, presence: Presence, at: Date): Promise<void>;
  /** Only while the account is open and has this password; tells whether it was so. */
  addSession(session: NewSession, passwordHash: string): Promise<boolean>;
  /** The living session with this token, used since `idleBefore`; its use is stamped, to the minute. */
  useSession(tokenHash: Buffer, now: Date, idleBefore: Date): Promise<AgentSession | null>;
  endSession(id: string, at: Date): Promise<void>;
  /** Which of these sessions have ended, run out, lain idle since `idleBefore`, or belong to a shut account. */
  listEnded(ids: readonly string[], now: Date, idleBefore: Date): Promise<string[]>;
  /** Ends all living sessions of an agent and names them. */
  endSessionsOf(agentId: AgentId, at: Date): Promise<string[]>;
};

/** The nodes' word for who is connected to them, each holding for a while by the database's clock. Durations in milliseconds. */
export type PresenceLeaseRepository = {
  /** The node vouches for these agents from now; tells which of them are offline all the same. */
  renew(nodeId: string, agentIds: readonly AgentId[], ms: number): Promise<AgentId[]>;
  /** The node's word for these agents holds only so long from now. */
  shorten(nodeId: string, agentIds: readonly AgentId[], ms: number): Promise<void>;
  /** Whether any node vouches for the agent now. */
  isVouchedFor(agentId: AgentId): Promise<boolean>;
  /** Who is not offline though no node vouches for them. */
  listVanished(): Promise<AgentId[]>;
  forgetOld(): Promise<void>;
};

/** What the agents module needs of storage, bound to one transaction. */
export type AgentStore = {
  agents: AgentRepository;
  presenceLeases: PresenceLeaseRepository;
  commands: CommandLog;
  jobs: JobQueue;
};
