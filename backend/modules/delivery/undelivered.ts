import type { AgentId, ChannelId, EntryId } from '#shared/domain/ids';
import type { ChannelTrouble, Undelivered } from '#shared/domain/undelivered';
import type { AgentActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import {
  inUnit,
  isOverseer,
  lockDraft,
  previewOf,
  saveDraft,
  type UnitPorts,
} from '../conversations/index.ts';
import { conclude } from './conclude.ts';
import type { DeliveryStore, FailedChoice, UndeliveredChoice, UndeliveredRow } from './ports.ts';

/** What of the list is wanted. */
export type UndeliveredWish = Omit<UndeliveredChoice, 'of'> & { before?: EntryId | undefined; limit: number };

/** A page of what did not arrive, and how the channels do. */
export type UndeliveredPage = {
  total: number;
  messages: Undelivered[];
  hasMore: boolean;
  channels: ChannelTrouble[];
  reasons: { code: string; count: number }[];
};

/** Reads a page of what did not arrive, newest first: leads see all, an agent what concerns their own conversations. */
export async function listUndelivered(
  { deliveries }: Pick<DeliveryStore, 'deliveries'>,
  actor: AgentActor,
  { limit, ...choice }: UndeliveredWish,
): Promise<UndeliveredPage> {
  const of = isOverseer(actor) ? null : actor.agentId;
  const [total, found, channels, reasons] = await Promise.all([
    deliveries.countUndelivered(of),
    deliveries.listUndelivered({ ...choice, of, limit: limit + 1 }),
    deliveries.listTroubles(of),
    deliveries.countReasons(of),
  ]);
  const messages = found.slice(0, limit).map(undeliveredOf);
  return { total, messages, hasMore: found.length > limit, channels, reasons };
}

/** Asks for all messages of a channel that failed up to now to be tried once more; a job does it. */
export async function retryChannel(
  ports: UnitPorts<DeliveryStore>,
  command: {
    actor: AgentActor;
    key: CommandKey;
    channelId: ChannelId;
    reason?: string | undefined;
  },
): Promise<{ count: number }> {
  const { actor, key, channelId, reason } = command;
  return await inUnit(ports, (unit) =>
    unit.commands.once(key, async () => {
      const until = await unit.deliveries.now();
      const failed = await unit.deliveries.listFailed({ channelId, reason, until });
      const asked = { channelId, agentId: actor.agentId, until: until.toISOString() };
      await unit.deliveries.endRest(channelId, until);
      if (failed.length > 0)
        await unit.jobs.enqueue('undelivered-retry', {
          ...asked,
          ...(reason === undefined ? {} : { reason }),
        });
      return { count: failed.length };
    }),
  );
}

/**
 * The job of it: each message in a transaction of its own, conversation by conversation in the order in which they were said. It may come again
 * after a crash: what was tried since is left alone.
 */
export async function retryFailed(
  ports: UnitPorts<DeliveryStore> & { store: DeliveryStore },
  { agentId, ...choice }: FailedChoice & { agentId: AgentId },
): Promise<void> {
  const member = await ports.store.staff.find(agentId);
  if (member === null) return;
  const author = { kind: 'agent' as const, agentId: member.id, name: member.name };
  for (const failed of await ports.store.deliveries.listFailed(choice)) {
    await inUnit(ports, async (unit) => {
      const draft = await lockDraft(unit, failed.conversationId);
      const message = await unit.entries.find(failed.entryId);
      if (message?.delivery?.state !== 'failed') return;
      const delivery = { state: 'queued' as const, since: draft.at.toISOString() };
      await conclude(unit, draft, { message, delivery, author });
      await saveDraft(unit, draft);
    });
  }
}

function undeliveredOf({ content, language, at, triedAt, ...row }: UndeliveredRow): Undelivered {
  return {
    ...row,
    preview: previewOf(content, language),
    at: at.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
  };
}
