import type { ConversationService } from '../../modules/conversations/index.ts';
import type { CustomerService, MergeService } from '../../modules/customers/index.ts';
import type { SettingsService } from '../../modules/settings/index.ts';
import type { FactBus } from '../../runtime/facts.ts';
import type { CustomerHandlers } from '../handler.ts';

export type CustomerSessionPorts = {
  customers: CustomerService;
  merges: MergeService;
  conversations: ConversationService;
  settings: SettingsService;
  facts: FactBus;
};

/** Who this client belongs to. */
export function customerSessionHandlers(ports: CustomerSessionPorts) {
  const { customers, merges, conversations, settings, facts } = ports;
  return {
    'session:read': async ({ actor }) => {
      const [{ id, name, isVerified, language }, shop, conversation, token] = await Promise.all([
        customers.readCustomer(actor.customerId),
        settings.read('shop'),
        conversations.currentOfCustomer(actor.customerId),
        customers.renewToken(actor.sessionId),
      ]);
      return {
        customerId: id,
        name,
        isVerified,
        language,
        shop: { name: shop.name, greeting: shop.greeting },
        conversation,
        token,
      };
    },
    'identity:link': ({ actor, key }, { identityToken }) =>
      merges.linkSession(actor.sessionId, identityToken, key),
    'session:end': async ({ actor: { sessionId } }) => {
      await customers.endSession(sessionId);
      facts.publish({ type: 'session-ended', sessionId, reason: 'signed-out' });
      return {};
    },
  } satisfies Partial<CustomerHandlers>;
}
