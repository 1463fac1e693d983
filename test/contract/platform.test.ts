import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId } from '../support/clients.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

describe('the spine', () => {
  it('carries a customer’s message to the bot and back, and to a person when one is wished for', async () => {
    const customer = await backend.customer();
    const lin = await backend.agent('lin');
    const me = await lin.ask('session:read', {});
    expect(me.me.login).toBe('lin');
    await customer.ask('message:send', { clientId: clientId(), text: '你好，你们几点下班？' });
    await expect
      .poll(
        () =>
          customer
            .heard('entry:appended')
            .flatMap((event) => event.entries.map((entry) => entry.author.kind)),
        { timeout: 5000 },
      )
      .toContain('bot');
    await customer.ask('handoff:request', { clientId: clientId() });
    await expect.poll(() => lin.heard('workspace:changed').length, { timeout: 5000 }).toBeGreaterThan(0);
    const [waiting] = lin.heard('workspace:changed').flatMap((event) => event.conversations);
    if (!waiting) throw new Error('nobody waits');
    const { conversation } = await lin.ask('conversation:claim', {
      clientId: clientId(),
      conversationId: waiting.id,
    });
    expect(conversation.state).toBe('agent');
    await lin.ask('message:send', {
      clientId: clientId(),
      conversationId: waiting.id,
      text: '您好，我是小雨',
      seenSeq: null,
    });
    await expect
      .poll(
        () =>
          customer
            .heard('entry:appended')
            .flatMap((event) => event.entries.map((entry) => entry.author.kind)),
        { timeout: 5000 },
      )
      .toContain('agent');
    customer.close();
    lin.close();
  });
});
