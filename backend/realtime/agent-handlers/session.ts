import type { AgentService } from '../../modules/agents/index.ts';
import type { ChannelService } from '../../modules/channels/index.ts';
import type { DraftingService } from '../../modules/drafting/index.ts';
import type { SettingsService } from '../../modules/settings/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { AgentHandlers } from '../handler.ts';

export type SessionHandlerPorts = {
  drafting: Pick<DraftingService, 'isAvailable'>;
  agents: AgentService;
  channels: ChannelService;
  settings: SettingsService;
  clock: Clock;
};

/** Who is signed in, where, whether they are there, and who may come in at all. */
export function sessionHandlers({ agents, channels, drafting, settings, clock }: SessionHandlerPorts) {
  return {
    'session:read': async ({ actor }) => {
      const { name, pageUrl } = await settings.read('shop');
      return {
        me: await agents.readMe(actor.agentId),
        shop: { name, pageUrl },
        channels: await channels.list(),
        abilities: { drafts: drafting.isAvailable },
        serverTime: clock.now().toISOString(),
      };
    },
    'presence:set': async ({ actor, key }, { presence }) => ({
      agent: await agents.setPresence(actor, presence, key),
    }),
    'account:list': async () => ({ accounts: await agents.listAccounts() }),
    'account:set-active': async ({ actor, key }, change) => ({
      account: await agents.setActive({ actor, key, ...change }),
    }),
  } satisfies Partial<AgentHandlers>;
}
