import {
  type ConversationService,
  customerConversationOf,
  customerEntryOf,
} from '../../modules/conversations/index.ts';
import type { HandoffService } from '../../modules/handoff/index.ts';
import type { FactBus } from '../../runtime/facts.ts';
import type { CustomerHandlers } from '../handler.ts';

export type CustomerConversationPorts = {
  conversations: ConversationService;
  handoff: HandoffService;
  facts: FactBus;
};

/** What a customer's client says and asks about its own conversations. */
export function customerConversationHandlers({ conversations, handoff, facts }: CustomerConversationPorts) {
  return {
    'message:send': async ({ actor, key }, { text }) => {
      const { identityId, channelId } = actor;
      const received = await conversations.receiveMessage({ identityId, channelId, text, key });
      const entry = customerEntryOf(received.entry, received.conversation.language);
      if (entry === null) throw new Error('A customer message is not for its customer');
      return { entry, conversation: customerConversationOf(received) };
    },
    'message:recall': async ({ actor, key }, { entryId }) => {
      const recalled = await conversations.recallOwnMessage({ actor, key, entryId });
      const entry = customerEntryOf(recalled.entry, recalled.language);
      if (entry === null) throw new Error('A recall is not for its customer');
      return { entry };
    },
    'handoff:request': async ({ actor, key }) => ({
      conversation: customerConversationOf(await handoff.requestByCustomer({ actor, key })),
    }),
    'entry:list': ({ actor }, { conversationId, before, after, limit }) =>
      conversations.listForCustomer(actor.customerId, {
        limit,
        ...(conversationId === undefined ? {} : { conversationId }),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }),
    'conversation:list': async ({ actor }, { limit }) => ({
      conversations: await conversations.listOfCustomer(actor.customerId, limit),
    }),
    'receipt:set': async ({ actor }, { conversationId, seq, state }) => {
      await conversations.setReceipt({ customerId: actor.customerId, conversationId, seq, state });
      return {};
    },
    'typing:set': async ({ actor }, { isTyping }) => {
      const { customerId } = actor;
      const current = await conversations.currentOfCustomer(customerId);
      if (current !== null && current.status !== 'closed') {
        const by = { kind: 'customer' } as const;
        facts.publish({ type: 'typing', conversationId: current.id, customerId, by, isTyping });
      }
      return {};
    },
    'card:act': ({ actor, key }, { entryId, action }) =>
      conversations.actOnCard({ actor, key, entryId, action }),
  } satisfies Partial<CustomerHandlers>;
}
