import { randomBytes } from 'node:crypto';
import type { AgentRef, AgentRole } from '#shared/domain/agent';
import type { AgentService } from '../modules/agents/index.ts';
import type { ChannelService } from '../modules/channels/index.ts';
import type { ImportService } from '../modules/imports/index.ts';
import type { SentimentModel } from '../modules/sentiment/index.ts';
import type { SettingsService } from '../modules/settings/index.ts';
import type { Clock } from '../runtime/clock.ts';
import { makeHistory, staff } from './content/index.ts';
import { openDemoChannels } from './demo-channels.ts';
import { importedCustomers } from './seed-customers.ts';
import { importedConversation } from './seed-history.ts';
import { type Draw, demoSettings, demoShop } from './seed-shop.ts';
import { chooseVisitors } from './seed-visitors.ts';

export type SeedPorts = {
  agents: AgentService;
  channels: ChannelService;
  imports: ImportService;
  settings: SettingsService;
  sentiment: SentimentModel;
  clock: Clock;
};

/** Who may sign in to the demo shop's console, all with one password. */
export type DemoStaff = { password: string; accounts: { login: string; role: AgentRole }[]; isNew: boolean };

/** Grows when the demo shop changes so much that a new one must be made; an older one is left as it is. */
const VERSION = 1;
/** From which the demo shop's people and their past are made. */
export const DEMO_SEED = 20_251;
const CAPACITY: Record<AgentRole, number> = { agent: 6, lead: 4, admin: 2 };

/**
 * Loads the demo shop unless it is there: catalogue, knowledge, root causes, ready sentences, staff, customers and their past, as of the
 * clock's now. The same password again on every later start. A start that was cut short goes on where it stopped.
 */
export async function seedDemo(ports: SeedPorts, draw: Draw): Promise<DemoStaff> {
  const { settings, clock } = ports;
  const before = await settings.read('demo');
  const password = before?.password ?? readablePassword();
  const accounts = staff.map(({ login, role }) => ({ login, role }));
  if (before && before.version >= 1) return { password, accounts, isNew: false };
  if (!before)
    await settings.write('demo', { version: 0, password, visitors: [], seededAt: clock.now().toISOString() });
  const agents = await addStaff(ports, password);
  const channels = await openDemoChannels(ports.channels);
  const now = clock.now();
  const shop = demoShop(now, draw);
  const history = makeHistory({ seed: DEMO_SEED, now });
  const customers = importedCustomers(history.customers, channels);
  const tell = { shop, customers, agents, channels, sentiment: ports.sentiment };
  await ports.imports.importAll({
    shop,
    customers: [...customers.values()],
    conversations: history.conversations.map((past) => importedConversation(tell, past)),
    settings: {
      ...demoSettings(),
      demo: {
        version: VERSION,
        password,
        visitors: chooseVisitors(history.customers, now),
        seededAt: now.toISOString(),
      },
    },
  });
  return { password, accounts, isNew: true };
}

/** The staff that is missing, added; all of them by login. */
async function addStaff({ agents }: SeedPorts, password: string): Promise<Map<string, AgentRef>> {
  const known = new Map((await agents.listStatus()).map((agent) => [agent.name.en, agent.id]));
  const added = await Promise.all(
    staff.map(async ({ login, name, role }): Promise<[string, AgentRef]> => {
      const id =
        known.get(name.en) ??
        (await agents.addAccount({ login, name, role, capacity: CAPACITY[role], password }));
      return [login, { id, name }];
    }),
  );
  return new Map(added);
}

/** Twelve letters and digits that nobody misreads. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('');
  return `${word.slice(0, 4)}-${word.slice(4, 8)}-${word.slice(8)}`;
}
