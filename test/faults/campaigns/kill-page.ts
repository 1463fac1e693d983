import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ConversationId } from '#shared/domain/ids';
import { buildTarget } from '../../../build/scripts/build-targets.ts';
import { type Line, layLine } from '../../e2e/support/line.ts';
import {
  type CustomerClient,
  clientId,
  connectAgent,
  connectCustomer,
  signIn,
} from '../../support/clients.ts';
import { createRandom, type Random } from '../random.ts';
import type { Campaign, CampaignReport } from './campaign.ts';
import { deal } from './kills/deal.ts';
import { type KilledServer, startKilledServer } from './kills/killed-server.ts';
import { makeProfile } from './page/chromium-process.ts';
import { type KilledPage, numbered, numbersIn, openKilledPage } from './page/killed-page.ts';

type Options = { kills: number; conversations: number; seed: number };

/** How the line is when the page is killed; `deaf`: what the page says arrives, but it hears nothing. `draft`: killed before it is sent. */
const moods = ['online', 'online', 'offline', 'deaf', 'behind', 'draft'] as const;

const SETTLED_WITHIN_MS = 180_000;

/** Case R7: what an agent wrote outlives every `kill -9` of the console: sent once, in its order, or shown as unsent. */
export const killPage: Campaign<Options> = {
  name: 'kill-page',
  summary:
    'kill -9 of the console’s browser while an agent types and sends, online and offline, and a new start on the same profile',
  defaults: { kills: 10, conversations: 3, seed: 1 },
  async run({ kills, conversations, seed }, say) {
    const built = await buildTarget('console');
    if (built.some(({ tally }) => tally.failed > 0)) throw new Error('The console could not be built');
    const server = await startKilledServer({ BATON_LEASE_SECONDS: '86400' });
    const line = await layLine(server.url);
    const profile = makeProfile();
    const guests = await inviteGuests(server, conversations);
    const open = () => openKilledPage({ profile: profile.path, url: line.origin }, server.admin);
    const trial = createTrial({ server, line, guests, open }, createRandom(seed));
    try {
      for (let count = 1; count <= kills; count += 1) say(`${count}/${kills} ${await trial.killOnce()}`);
      return await trial.report(kills);
    } finally {
      await trial.end();
      for (const { customer } of guests) customer.close();
      await line.stop();
      await server.stop();
      server.remove();
      profile.remove();
    }
  },
};

type Guest = { id: ConversationId; customer: CustomerClient };
type Parts = { server: KilledServer; line: Line; guests: readonly Guest[]; open: () => Promise<KilledPage> };

/** Customers whom the agent is answering. */
async function inviteGuests({ url, admin }: KilledServer, count: number): Promise<Guest[]> {
  const agent = await connectAgent(url, await signIn(url, admin.login, admin.password));
  const guests: Guest[] = [];
  for (let made = 0; made < count; made += 1) {
    const customer = await connectCustomer(url);
    const { conversation } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    await customer.ask('handoff:request', { clientId: clientId() });
    await agent.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
    guests.push({ id: conversation.id, customer });
  }
  agent.close();
  return guests;
}

function createTrial({ server, line, guests, open }: Parts, random: Random) {
  const deck = deal(random.fork('deck'), moods);
  let page: KilledPage | null = null;
  let last = 0;
  const said = new Map<number, ConversationId>();
  /** What anybody could read as a message, or the device had as a draft: it must be sent, be shown as unsent, or be there to be sent. */
  const owed = new Set<number>();
  const settled = new Set<number>();
  const violations: string[] = [];
  const counts: Record<string, number> = {};
  const count = (what: string, more = 1) => {
    counts[what] = (counts[what] ?? 0) + more;
  };

  async function write(id: ConversationId, own: Random): Promise<void> {
    const console = await (page as KilledPage).open(id);
    for (let left = own.int(1, 4); left > 0; left -= 1) {
      last += 1;
      said.set(last, id);
      const text = numbered(last);
      await console.field.fill(text);
      // Who thinks before sending has left a draft on the device: from then on it can't be lost, and must be gone when the message is there.
      if (own.next() < 0.4) {
        await until('a draft is kept', async () => (await console.keptDrafts()).includes(text));
        owed.add(last);
      }
      await console.field.press('Enter');
      await pause(own.pick([0, 0, 20, 120]));
    }
  }
  /** Types without sending, and waits until the device has it: the words must be there again. */
  async function draft(id: ConversationId): Promise<number> {
    const console = await (page as KilledPage).open(id);
    last += 1;
    const text = numbered(last);
    await console.field.fill(text);
    await until('a draft is kept', async () => (await console.keptDrafts()).includes(text));
    return last;
  }
  async function takeUp(number: number, id: ConversationId): Promise<void> {
    const console = await (page as KilledPage).open(id);
    const there = await console.field.inputValue();
    if (there !== numbered(number)) violations.push(`The draft ${number} came back as “${there}”`);
    await console.field.fill(numbered(number));
    await console.field.press('Enter');
    said.set(number, id);
    owed.add(number);
  }
  /** Until each message that anybody could read is stored, or shown as stopped; then those are sent again. */
  async function settle(): Promise<void> {
    let missing: number[] = [];
    const what = () => `what was written is sent or shown as unsent (missing: ${missing})`;
    await until(what, async () => {
      const stored = new Set((await readStored(server)).map(({ number }) => number));
      missing = [...owed].filter((number) => !stored.has(number));
      for (const id of new Set(missing.map((number) => said.get(number)))) {
        const stopped = id ? ((await page?.outgoing(id)) ?? []) : [];
        if (id && stopped.length === 0) await sendDraft(id, missing);
        if (!stopped.some(({ state }) => state === 'stale' || state === 'failed')) continue;
        count('shown as unsent, then sent');
        await (await (page as KilledPage).open(id as ConversationId)).conversation
          .locator('[data-testid=outgoing]:not([data-state=sending]) button')
          .first()
          .click();
      }
      return missing.length === 0;
    });
    for (const number of owed) settled.add(number);
    owed.clear();
    await nothingTwice();
  }
  /** Killed with Enter still under the finger: the words are where they were typed. */
  async function sendDraft(id: ConversationId, missing: readonly number[]): Promise<void> {
    const { field } = await (page as KilledPage).open(id);
    const words = numbersIn(await field.inputValue());
    if (!words.some((number) => missing.includes(number))) return;
    count('there as a draft, then sent');
    await field.press('Enter');
  }
  /** What was sent does not stand in the composer as though it were still to be sent. */
  async function nothingTwice(): Promise<void> {
    const stored = new Set((await readStored(server)).map(({ number }) => number));
    for (const { id } of guests) {
      const left = await (await (page as KilledPage).open(id)).field.inputValue();
      for (const number of numbersIn(left))
        if (stored.has(number)) violations.push(`${number} was sent and is offered again as a draft`);
      if (left !== '') await (await (page as KilledPage).open(id)).field.fill('');
    }
  }

  return {
    async killOnce(): Promise<string> {
      page ??= await open();
      const own = random.fork(last);
      const mood = deck.next().value;
      const { id, customer } = own.pick(guests);
      await page.open(id);
      if (mood === 'offline' || mood === 'behind') await cut(line);
      if (mood === 'deaf') line.deafen();
      if (mood === 'behind') await customer.ask('message:send', { clientId: clientId(), text: '还在吗' });
      const drafted = mood === 'draft' ? await draft(id) : null;
      if (drafted === null) await write(id, own);
      await pause(own.pick([0, 0, 10, 40, 150]));
      await page.kill();
      count(`killed ${mood}`);
      for (const number of page.seen) if (said.has(number) && !settled.has(number)) owed.add(number);
      const before = owed.size;
      line.restore();
      page = await open();
      if (drafted !== null) await takeUp(drafted, id);
      await settle();
      return `${mood}: ${before} seen before the kill, ${last} written so far`;
    },
    async report(kills: number): Promise<CampaignReport> {
      const stored = await readStored(server);
      violations.push(...compare(said, stored));
      const kept = new Set(stored.map(({ number }) => number));
      return {
        figures: {
          kills,
          written: said.size,
          'sent exactly once': kept.size,
          'killed before anybody could read it': [...said.keys()].filter((number) => !kept.has(number))
            .length,
          'readable before the kill': settled.size,
          ...counts,
        },
        violations,
      };
    },
    end: async () => await page?.kill(),
  };

  async function cut(whose: Line): Promise<void> {
    whose.cut();
    const { page: shown } = await (page as KilledPage).open((guests[0] as Guest).id);
    await shown.locator('[data-testid=link-banner][data-status=offline]').waitFor();
  }
}

type Stored = { number: number; conversationId: string };

/** The numbered messages as they lie in the database, in the order of their conversations. */
async function readStored(server: KilledServer): Promise<Stored[]> {
  const client = new Client({ connectionString: server.databaseUrl() ?? '' });
  await client.connect();
  try {
    const { rows } = await client.query<{ conversation_id: string; text: string }>(
      `select conversation_id, body->'content'->>'text' as text from entries
         where type = 'message' and author->>'kind' = 'agent' order by conversation_id, seq`,
    );
    return rows.flatMap(({ conversation_id: conversationId, text }) =>
      numbersIn(text).map((number) => ({ number, conversationId })),
    );
  } finally {
    await client.end();
  }
}

/** Each once, where it was said, in the order in which it was said. */
function compare(said: ReadonlyMap<number, string>, stored: readonly Stored[]): string[] {
  const violations: string[] = [];
  const seen = new Set<number>();
  const last = new Map<string, number>();
  for (const { number, conversationId } of stored) {
    if (seen.has(number)) violations.push(`${number} was sent twice`);
    if (said.get(number) !== conversationId)
      violations.push(`${number} was sent elsewhere than where it was written`);
    if (number < (last.get(conversationId) ?? 0)) violations.push(`${number} was sent after a later one`);
    seen.add(number);
    last.set(conversationId, number);
  }
  return violations;
}

async function until(what: string | (() => string), isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; !(await isSo()); ) {
    if (Date.now() > deadline) {
      throw new Error(`It never came about that ${typeof what === 'string' ? what : what()}`);
    }
    await pause(100);
  }
}
