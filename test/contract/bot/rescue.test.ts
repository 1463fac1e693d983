import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTurnJob } from '../../../backend/modules/bot/index.ts';
import { startBackend, type TestBackend } from '../../support/backend.ts';
import { clientId } from '../../support/clients.ts';

/** Rule D15 where even calling a person fails, or the server dies of what a customer said. */

let backend: TestBackend;
afterEach(() => backend.stop());

async function stateOf(conversationId: string) {
  const { state } = await backend.database.db
    .selectFrom('conversations')
    .select('state')
    .where('id', '=', conversationId as never)
    .executeTakeFirstOrThrow();
  return state;
}

describe('D15 a customer whom nobody could be called for', () => {
  it('is not forgotten: the turn is given up, and a person is called as soon as one can be', async () => {
    let refusals = 0;
    backend = await startBackend({
      prepare({ bot, handoff }) {
        bot.turn = () => Promise.reject(new Error('broken on purpose'));
        const real = handoff.requestHandoff;
        handoff.requestHandoff = async (wish) => {
          refusals += 1;
          // More often than the turn is tried.
          if (refusals <= 5) throw new Error('nobody could be called, on purpose');
          return await real(wish);
        };
        return Promise.resolve();
      },
    });
    const customer = await backend.customer();
    const sent = await customer.ask('message:send', { clientId: clientId(), text: '运费多少钱？' });
    await vi.waitFor(async () => expect(await stateOf(sent.conversation.id)).toBe('waiting'), {
      timeout: 60_000,
      interval: 200,
    });
    expect(refusals).toBe(6);
    const told = customer.heard('entry:appended').flatMap(({ entries }) => entries);
    expect(told.filter(({ content }) => content.type === 'notice')).toHaveLength(1);
    customer.close();
  }, 90_000);

  it('whose words brought the server down twice is heard by a person, and the bot does not read them again', async () => {
    const read: string[] = [];
    backend = await startBackend({
      prepare({ bot }) {
        bot.turn = (conversationId) => {
          read.push(conversationId);
          return Promise.resolve();
        };
        return Promise.resolve();
      },
    });
    const customer = await backend.customer();
    const { entry, conversation } = await customer.ask('message:send', { clientId: clientId(), text: '毒' });
    await backend.idle();
    expect(read).toHaveLength(1);
    const failures: unknown[] = [];
    const turn = createTurnJob({ ...backend.services, onFailure: (error) => failures.push(error) });
    await turn({ conversationId: conversation.id, seq: entry.seq }, { number: 3 });
    expect(read).toHaveLength(1);
    expect(failures).toHaveLength(1);
    expect(await stateOf(conversation.id)).toBe('waiting');
    customer.close();
  });
});
