import { type Account, type AgentRole, type Me, mayCommand } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey } from '../../runtime/command.ts';
import type { FactBus } from '../../runtime/facts.ts';
import { Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Transact } from '../../runtime/transact.ts';
import { hashPassword } from './password.ts';
import type { AgentAccount, AgentStore } from './ports.ts';

export type AccountPorts = {
  transact: Transact<AgentStore>;
  facts: FactBus;
  clock: Clock;
  /** Tells colleagues how the agent stands now. */
  announce(agentId: AgentId): Promise<void>;
};

/** Who works here, and who may still come in. */
export type AccountService = {
  /** All accounts, the shut ones too, by role and login. */
  listAccounts(): Promise<Account[]>;
  /**
   * Shuts an account or opens it again. `not-found` for one whose holder the actor may not command; `invalid-input` for one's own: nobody locks
   * themselves out.
   */
  setActive(command: {
    actor: AgentActor;
    key: CommandKey;
    agentId: AgentId;
    isActive: boolean;
  }): Promise<Account>;
  /** Shuts the account: its sessions end at once on every node, and what it had goes back to the queue. */
  deactivate(agentId: AgentId): Promise<void>;
  activate(agentId: AgentId): Promise<void>;
  /** A new password ends every session of the account. */
  changePassword(agentId: AgentId, password: string): Promise<void>;
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

/** Accounts over their table. */
export function createAccountService({ transact, facts, clock, announce }: AccountPorts): AccountService {
  function tellEnded(sessionIds: readonly string[], reason: 'signed-out' | 'deactivated'): void {
    for (const sessionId of sessionIds) facts.publish({ type: 'session-ended', sessionId, reason });
  }

  return {
    listAccounts: () => transact(({ agents }) => agents.listAccounts()),
    async setActive({ actor, key, agentId, isActive }) {
      const { account, ended } = await transact((store) =>
        store.commands.once(key, async () => {
          await requireCommand(store, actor, agentId);
          const sessionIds = await (isActive ? open(store, agentId) : shut(store, agentId, clock.now()));
          return { account: await findListed(store, agentId), ended: sessionIds };
        }),
      );
      tellEnded(ended, 'deactivated');
      await announce(agentId);
      return account;
    },
    async deactivate(agentId) {
      tellEnded(await transact((store) => shut(store, agentId, clock.now())), 'deactivated');
      await announce(agentId);
    },
    async activate(agentId) {
      await transact((store) => open(store, agentId));
    },
    async changePassword(agentId, password) {
      const hash = await hashPassword(password);
      const ended = await transact(async ({ agents }) => {
        await agents.setPasswordHash(agentId, hash);
        return await agents.endSessionsOf(agentId, clock.now());
      });
      tellEnded(ended, 'signed-out');
    },
    async readMe(agentId) {
      const account = await transact(({ agents }) => agents.findAccount(agentId));
      if (account === null) throw new Fault('not-found', 'There is no such agent');
      return meOf(account);
    },
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

/** What the holder of an account knows of it. */
export function meOf({ id, name, login, role, capacity }: AgentAccount): Me {
  return { id, name, login, role, capacity };
}

async function requireCommand({ agents }: AgentStore, actor: AgentActor, agentId: AgentId): Promise<void> {
  if (agentId === actor.agentId) {
    throw new Fault('invalid-input', 'Nobody shuts their own account', { field: 'agentId' });
  }
  const account = await agents.findAccount(agentId);
  if (account === null || !mayCommand(actor.role, account.role)) throw noAccount();
}

/** Ends its sessions and names them. Who is gone for good keeps nobody waiting: the lease of what they had is over. */
async function shut({ agents, jobs }: AgentStore, agentId: AgentId, at: Date): Promise<string[]> {
  await agents.setActive(agentId, false);
  await agents.setPresence(agentId, 'offline', at);
  await jobs.enqueue('lease-expiry', { agentId, presenceAt: at.toISOString() });
  return await agents.endSessionsOf(agentId, at);
}

async function open({ agents }: AgentStore, agentId: AgentId): Promise<string[]> {
  await agents.setActive(agentId, true);
  return [];
}

async function findListed({ agents }: AgentStore, agentId: AgentId): Promise<Account> {
  const account = (await agents.listAccounts()).find(({ id }) => id === agentId);
  if (account === undefined) throw noAccount();
  return account;
}

function noAccount(): Fault {
  return new Fault('not-found', 'There is no such account', { field: 'agentId' });
}
