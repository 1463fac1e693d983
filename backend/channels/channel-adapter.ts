import type { ChannelKind, ChannelLimits } from '#shared/domain/channel';
import type { Phrase } from '#shared/domain/language';
import type { OutgoingMessage } from '../modules/channels/index.ts';

/** What came of one try to hand a message to the channel. `failed` is for good; `again` may succeed later. */
export type SendOutcome = { state: 'sent' } | { state: 'failed' | 'again'; reason: Phrase };

/** One kind of channel. A new kind is one of these, and passes the suite of test/contract/channel-adapters. */
export type ChannelAdapter = {
  kind: ChannelKind;
  /** What it can carry; shown to the agent before sending (rule I3). */
  limits: ChannelLimits;
  /** Hands a message over. Never rejects. The same message may come again after a crash, under the same id. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
};
