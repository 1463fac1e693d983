import { expect, vi } from 'vitest';
import type { Delivery, Entry } from '#shared/domain/entry';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { DeliveryTerms } from '../../backend/modules/delivery/index.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** Production's terms a hundred times faster: half an hour becomes a few seconds. An answer has the time that a busy machine may need for it. */
const fastTerms: DeliveryTerms = {
  answerMs: 2000,
  leaseMs: 5000,
  firstPauseMs: 40,
  longestPauseMs: 300,
  patienceMs: 6000,
};

/** A partner's end, and the channel that leads there. */
export type Far = { partner: WebhookPartner; channel: { url: string; id: ChannelId; secret: string } };

/** A real backend with two webhook channels and real partners at their ends; Lin serves, Wang leads. */
export type Outbound = Awaited<ReturnType<typeof openOutbound>>;

/** Opens it. Stop it at the end of the file. */
export async function openOutbound(terms: Partial<DeliveryTerms> = {}) {
  const { backend, near, other } = await startWithPartners({ ...fastTerms, ...terms });
  const lin = await backend.agent('lin');
  const wang = await backend.agent('wang');
  return {
    backend,
    lin,
    wang,
    ...near,
    other,
    ...talkOver({ backend, lin }, near),
    ...lookAt({ backend, wang }),
    /** The partner answers as it should again, and its channel takes keys. */
    mend(): void {
      near.partner.answerAlways(null);
      backend.services.adapters.webhook.takesKey = true;
    },
    async stop(): Promise<void> {
      await backend.stop();
      await near.partner.close();
      await other.partner.close();
    },
  };
}

async function startWithPartners(deliveryTerms: DeliveryTerms) {
  const secrets: string[] = [];
  const far = await Promise.all([0, 1].map((index) => startWebhookPartner(() => secrets[index] ?? '')));
  const [partner, second] = far as [WebhookPartner, WebhookPartner];
  const made: Far['channel'][] = [];
  const backend = await startBackend({
    deliveryTerms,
    async prepare({ channels }) {
      for (const [index, name] of [
        { zh: '小程序', en: 'Mini program' },
        { zh: '合作平台', en: 'Partner app' },
      ].entries()) {
        const channel = await channels.addWebhook({ name, outboundUrl: far[index]?.address ?? null });
        secrets.push(channel.secret);
        made.push({ url: '', ...channel });
      }
    },
  });
  const [first, last] = made.map((channel) => ({ ...channel, url: backend.url }));
  if (!first || !last) throw new Error('The channels were not made');
  return { backend, near: { partner, channel: first }, other: { partner: second, channel: last } };
}

let visitors = 0;

function talkOver({ backend, lin }: { backend: TestBackend; lin: AgentClient }, near: Far) {
  async function write(text: string, { partner, channel }: Far = near): Promise<ConversationId> {
    visitors += 1;
    const from = { id: `u-${visitors}`, name: `阿明 ${visitors}` };
    const event = { type: 'message', eventId: crypto.randomUUID(), from, text };
    const { messageId } = await partner.send(channel, event);
    const { conversation_id: conversationId } = await backend.database.db
      .selectFrom('entries')
      .select('conversation_id')
      .where('id', '=', messageId as EntryId)
      .executeTakeFirstOrThrow();
    return conversationId;
  }
  return {
    /** Somebody new writes on the partner's channel. */
    write,
    /** Somebody new who is served by Lin; what the house said on the way there has arrived. */
    async served(far: Far = near): Promise<ConversationId> {
      const conversationId = await write('转人工', far);
      await backend.idle();
      await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
      await backend.idle();
      return conversationId;
    },
    async say(conversationId: ConversationId, text: string): Promise<EntryId> {
      const input = { clientId: clientId(), conversationId, text, seenSeq: null };
      return (await lin.ask('message:send', input)).entry.id;
    },
  };
}

function lookAt({ backend, wang }: { backend: TestBackend; wang: AgentClient }) {
  async function logOf(conversationId: ConversationId): Promise<Entry[]> {
    const { page } = await wang.ask('conversation:open', { conversationId, limit: 200 });
    return page.entries;
  }
  return {
    logOf,
    /** Waits until the message stands so, and tells how. */
    async until(conversationId: ConversationId, id: EntryId, state: Delivery['state']): Promise<Delivery> {
      return await vi.waitFor(async () => {
        const entry = (await logOf(conversationId)).find((one) => one.id === id);
        const delivery = entry?.body.type === 'message' ? entry.body.delivery : null;
        expect(delivery?.state).toBe(state);
        return delivery ?? expect.fail('no delivery');
      }, SOON);
    },
    attemptsOf: (id: EntryId) =>
      backend.database.db
        .selectFrom('delivery_attempts')
        .select(['number', 'key', 'outcome', 'ended_at'])
        .where('entry_id', '=', id)
        .orderBy('number')
        .execute(),
  };
}

/** A command about one message. */
export function about(conversationId: ConversationId, entryId: EntryId) {
  return { clientId: clientId(), conversationId, entryId };
}
