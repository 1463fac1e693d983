import type { Author, Delivery } from '#shared/domain/entry';
import { append, type Draft, type LogEntry, plan, type Unit } from '../conversations/index.ts';
import type { DeliveryStore } from './ports.ts';

/**
 * Moves a message's delivery on and writes it into the log, with who did it. One that is to be tried again gets its job; one that is no longer
 * waiting lets the next on its channel go (rule D13). One that was taken back is let go, however it ended, unless it arrived. The caller saves the draft.
 */
export async function conclude(
  unit: Unit<DeliveryStore>,
  draft: Draft,
  {
    message,
    delivery,
    author = { kind: 'system' },
  }: { message: LogEntry; delivery: Delivery; author?: Author },
): Promise<LogEntry> {
  const { conversationId, channelId } = message;
  const reached = isRecalled(message) && delivery.state !== 'sent' ? LET_GO : delivery;
  await unit.entries.setDelivery(message.id, reached);
  const waiting = channelId === null ? [] : await unit.deliveries.listWaiting(conversationId, channelId);
  const next = reached.state === 'queued' ? message : waiting[0];
  if (next) plan(draft, { name: 'channel-send', payload: { entryId: next.id, conversationId } });
  return append(draft, { author, body: { type: 'delivery', entryId: message.id, delivery: reached } });
}

/** How the delivery of what was taken back ends. */
export const LET_GO: Delivery = { state: 'discarded', comment: '' };

/** A message that was taken back (rule D19); that it was is itself told. */
export function isRecalled({ body }: LogEntry): boolean {
  return body.type === 'message' && body.content.type === 'recalled';
}
