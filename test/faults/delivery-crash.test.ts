import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChannelId, EntryId } from '#shared/domain/ids';
import { type Connection, connect } from '../../backend/storage/connection.ts';
import { PASSWORD, startBackend } from '../support/backend.ts';
import { type BatonProcess, startBaton } from '../support/baton-process.ts';
import { clientId, connectAgent, signIn } from '../support/clients.ts';
import { startWebhookPartner } from '../support/webhook-partner.ts';

/** Rule D14, case F1: a server that is killed between giving a message to its channel and hearing what came of it. */

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function startOn(databaseUrl: string): Promise<BatonProcess> {
  const baton = await startBaton('/nonexistent', { DATABASE_URL: databaseUrl });
  open.push(async () => {
    if (baton.child.exitCode === null && baton.child.signalCode === null) await baton.end('SIGTERM');
  });
  return baton;
}

async function prepare() {
  let secret = '';
  let id = '' as ChannelId;
  const partner = await startWebhookPartner(() => secret);
  open.push(partner.close);
  const seeding = await startBackend({
    async prepare({ channels }) {
      const name = { zh: '小程序', en: 'Mini program' };
      ({ id, secret } = await channels.addWebhook({ name, outboundUrl: partner.address }));
    },
  });
  const { databaseUrl } = seeding;
  await seeding.stop();
  const database = connect({ url: databaseUrl, poolSize: 1 });
  open.push(database.close);
  return { partner, databaseUrl, database, channel: { id, secret } };
}

async function conversationOf({ db }: Connection, entryId: string) {
  const entry = db
    .selectFrom('entries')
    .select('conversation_id')
    .where('id', '=', entryId as EntryId);
  return (await entry.executeTakeFirstOrThrow()).conversation_id;
}

describe('D14 a server killed while it sends', () => {
  it('leaves the attempt on record, and the next one repeats it under the same key: it has one effect', async () => {
    const { partner, databaseUrl, database, channel } = await prepare();
    const first = await startOn(databaseUrl);
    const event = { type: 'message', eventId: 'e-1', from: { id: 'u-1', name: '阿明' }, text: '转人工' };
    const { messageId } = await partner.send({ ...channel, url: first.url }, event);
    const conversationId = await conversationOf(database, messageId ?? '');
    const lin = await connectAgent(first.url, await signIn(first.url, 'lin', PASSWORD));
    await vi.waitFor(
      async () => await lin.ask('conversation:claim', { clientId: clientId(), conversationId }),
      { timeout: 20_000, interval: 200 },
    );
    await vi.waitFor(() => expect(partner.received.at(-1)?.text).toContain('已加入'), 20_000);
    partner.answerNext('hang');
    const { entry } = await lin.ask('message:send', {
      clientId: clientId(),
      conversationId,
      text: '正要送达',
      seenSeq: null,
    });
    await vi.waitFor(() => expect(partner.attempts.some(({ id }) => id === entry.id)).toBe(true), 20_000);
    await first.end('SIGKILL');
    const attempts = () =>
      database.db
        .selectFrom('delivery_attempts')
        .select(['number', 'key', 'outcome'])
        .where('entry_id', '=', entry.id)
        .orderBy('number')
        .execute();
    expect(await attempts()).toEqual([{ number: 1, key: entry.id, outcome: null }]);

    await startOn(databaseUrl);
    await vi.waitFor(
      async () =>
        expect(await attempts()).toEqual([
          { number: 1, key: entry.id, outcome: 'unknown' },
          { number: 2, key: entry.id, outcome: 'sent' },
        ]),
      { timeout: 90_000, interval: 500 },
    );
    expect(partner.attempts.filter(({ id }) => id === entry.id).map(({ key }) => key)).toEqual([
      entry.id,
      entry.id,
    ]);
    expect(partner.received.filter(({ id }) => id === entry.id)).toHaveLength(1);
    lin.close();
  }, 150_000);
});
