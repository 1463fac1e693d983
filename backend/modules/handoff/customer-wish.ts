import type { HandoffTrigger } from '#shared/domain/handoff';
import type { ConversationId } from '#shared/domain/ids';
import type { CustomerActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import {
  type CustomerSide,
  customerSideOf,
  inUnit,
  lockDraft,
  openDraft,
  placeInQueue,
  saveDraft,
  summaryOf,
  type UnitPorts,
} from '../conversations/index.ts';
import { type BotFacts, readBotFacts } from './bot-facts.ts';
import type { HandoffStore } from './ports.ts';
import type { Changed } from './staff-commands.ts';
import { request } from './transitions.ts';

/**
 * The customer's button “I want a person”; opens a conversation where none is open. While one is coming it is one more reason for the place in
 * the queue; while one is there it changes nothing.
 */
export async function requestByCustomer(
  ports: UnitPorts<HandoffStore>,
  { actor, key }: { actor: CustomerActor; key: CommandKey },
): Promise<CustomerSide> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(key, async () => {
      const draft = await openDraft(unit, actor);
      const { conversation } = draft;
      if (conversation.state === 'bot') {
        const kept = await unit.dialogues.read(conversation.id);
        await request(unit, draft, { trigger: 'asked-for-person', facts: readBotFacts(kept?.facts) });
        await saveDraft(unit, draft);
      } else if (conversation.state === 'waiting' && !conversation.hasAskedForPerson) {
        conversation.hasAskedForPerson = true;
        await placeInQueue(unit, draft);
        await saveDraft(unit, draft);
      }
      return customerSideOf(conversation, draft.at);
    }),
  );
}

/** Asks for a person on behalf of the bot, outside a turn. Where a person is coming or there already, it changes nothing. */
export async function requestHandoff(
  ports: UnitPorts<HandoffStore>,
  wish: { conversationId: ConversationId; trigger: HandoffTrigger; facts?: BotFacts },
): Promise<Changed> {
  return await inUnit(ports, async (unit) => {
    const draft = await lockDraft(unit, wish.conversationId);
    const { conversation } = draft;
    if (conversation.state !== 'bot') return { conversation: summaryOf(conversation) };
    const kept = await unit.dialogues.read(conversation.id);
    const facts = { ...readBotFacts(kept?.facts), ...wish.facts };
    await request(unit, draft, { trigger: wish.trigger, facts });
    return { conversation: (await saveDraft(unit, draft)).conversation };
  });
}
