import type { ChannelService } from '../modules/channels/index.ts';
import { signIdentityToken } from '../modules/customers/index.ts';
import type { SettingsService } from '../modules/settings/index.ts';
import type { Clock } from '../runtime/clock.ts';
import { makeHistory } from './content/index.ts';
import { openDemoChannels } from './demo-channels.ts';
import { DEMO_SEED } from './seed.ts';
import { startPhone } from './simulator/phone.ts';
import { startSimulator } from './simulator/simulator.ts';

export type LiveDemoParts = {
  /** Where the running server is reached. */
  url: string;
  services: { channels: ChannelService; settings: SettingsService };
  clock: Clock;
  /** Whether simulated customers keep arriving. */
  isSimulating: boolean;
  onError: (error: unknown) => void;
  /** Of the simulated customers; 1 is a person's speed. */
  pace?: number;
  seed?: number;
};

/**
 * What lives beside the demo shop while the server runs: the mini program at the other end of the webhook channel and, if wished, customers
 * who keep arriving through the public doors. Start it after the server listens, stop it before.
 */
export async function startLiveDemo(parts: LiveDemoParts): Promise<{ stop(): Promise<void> }> {
  const { url, services, clock, isSimulating, onError, pace = 1, seed = Date.now() } = parts;
  const { channels, settings } = services;
  const { 'mini-program': channelId } = await openDemoChannels(channels);
  const webhook = await channels.findWebhook(channelId);
  if (!webhook) throw new Error('The demo shop has lost its mini program');
  const phone = await startPhone({ shopUrl: () => url, channelId, secret: webhook.secret });
  await channels.setOutboundUrl(channelId, phone.address);
  if (!isSimulating) return { stop: phone.stop };
  const demo = await settings.read('demo');
  const { customers } = makeHistory({ seed: DEMO_SEED, now: new Date(demo?.seededAt ?? clock.now()) });
  const secret = await settings.read('identity-secret');
  const simulator = startSimulator({
    url,
    phone,
    customers,
    signIdentity: ({ key, name }) => signIdentityToken({ sub: key, name }, secret, clock),
    seed,
    clock,
    pace,
    countWaiting: () => readQueueLength(url),
    onError,
  });
  return {
    async stop() {
      await simulator.stop();
      await phone.stop();
    },
  };
}

/** The length of the queue as the server's public figures tell it. */
async function readQueueLength(url: string): Promise<number> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(5_000) });
  const figure = /^baton_queue_length(?:\{[^}]*\})? (\d+)/m.exec(await response.text())?.[1];
  if (figure === undefined) throw new Error('The figures do not tell the length of the queue');
  return Number(figure);
}
