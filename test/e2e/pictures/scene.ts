import { sql } from 'kysely';
import { type Backend, createBackend } from '../../../backend/app.ts';
import { productPicture } from '../../../backend/demo/content/index.ts';
import { seedDemo } from '../../../backend/demo/seed.ts';
import { signIdentityToken } from '../../../backend/modules/customers/index.ts';
import { readConfig } from '../../../backend/runtime/config.ts';
import { createLog } from '../../../backend/runtime/log.ts';
import { type Connection, connect } from '../../../backend/storage/connection.ts';
import { clientId, connectAgent, connectCustomer, openSession, signIn } from '../../support/clients.ts';
import { openWebhook, type WebhookPartner } from '../support/webhook-partner.ts';
import { type Line, type Speaker, speakers } from './script.ts';

/** The demo shop a few minutes into a busy hour: customers of the script have spoken, some wait, one agent has begun. */
export type Scene = {
  url: string;
  password: string;
  /** A token of the shop's for one of its customers. */
  identityToken(shopCustomerId: string): Promise<string>;
  stop(): Promise<void>;
};

/** Whose clock runs behind, so that what is played now has happened minutes ago. */
type Hour = { behindMs: number };
type Stage = {
  backend: Backend;
  database: Connection;
  hour: Hour;
  partner: WebhookPartner;
  password: string;
};

/** Opens the shop on an empty database and plays the script, minute by minute, through the doors that real customers use. */
export async function playScene(databaseUrl: string): Promise<Scene> {
  const hour: Hour = { behindMs: 15 * 60_000 };
  const clock = { now: () => new Date(Date.now() - hour.behindMs) };
  let password = '';
  const backend = await createBackend({
    config: readConfig({ port: '0' }, {}),
    log: createLog('error'),
    clock,
    databaseUrl,
    hasShop: true,
    async prepare(services) {
      ({ password } = await seedDemo({ ...services, clock }, productPicture));
    },
  });
  const database = connect({ url: databaseUrl, poolSize: 2 });
  const partner = await openMiniProgram(backend, database);
  const stage: Stage = { backend, database, hour, partner, password };
  const identityToken = async (sub: string) =>
    signIdentityToken({ sub }, await backend.services.settings.read('identity-secret'), clock);
  const doors = await openDoors(stage, identityToken);
  const plan = speakers
    .flatMap((speaker) => speaker.lines.map((line) => ({ speaker, line })))
    .toSorted((a, b) => b.line.minutesAgo - a.line.minutesAgo);
  const lin = await connectAgent(backend.url, await signIn(backend.url, 'lin.xiao', password));
  for (const { speaker, line } of plan) {
    hour.behindMs = line.minutesAgo * 60_000;
    await play({ lin, line, say: doors.get(speaker.key) ?? nobody });
    await untilIdle(database);
  }
  hour.behindMs = 0;
  lin.close();
  return {
    url: backend.url,
    password,
    identityToken,
    async stop() {
      await database.close();
      await backend.stop();
      await partner.stop();
    },
  };
}

type Say = (text: string, channel: Line['channel']) => Promise<string>;
type Play = { lin: Awaited<ReturnType<typeof connectAgent>>; line: Line; say: Say };

/** A line of the customer's, or what the agent answers in the conversation that the customer's line before made. */
async function play({ lin, line, say }: Play): Promise<void> {
  if (line.by !== 'agent') {
    await say(line.text, line.channel);
    return;
  }
  const conversationId = (await say('', line.channel)) as never;
  const { conversation } = await lin.ask('conversation:open', { conversationId });
  if (conversation.state === 'waiting')
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
  await lin.ask('message:send', { clientId: clientId(), conversationId, text: line.text, seenSeq: null });
  await lin.ask('conversation:seen', { conversationId, seq: conversation.seq });
}

async function openDoors(stage: Stage, identityToken: Scene['identityToken']): Promise<Map<string, Say>> {
  const doors = new Map<string, Say>();
  const taken = new Set<string>();
  for (const speaker of speakers) {
    const shopId = speaker.fits === null ? null : await findCustomer(stage, speaker, taken);
    const token = shopId === null ? undefined : await identityToken(shopId);
    doors.set(speaker.key, await openDoor(stage, speaker, token));
  }
  return doors;
}

async function openDoor(
  { backend, database, partner }: Stage,
  speaker: Speaker,
  identityToken?: string,
): Promise<Say> {
  const sessions = new Map<string, Awaited<ReturnType<typeof connectCustomer>>>();
  const proof = identityToken === undefined ? {} : { identityToken };
  let customerId = '';
  return async (text, channel) => {
    if (text === '') {
      // Only asks which conversation it is.
    } else if (channel === 'mini') {
      await partner.say({ id: speaker.key, ...(speaker.name === null ? {} : { name: speaker.name }) }, text, {
        language: speaker.language,
        ...proof,
      });
    } else {
      const session =
        sessions.get(channel) ??
        (await connectCustomer(
          backend.url,
          await openSession(backend.url, { channel, language: speaker.language, ...proof }),
        ));
      sessions.set(channel, session);
      ({ customerId } = await session.ask('session:read', {}));
      await session.ask('message:send', { clientId: clientId(), text });
    }
    const found = await sql<{ id: string }>`select conversations.id from conversations
      join identities on identities.id = conversations.identity_id
      where conversations.customer_id::text = ${customerId} or identities.value = ${speaker.key}
      order by opened_at desc limit 1`.execute(database.db);
    return found.rows[0]?.id ?? '';
  };
}

/** One of the shop's customers to whom the speaker's words fit; nobody twice. */
async function findCustomer(
  { database }: Stage,
  { fits, language }: Speaker,
  taken: Set<string>,
): Promise<string> {
  const { rows } = await sql<{ value: string; membership: string; status: string; tracked: Date }>`
    select identities.value, customers.membership, orders.status, orders.placed_at as tracked from customers
    join identities on identities.customer_id = customers.id and identities.type = 'shop'
    join orders on orders.customer_id = customers.id
    where customers.language = ${language} order by orders.placed_at`.execute(database.db);
  const found = rows.find(
    (row) =>
      !taken.has(row.value) &&
      row.status === fits?.status &&
      (fits.membership === undefined || row.membership === fits.membership) &&
      Date.now() - row.tracked.getTime() > fits.olderThanDays * 86_400_000,
  );
  if (found === undefined) throw new Error(`Nobody in the demo shop fits ${JSON.stringify(fits)}`);
  taken.add(found.value);
  return found.value;
}

function openMiniProgram({ url, services }: Backend, { db }: Connection): Promise<WebhookPartner> {
  const addWebhook = async (_name: unknown, outboundUrl: string) => {
    const { rows } = await sql<{
      id: string;
      secret: string;
    }>`update channels set outbound_url = ${outboundUrl}
      where kind = 'webhook' returning id, secret`.execute(db);
    const [channel] = rows;
    if (channel === undefined) throw new Error('The demo shop has no webhook');
    await services.channels.prepare();
    return channel;
  };
  return openWebhook({ url, addWebhook }, { zh: '小程序', en: 'Mini program' });
}

async function untilIdle({ db }: Connection): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pgboss.job where state in ('created', 'retry', 'active')
      and name in ('bot-turn', 'channel-send') limit 1`.execute(db);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function nobody(): Promise<string> {
  throw new Error('A line without a speaker');
}
