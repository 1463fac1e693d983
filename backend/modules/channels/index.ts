export {
  type ChannelPorts,
  type ChannelService,
  createChannelService,
  type WebhookChannel,
} from './channel-service.ts';
export type { ChannelRecord, ChannelRepository, OutgoingMessage } from './ports.ts';
