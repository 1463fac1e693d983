import type { ChannelKind, ChannelLimits } from '#shared/domain/channel';
import type { OutgoingMessage } from '../modules/channels/index.ts';
import type { SendOutcome } from '../modules/delivery/index.ts';

/** One kind of channel. A new kind is one of these, and passes the suite of test/contract/channel-adapters. */
export type ChannelAdapter = {
  kind: ChannelKind;
  /** What it can carry; shown to the agent before sending (rule I3). */
  limits: ChannelLimits;
  /**
   * Whether the other side takes a key and gives a message that comes twice under it one effect. Where it does not, a message whose fate is
   * unknown is never repeated by itself: a person decides (rule D14).
   */
  takesKey: boolean;
  /** Hands a message over, under the key of its effect. Never rejects, and answers within the time that an attempt may take. */
  send(message: OutgoingMessage, key: string): Promise<SendOutcome>;
};
