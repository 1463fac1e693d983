import type { EntryId } from '#shared/domain/ids';
import type { CustomerActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import { lockDraft } from './access.ts';
import { append, saveDraft } from './draft.ts';
import { inUnit, type UnitPorts } from './unit.ts';

/** The customer opened a card or pressed its button: staff see it in the log. */
export async function actOnCard(
  ports: UnitPorts,
  command: { actor: CustomerActor; key: CommandKey; entryId: EntryId; action: 'opened' | 'buy' },
): Promise<Record<string, never>> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(command.key, async () => {
      const card = await unit.entries.find(command.entryId);
      const draft = card && (await lockDraft(unit, card.conversationId));
      const isCard = card?.body.type === 'message' && card.body.content.type === 'card';
      if (!draft || !isCard || draft.conversation.customer.id !== command.actor.customerId) {
        throw new Fault('not-found', 'There is no such card', { field: 'entryId' });
      }
      const { customer } = draft.conversation;
      append(draft, {
        author: { kind: 'customer', customerId: customer.id, name: customer.name },
        body: { type: 'card-acted', entryId: card.id, action: command.action },
      });
      await saveDraft(unit, draft);
      return {};
    }),
  );
}
