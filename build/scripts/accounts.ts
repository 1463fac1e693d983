import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { agentRoleSchema } from '#shared/domain/agent';
import { type AgentService, createAgentService } from '../../backend/modules/agents/index.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { createFactBus } from '../../backend/runtime/facts.ts';
import { createCounters } from '../../backend/runtime/rate-limit.ts';
import { connect } from '../../backend/storage/connection.ts';
import { createJobs } from '../../backend/storage/job-queue.ts';
import { createRepositories } from '../../backend/storage/repositories/index.ts';
import { createTransact } from '../../backend/storage/transaction.ts';
import { databaseAddress } from './database-address.ts';

const help = `npm run -s accounts -- COMMAND --database URL | --data FOLDER

  list                                             who has an account, and whether it is open
  deactivate --login NAME                          shut it: its sessions end within seconds on every node
  activate   --login NAME                          open it again
  password   --login NAME                          a new password, told once; all sessions of the account end
  add        --login NAME --zh NAME --en NAME [--role agent|lead|admin] [--capacity N]

--data names the data folder of a Baton that runs with its embedded database.
`;

const options = {
  database: { type: 'string' },
  data: { type: 'string' },
  login: { type: 'string', default: '' },
  zh: { type: 'string' },
  en: { type: 'string' },
  role: { type: 'string', default: 'agent' },
  capacity: { type: 'string', default: '5' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(words: string[]) {
  return parseArgs({ args: words, options, allowPositionals: true });
}

const commands: Record<string, (agents: AgentService, values: Values) => Promise<string>> = {
  list: async (agents) =>
    (await agents.listAccounts())
      .map(({ login, role, isActive, name }) =>
        [login.padEnd(20), role.padEnd(6), isActive ? 'open' : 'shut', `${name.zh} / ${name.en}`].join('  '),
      )
      .join('\n'),
  async deactivate(agents, { login }) {
    const account = await find(agents, login);
    await agents.deactivate(account.id);
    return `${account.login} is shut; whoever is signed in with it is out within seconds.`;
  },
  async activate(agents, { login }) {
    const account = await find(agents, login);
    await agents.activate(account.id);
    return `${account.login} is open.`;
  },
  async password(agents, { login }) {
    const account = await find(agents, login);
    const password = newPassword();
    await agents.changePassword(account.id, password);
    return `Sign in as ${account.login}  password ${password}`;
  },
  async add(agents, { login, zh, en, role, capacity }) {
    const name = { zh: zh ?? en ?? login, en: en ?? zh ?? login };
    const password = newPassword();
    if (!/^\S{1,80}$/.test(login)) throw new Error('A login is needed: --login NAME, without spaces.');
    await agents.addAccount({
      ...{ login, name, password },
      role: agentRoleSchema.parse(role),
      capacity: Math.max(1, Math.trunc(Number(capacity)) || 5),
    });
    return `Sign in as ${login}  password ${password}`;
  },
};

/** Does what the words ask of the accounts and gives what there is to say; throws with words for whoever typed them. */
export async function runAccounts(words: string[]): Promise<string> {
  const { values, positionals } = parse(words);
  const command = commands[positionals[0] ?? ''];
  if (values.help || command === undefined) return help;
  const url = databaseAddress(values);
  const { db, close } = connect({ url, poolSize: 2 });
  const jobs = createJobs({ url, onError: raise });
  try {
    await jobs.install();
    const store = createRepositories(db, jobs.queueFor);
    const transact = createTransact(db, (handle) => createRepositories(handle, jobs.queueFor));
    const terms = { sessionMs: 0, sessionIdleMs: 0, offlineAfterMs: 0, leaseMs: 0 };
    const facts = createFactBus(raise);
    return await command(
      createAgentService({
        transact,
        store,
        facts,
        clock: systemClock,
        counters: createCounters(null),
        terms,
      }),
      values,
    );
  } finally {
    await jobs.stop();
    await close();
  }
}

async function find(agents: AgentService, login: string) {
  const account = (await agents.listAccounts()).find(
    (one) => one.login.toLowerCase() === login.toLowerCase(),
  );
  if (account === undefined) throw new Error(`There is no account ${login || '(--login NAME is missing)'}.`);
  return account;
}

function newPassword(): string {
  return randomBytes(12).toString('base64url');
}

function raise(error: unknown): never {
  throw error;
}

if (import.meta.main) {
  runAccounts(process.argv.slice(2)).then(
    (said) => console.log(said),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
