import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newSessionToken } from '../../backend/modules/customers/session-token.ts';
import { newId } from '../../backend/runtime/ids.ts';
import { sharingReads } from '../../backend/storage/repositories/shared-store.ts';
import { type Floor, openFloor, waitingCustomer } from './floor.ts';

/** What many ask for at once is read by one statement for all of them; each gets what they would have got alone. */

const HOUR_MS = 3_600_000;
const EVER = new Date(0);

/** A session that is due to be stamped when it is used, and the hash of its token. */
async function addSession(floor: Floor): Promise<Buffer> {
  const { customerId } = await floor.addCustomer();
  const { id: identityId } = await floor.db
    .selectFrom('identities')
    .select('id')
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  const { hash } = newSessionToken();
  await floor.store.customers.addSession({
    ...{ id: newId(), tokenHash: hash, identityId, channelId: floor.channels.web, language: 'zh' },
    at: new Date(Date.now() - HOUR_MS),
  });
  return hash;
}

describe('readings that are shared', () => {
  it('T1 give each what is theirs', async () => {
    const floor = await openFloor();
    const store = sharingReads(floor.db, floor.store);
    const people = await Promise.all(Array.from({ length: 8 }, () => waitingCustomer(floor)));
    await Promise.all(
      [...people, ...people].map(async ({ customer: { customerId }, conversationId }) => {
        const [current, owner, named] = await Promise.all([
          store.conversations.findCurrentOf(customerId),
          store.access.customerOf(conversationId),
          store.conversations.find(conversationId),
        ]);
        expect([current?.id, owner, named?.customer.id]).toEqual([conversationId, customerId, customerId]);
      }),
    );
  });

  it('D8 wait for no session that somebody else holds; its use is stamped the next time', async () => {
    const floor = await openFloor();
    const store = sharingReads(floor.db, floor.store);
    const [held, free] = [await addSession(floor), await addSession(floor)];
    const enter = (hash: Buffer) => store.customers.enterSession(hash, new Date(), EVER);
    const usedAgo = async (hash: Buffer) => {
      const { rows } = await sql<{ at: Date }>`select used_at as at from customer_sessions
        where token_hash = ${hash}`.execute(floor.db);
      return Date.now() - (rows[0]?.at.getTime() ?? 0);
    };
    await floor.db.transaction().execute(async (session) => {
      await sql`select from customer_sessions where token_hash = ${held} for update`.execute(session);
      const entered = await Promise.all([enter(held), enter(free)]);
      expect(entered.map((one) => one !== null)).toEqual([true, true]);
    });
    expect(await usedAgo(free)).toBeLessThan(HOUR_MS / 2);
    expect(await usedAgo(held)).toBeGreaterThan(HOUR_MS / 2);
    await enter(held);
    expect(await usedAgo(held)).toBeLessThan(HOUR_MS / 2);
  });

  it('find what is named in capitals, as some clients write ids', async () => {
    const floor = await openFloor();
    const store = sharingReads(floor.db, floor.store);
    const { conversationId } = await waitingCustomer(floor);
    const capitals = conversationId.toUpperCase() as typeof conversationId;
    expect((await store.conversations.find(capitals))?.id).toBe(conversationId);
    expect((await floor.store.conversations.find(capitals))?.id).toBe(conversationId);
    expect(await store.access.readStanding(capitals)).not.toBeNull();
  });
});
