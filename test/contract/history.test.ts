import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoffState } from '#shared/domain/handoff';
import type { Conversation } from '../../backend/modules/conversations/index.ts';
import type { AgentActor, CustomerActor } from '../../backend/runtime/actor.ts';
import { type Desk, emptyDesk, freshRows, keptRows, syncDesk, syncLog } from './desk.ts';
import { command, type Floor, on, openFloor, speak } from './floor.ts';
import { checkInvariants } from './invariants.ts';

/** What can sensibly happen in each state; the rest is tried too, and refused. */
const LIKELY: Record<HandoffState | 'none', readonly Deed[]> = {
  none: ['say', 'wish'],
  bot: ['say', 'bot', 'wish', 'wish', 'claim'],
  waiting: ['say', 'claim', 'next', 'note', 'receipt'],
  offered: ['accept', 'decline', 'expire', 'say'],
  agent: [
    'say',
    'reply',
    'reply',
    'seen',
    'receipt',
    'note',
    'release',
    'vanish',
    'offer',
    'offer',
    'take-over',
    'take-over',
    'return',
    'close',
  ],
  closed: ['reopen', 'say'],
};
const DEEDS = [
  'say',
  'bot',
  'wish',
  'claim',
  'next',
  'release',
  'vanish',
  'offer',
  'take-over',
  'accept',
  'decline',
  'expire',
  'return',
  'close',
  'reopen',
  'reply',
  'note',
  'seen',
  'receipt',
] as const;
type Deed = (typeof DEEDS)[number];
type Move = { who: number; agent: number; dice: number; isWild: boolean; isSync: boolean };

const move: fc.Arbitrary<Move> = fc.record({
  who: fc.nat(2),
  agent: fc.nat(2),
  dice: fc.nat(1_000),
  isWild: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  isSync: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
});

describe('histories', () => {
  it('H2 D3 D4 D10 after random histories with absences of any length, catching up equals a fresh read', {
    timeout: 120_000,
  }, async () => {
    const shop = await openFloor();
    await shop.addCauses();
    const done = new Set<Deed>();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 30, maxLength: 60 }), async (moves) => {
        const history = await openHistory(shop, done);
        for (const one of moves) {
          shop.pass(7_000);
          if (one.isSync) await catchUp(history, one.agent);
          else await act(history, one);
        }
        await checkCaughtUp(history);
        await checkInvariants(shop);
      }),
      { numRuns: 15, endOnFailure: true },
    );
    // Chance may leave out a rare one; a test that does hardly anything would prove nothing.
    expect(done.size).toBeGreaterThanOrEqual(DEEDS.length - 2);
  });

  it('H2 H3 D3 D4 D10 the same while several things happen at the same moment', {
    timeout: 120_000,
  }, async () => {
    const shop = await openFloor();
    await shop.addCauses();
    const done = new Set<Deed>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(move, { minLength: 2, maxLength: 6 }), { minLength: 8, maxLength: 14 }),
        async (moments) => {
          const history = await openHistory(shop, done);
          for (const moves of moments) {
            shop.pass(7_000);
            // A client catches up once at a time; everything else crowds.
            const syncing = new Set(moves.filter(({ isSync }) => isSync).map(({ agent }) => agent));
            await Promise.all([
              ...moves.filter(({ isSync }) => !isSync).map((one) => act(history, one, true)),
              ...[...syncing].map((agent) => catchUp(history, agent)),
            ]);
          }
          await checkCaughtUp(history);
          await checkInvariants(shop);
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
    expect(done.size).toBeGreaterThanOrEqual(DEEDS.length - 4);
  });
});

type History = {
  shop: Floor;
  agents: AgentActor[];
  customers: CustomerActor[];
  desks: Desk[];
  done: Set<Deed>;
};

async function openHistory(shop: Floor, done: Set<Deed>): Promise<History> {
  await emptyFloor(shop);
  const agents = [await shop.addAgent(), await shop.addAgent('agent', 2), await shop.addAgent('lead')];
  const customers = [
    await shop.addCustomer(),
    await shop.addCustomer('en'),
    await shop.addCustomer('zh', 'webhook'),
  ];
  return { shop, agents, customers, desks: agents.map(emptyDesk), done };
}

/** Every history begins on an empty floor. */
async function emptyFloor({ db }: Floor): Promise<void> {
  for (const table of ['bot_dialogues', 'handoffs', 'entries', 'conversations'] as const) {
    await db.deleteFrom(table).execute();
  }
}

/** The console comes back: workspace, and the logs of all rows that it shows. */
async function catchUp({ shop, agents, desks }: History, index: number): Promise<Desk> {
  const [agent, desk] = [agents[index] as AgentActor, desks[index] as Desk];
  await syncDesk(shop, agent, desk);
  for (const id of desk.logs.keys()) if (!desk.rows.has(id)) desk.logs.delete(id);
  for (const id of desk.rows.keys()) {
    await syncLog(shop, { viewer: agent, desk }, id).catch((refusal: unknown) => {
      // It was taken by somebody else since the workspace was read.
      expect(refusal).toMatchObject({ error: { code: 'not-found' } });
      desk.logs.delete(id);
    });
  }
  return desk;
}

/** Every console, once it has caught up, has what a fresh one reads. */
async function checkCaughtUp(history: History): Promise<void> {
  const { shop, agents } = history;
  for (const [index, agent] of agents.entries()) {
    const desk = await catchUp(history, index);
    expect(keptRows(desk)).toEqual(await freshRows(shop, agent));
    for (const [conversationId, kept] of desk.logs) {
      const everything = { conversationId, after: 0, limit: 10_000 };
      expect(kept).toEqual((await shop.conversations.listEntries(agent, everything)).entries);
    }
  }
}

/** Makes one step. What is impossible now must be refused by a typed error and, where nobody else acts, change nothing. */
async function act(history: History, { who, agent, dice, isWild }: Move, isCrowded = false): Promise<void> {
  const { shop, agents, customers, done } = history;
  const customer = customers[who] as CustomerActor;
  const [latest = null] = await shop.store.conversations.listOfCustomer(customer.customerId, 1);
  const likely = isWild ? DEEDS : LIKELY[latest?.state ?? 'none'];
  const deed = likely[dice % likely.length] as Deed;
  const holder = agents.find(({ agentId }) => agentId === (latest?.owner ?? latest?.offer?.to)?.id);
  const actor = (isWild ? undefined : holder) ?? (agents[agent] as AgentActor);
  try {
    const isDone = await perform(history, { deed, customer, actor, latest, dice });
    if (isDone) done.add(deed);
  } catch (refusal) {
    const code = expect.stringMatching(/^(conflict|not-found|already-taken)$/);
    expect(refusal).toMatchObject({ error: { code } });
    if (latest && !isCrowded) expect(await shop.store.conversations.find(latest.id)).toEqual(latest);
  }
}

const WORDS = ['你好', '骗子！气死我了', 'where is it', '谢谢', '我要退货'];

type Scene = {
  deed: Deed;
  customer: CustomerActor;
  actor: AgentActor;
  latest: Conversation | null;
  dice: number;
};

/** Whether there was anything to do. */
async function perform({ shop, agents }: History, scene: Scene): Promise<boolean> {
  const { deed, customer, actor, latest, dice } = scene;
  if (deed === 'say') return Boolean(await speak(shop, customer, WORDS[dice % WORDS.length] ?? ''));
  if (deed === 'wish')
    return Boolean(await shop.handoff.requestByCustomer({ actor: customer, key: command(customer) }));
  if (latest === null) return false;
  const { id: conversationId, seq, customerSeq } = latest;
  const at = on(actor, conversationId);
  const disposition = { outcome: 'solved', causeCode: 'quality', comment: '' } as const;
  const { customerId } = customer;
  const to = agents[(agents.indexOf(actor) + 1) % agents.length] as AgentActor;
  switch (deed) {
    case 'bot': {
      const replies = [{ type: 'text' as const, text: '好的' }];
      return (
        (await shop.handoff.sayAsBot({ conversationId, inReplyToSeq: seq, replies, dialogue: dice })) ===
        'said'
      );
    }
    case 'claim':
      return Boolean(await shop.handoff.claim(at));
    case 'next':
      return (await shop.assignment.next(at)).conversation !== null;
    case 'release':
      return Boolean(await shop.handoff.release({ ...at, comment: '' }));
    case 'vanish':
      return await vanish(shop, actor);
    case 'offer':
      return Boolean(await shop.handoff.transfer({ ...at, toAgentId: to.agentId, comment: '' }));
    case 'take-over': {
      const lead = agents.find(({ role }) => role === 'lead') ?? actor;
      const fromAgentId = latest.owner?.id ?? actor.agentId;
      return Boolean(await shop.handoff.takeOver({ ...on(lead, conversationId), fromAgentId }));
    }
    case 'accept':
      return Boolean(await shop.handoff.acceptOffer(at));
    case 'decline':
      return Boolean(await shop.handoff.declineOffer(at));
    case 'expire':
      shop.pass(60_000);
      await shop.handoff.expireOffer({
        conversationId,
        expiresAt: latest.offer?.expiresAt.toISOString() ?? '',
      });
      return latest.state === 'offered';
    case 'return':
      return Boolean(await shop.handoff.returnToBot({ ...at, outcome: 'solved', promises: '' }));
    case 'close':
      return Boolean(await shop.handoff.close({ ...at, disposition }));
    case 'reopen':
      return Boolean(await shop.handoff.reopen(at));
    case 'reply':
      return Boolean(await shop.conversations.sendMessage({ ...at, text: '好的', seenSeq: null }));
    case 'note':
      return Boolean(await shop.conversations.addNote({ ...at, text: '备注' }));
    case 'seen':
      await shop.conversations.setSeen({ actor, conversationId, seq });
      return latest.owner?.id === actor.agentId;
    case 'receipt':
      if (customerSeq === 0) return false;
      await shop.conversations.setReceipt({
        customerId,
        conversationId,
        seq: customerSeq,
        state: dice % 2 ? 'read' : 'delivered',
      });
      return customerSeq > latest.readSeq;
  }
}

/** The agent loses the line for longer than the grace, and comes back later. */
async function vanish(shop: Floor, { agentId }: AgentActor): Promise<boolean> {
  const presence_at = new Date(shop.time.now);
  const set = (presence: 'offline' | 'online') =>
    shop.db.updateTable('agents').set({ presence, presence_at }).where('id', '=', agentId).execute();
  await set('offline');
  const released = await shop.handoff.releaseVanishedAgent(agentId, presence_at.toISOString());
  await set('online');
  return released > 0;
}
