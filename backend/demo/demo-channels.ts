import type { ChannelId } from '#shared/domain/ids';
import type { ChannelService } from '../modules/channels/index.ts';
import type { DemoChannelId } from './content/index.ts';

/** Where each of the demo shop's doors leads. */
export type DemoChannels = Readonly<Record<DemoChannelId, ChannelId>>;

/** Fixed, so that every start means the same channel. */
const MINI_PROGRAM = '01980000-0000-7000-8000-000000000101' as ChannelId;

/** Makes sure of the demo shop's three doors: our own web and app channels, and a mini program that speaks the signed webhook. */
export async function openDemoChannels(channels: ChannelService): Promise<DemoChannels> {
  await channels.prepare();
  if ((await channels.findWebhook(MINI_PROGRAM)) === null) {
    await channels.addWebhook({
      id: MINI_PROGRAM,
      name: { zh: '小程序', en: 'Mini program' },
      outboundUrl: null,
    });
  }
  return {
    web: await channels.ownChannel('web'),
    app: await channels.ownChannel('app'),
    'mini-program': MINI_PROGRAM,
  };
}
