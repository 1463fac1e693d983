import type { DeliveryService } from '../../modules/delivery/index.ts';
import type { AgentHandlers } from '../handler.ts';

/** What did not arrive: one by one, and all of a channel. */
export function deliveryHandlers({ delivery }: { delivery: DeliveryService }) {
  return {
    'message:retry': ({ actor, key }, input) => delivery.retryMessage({ actor, key, ...input }),
    'message:mark-arrived': ({ actor, key }, input) => delivery.markArrived({ actor, key, ...input }),
    'message:discard': ({ actor, key }, input) => delivery.discardMessage({ actor, key, ...input }),
    'undelivered:list': ({ actor }, wish) => delivery.list(actor, wish),
    'undelivered:retry': ({ actor, key }, { channelId, reason }) =>
      delivery.retryChannel({ actor, key, channelId, reason }),
  } satisfies Partial<AgentHandlers>;
}
