import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { isInWorkspace, mayRead, standingOf } from '../../backend/modules/conversations/index.ts';
import type { AgentActor } from '../../backend/runtime/actor.ts';
import { inWorkspace, readable } from '../../backend/storage/repositories/visible-conversations.ts';
import { type Desk, emptyDesk, freshRows, syncDesk } from './desk.ts';
import { on, openFloor, speak, waitingCustomer } from './floor.ts';

describe('the workspace', () => {
  it('D3 D4 brings what changed, takes away what may no longer be seen, and knows a strange cursor', async () => {
    const floor = await openFloor();
    const [mine, other, lead] = await Promise.all([
      floor.addAgent(),
      floor.addAgent(),
      floor.addAgent('lead'),
    ]);
    const a = await waitingCustomer(floor);
    const b = await waitingCustomer(floor);
    const first = await floor.conversations.syncWorkspace(mine, null);
    expect(first.isFull).toBe(true);
    expect(new Set(first.conversations.map(({ id }) => id))).toEqual(
      new Set([a.conversationId, b.conversationId]),
    );
    const quiet = await floor.conversations.syncWorkspace(mine, first.cursor);
    // Another transaction of the server may hold the cursor back: then rows come again, but none anew.
    expect(quiet).toMatchObject({ isFull: false, removed: [] });
    expect(first.conversations).toEqual(expect.arrayContaining(quiet.conversations));
    await floor.handoff.claim(on(mine, a.conversationId));
    await floor.handoff.claim(on(other, b.conversationId));
    const next = await floor.conversations.syncWorkspace(mine, quiet.cursor);
    expect(next.conversations).toMatchObject([{ id: a.conversationId, state: 'agent' }]);
    expect(next.removed).toMatchObject([{ id: b.conversationId, takenBy: { id: other.agentId } }]);
    const bot = await speak(floor, await floor.addCustomer(), '你好');
    expect((await floor.conversations.syncWorkspace(lead, null)).conversations.map(({ id }) => id)).toContain(
      bot.conversation.id,
    );
    expect((await freshRows(floor, mine)).map(({ id }) => id)).not.toContain(bot.conversation.id);
    const [system, xid] = first.cursor.split(':');
    for (const strange of [
      '',
      'nonsense',
      `1${system}:${xid}`,
      `${system}:x`,
      `${system}:${Number(xid) + 1_000_000}`,
    ]) {
      expect((await floor.conversations.syncWorkspace(mine, strange)).isFull).toBe(true);
    }
  });

  it('D3 never misses a change whose transaction was still running when the cursor was read', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { customer, conversationId } = await waitingCustomer(floor);
    const desk: Desk = emptyDesk();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let changed: () => void = () => undefined;
    const hasChanged = new Promise<void>((resolve) => {
      changed = resolve;
    });
    const slow = floor.db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('conversations')
        .set(({ ref, fn }) => ({
          unread: 7,
          version: ref('version'),
          changed_xid: fn('pg_current_xact_id', []),
        }))
        .where('id', '=', conversationId)
        .execute();
      changed();
      await held;
    });
    await hasChanged;
    await waitingCustomer(floor);
    await syncDesk(floor, agent, desk);
    expect(desk.rows.get(conversationId)?.unread).toBe(0);
    release();
    await slow;
    await syncDesk(floor, agent, desk);
    expect(desk.rows.get(conversationId)?.unread).toBe(7);
    expect(customer.kind).toBe('customer');
  });

  it('H13 the rule of visibility and its SQL say the same of every conversation and viewer', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    const agents = await Promise.all([
      floor.addAgent(),
      floor.addAgent(),
      floor.addAgent('lead'),
      floor.addAgent('admin'),
    ]);
    const [one, two, lead] = agents as [AgentActor, AgentActor, AgentActor, AgentActor];
    const closing = { outcome: 'solved', causeCode: 'quality', comment: '' } as const;
    await speak(floor, await floor.addCustomer(), '机器人');
    await waitingCustomer(floor);
    for (const owner of [one, lead]) {
      await floor.handoff.claim(on(owner, (await waitingCustomer(floor)).conversationId));
      const offered = await waitingCustomer(floor);
      await floor.handoff.claim(on(owner, offered.conversationId));
      await floor.handoff.transfer({
        ...on(owner, offered.conversationId),
        toAgentId: two.agentId,
        comment: '',
      });
      for (const age of [30, 90]) {
        const closed = await waitingCustomer(floor);
        await floor.handoff.claim(on(owner, closed.conversationId));
        await floor.handoff.close({ ...on(owner, closed.conversationId), disposition: closing });
        await floor.db
          .updateTable('conversations')
          .set({ closed_at: new Date(floor.time.now.getTime() - age * 60_000) })
          .where('id', '=', closed.conversationId)
          .execute();
      }
    }
    const all = await floor.db.selectFrom('conversations').select('id').execute();
    expect(all).toHaveLength(10);
    for (const viewer of agents) {
      for (const [rule, condition] of [
        [isInWorkspace, inWorkspace(viewer, floor.time.now)],
        [mayRead, readable(viewer, floor.time.now)],
      ] as const) {
        const bySql = await floor.db.selectFrom('conversations').select('id').where(condition).execute();
        const byRule: ConversationId[] = [];
        for (const { id } of all) {
          const row = await floor.store.conversations.find(id);
          if (row && rule(standingOf(row), viewer, floor.time.now)) byRule.push(id);
        }
        expect(new Set(bySql.map(({ id }) => id))).toEqual(new Set(byRule));
      }
    }
  });
});
