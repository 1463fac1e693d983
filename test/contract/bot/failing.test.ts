import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../../support/backend.ts';
import { type CustomerClient, clientId } from '../../support/clients.ts';
import { SOON } from '../../support/soon.ts';

/** A customer whom the bot fails is never left alone: a real backend whose bot breaks down, seen from the customer's and the agent's side. */

let backend: TestBackend;
afterEach(() => backend.stop());

async function startWith(turn: () => Promise<void>): Promise<number[]> {
  const turns: number[] = [];
  backend = await startBackend({
    prepare({ bot }) {
      const real = bot.turn;
      bot.turn = async (conversationId, seq) => {
        turns.push(performance.now());
        await turn();
        await real(conversationId, seq);
      };
      return Promise.resolve();
    },
  });
  return turns;
}

const noticeCodes = (customer: CustomerClient) =>
  customer
    .heard('entry:appended')
    .flatMap(({ entries }) => entries)
    .flatMap(({ content }) => (content.type === 'notice' ? [content.notice.code] : []));

async function handedOver(customer: CustomerClient, conversationId: ConversationId) {
  const startedAt = performance.now();
  await vi.waitFor(() => expect(noticeCodes(customer)).toContain('notice.person-coming'), SOON);
  const tookMs = performance.now() - startedAt;
  const askedAt = performance.now();
  await customer.ask('message:send', { clientId: clientId(), text: '还在吗？' });
  // As slow as a machine is for one message, it is for each of the dozen steps of calling a person.
  expect(tookMs).toBeLessThan(8_000 + 12 * (performance.now() - askedAt));
  const lin = await backend.agent('lin');
  const { conversation, page } = await lin.ask('conversation:open', { conversationId, limit: 50 });
  lin.close();
  const requested = page.entries.flatMap(({ body }) => (body.type === 'handoff-requested' ? [body] : []));
  return { conversation, records: requested.map(({ record }) => record) };
}

describe('a bot that fails', () => {
  it('D15 H1 H7 tries again at once, then gives the customer to a person and says so, once', async () => {
    const turns = await startWith(() => Promise.reject(new Error('broken on purpose')));
    const customer = await backend.customer();
    const sent = await customer.ask('message:send', { clientId: clientId(), text: '运费多少钱？' });
    const { conversation, records } = await handedOver(customer, sent.conversation.id);
    expect(turns.length).toBe(2);
    expect(conversation).toMatchObject({ state: 'waiting' });
    expect(conversation.place?.reasons.map(({ code }) => code)).toContain('bot-failed');
    expect(records).toMatchObject([{ trigger: 'bot-failed', summary: expect.stringContaining('运费') }]);
    await backend.idle();
    expect(noticeCodes(customer)).toEqual(['notice.person-coming']);
    customer.close();
  });

  it('H4 that is only slow loses the word after a while, and says nothing when it comes to its senses', async () => {
    const slow = Promise.withResolvers<void>();
    await startWith(() => slow.promise);
    const customer = await backend.customer();
    const sent = await customer.ask('message:send', { clientId: clientId(), text: '运费多少钱？' });
    const { records } = await handedOver(customer, sent.conversation.id);
    expect(records.map(({ trigger }) => trigger)).toEqual(['bot-failed']);
    slow.resolve();
    await backend.idle();
    const said = customer.heard('entry:appended').flatMap(({ entries }) => entries);
    expect(said.some(({ author }) => author.kind === 'bot')).toBe(false);
    customer.close();
  });

  it('that fails once answers the second time, and nobody is called', async () => {
    const failures = [new Error('broken on purpose, once')];
    await startWith(() => {
      const failure = failures.pop();
      return failure ? Promise.reject(failure) : Promise.resolve();
    });
    const customer = await backend.customer();
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    await vi.waitFor(() => {
      const said = customer.heard('entry:appended').flatMap(({ entries }) => entries);
      expect(said.some(({ author }) => author.kind === 'bot')).toBe(true);
    }, SOON);
    expect(noticeCodes(customer)).toEqual([]);
    customer.close();
  });
});
