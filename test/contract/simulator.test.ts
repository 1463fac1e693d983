import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productPicture } from '../../backend/demo/content/index.ts';
import { startLiveDemo } from '../../backend/demo/live-demo.ts';
import { seedDemo } from '../../backend/demo/seed.ts';
import { systemClock } from '../../backend/runtime/clock.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId } from '../support/clients.ts';

let backend: TestBackend;
let demo: { stop(): Promise<void> };
const errors: unknown[] = [];
const lengths: number[] = [];

async function queueLength(): Promise<number> {
  const row = await backend.database.db
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Resolves when the condition holds; what has not come after so long will not come. */
async function until(holds: () => Promise<boolean>, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 150));
    lengths.push(await queueLength());
  }
}

beforeAll(async () => {
  backend = await startBackend({
    hasShop: true,
    prepare: async (services) => {
      await seedDemo({ ...services, clock: systemClock }, productPicture);
    },
  });
  demo = await startLiveDemo({
    url: backend.url,
    services: backend.services,
    clock: systemClock,
    isSimulating: true,
    onError: (error) => errors.push(error),
    pace: 0.06,
    seed: 7,
  });
});
afterAll(() => backend.stop());

describe('simulated customers', () => {
  it('fill the queue while nobody answers, and not beyond measure', async () => {
    await until(async () => (await queueLength()) >= 5, 40_000);
    const enough = Date.now() + 4_000;
    await until(async () => Date.now() > enough, 5_000);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(14);
    expect(errors).toEqual([]);
  });

  it('come over several channels and in both languages, through the same doors as real ones', async () => {
    const rows = await backend.database.db
      .selectFrom('conversations')
      .innerJoin('channels', 'channels.id', 'conversations.channel_id')
      .select(['channels.kind', 'conversations.language'])
      .where('state', '<>', 'closed')
      .execute();
    expect(new Set(rows.map((row) => row.kind)).size).toBeGreaterThanOrEqual(2);
    expect(new Set(rows.map((row) => row.language))).toEqual(new Set(['zh', 'en']));
  });

  it('D6: the mini program confirms what it was sent', async () => {
    await until(async () => {
      const row = await backend.database.db
        .selectFrom('conversations')
        .innerJoin('channels', 'channels.id', 'conversations.channel_id')
        .select('conversations.id')
        .where('channels.kind', '=', 'webhook')
        .where('state', '<>', 'closed')
        .where('read_seq', '>', 0)
        .executeTakeFirst();
      return row !== undefined;
    }, 20_000);
    expect(errors).toEqual([]);
  });

  it('answer a person who takes over, and are done when the conversation is closed', async () => {
    const console = await backend.agent('lin');
    const { conversation } = await console.ask('queue:next', { clientId: clientId() });
    if (!conversation) throw new Error('Nobody waits');
    const said = async () => {
      const { page } = await console.ask('conversation:open', {
        conversationId: conversation.id,
        limit: 100,
      });
      return page.entries.filter(({ author, body }) => author.kind === 'customer' && body.type === 'message')
        .length;
    };
    const before = await said();
    for (const text of ['您好，我来处理。Hello, I am looking into it.', '已经办好了。It is done.']) {
      await console.ask('message:send', {
        clientId: clientId(),
        conversationId: conversation.id,
        text,
        seenSeq: null,
      });
      await until(async () => (await said()) > before, 15_000);
    }
    const disposition = { outcome: 'solved', causeCode: 'service.wait-too-long', comment: '' } as const;
    await console.ask('conversation:close', {
      clientId: clientId(),
      conversationId: conversation.id,
      disposition,
    });
    console.close();
    expect(errors).toEqual([]);
  });

  it('are gone soon when the demo stops', async () => {
    const start = Date.now();
    await demo.stop();
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});
