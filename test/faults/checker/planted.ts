import type { Random } from '../random.ts';
import {
  FIRST_WORDS,
  type FoundWords,
  type History,
  RECALLED,
  type StoredBody,
  type StoredConversation,
  type StoredEntry,
  type Told,
  type View,
} from './history.ts';

/** A history that is right by its making, held whole so that it can be spoilt. Agents have the numbers 1 to 3, customers those from 11 on. */
export type Whole = Omit<History, 'stored' | 'found' | 'told' | 'views'> & {
  stored: (StoredConversation & { entries: StoredEntry[] })[];
  found: FoundWords[];
  told: Told[];
  views: View[];
};

const AGENTS = [1, 2, 3];
const FIRST_CUSTOMER = 11;

/** Makes a correct history of some conversations, each with bot, agents, changes of hands, and all that their clients wrote down of it. */
export function makeHistory(random: Random, conversations: number): Whole {
  const numbers = new Map<number, number>();
  const history: Whole = { customers: new Set(), stored: [], found: [], told: [], views: [] };
  for (let index = 0; index < conversations; index += 1) {
    const customer = FIRST_CUSTOMER + index;
    (history.customers as Set<number>).add(customer);
    tellStory({ history, numbers, random, customer, conversation: 1000 + index });
  }
  return history;
}

type Scene = {
  history: Whole;
  numbers: Map<number, number>;
  random: Random;
  customer: number;
  conversation: number;
};

/** What a story does next, and who has the conversation then. */
type Stage = { owner: number | null; hasBot: boolean };

function tellStory(scene: Scene): void {
  const { history, random, conversation, customer } = scene;
  const entries: StoredEntry[] = [];
  const stored = { conversation, seq: 0, customerSeq: 0, owner: null as number | null, entries };
  history.stored.push(stored);
  let stage: Stage = { owner: null, hasBot: true };
  const add = (body: StoredBody) => append(scene, stored, body);
  for (let turn = 0; turn < 4; turn += 1) {
    say(scene, add, customer);
    if (stage.hasBot) add({ type: 'said-by-bot', words: FIRST_WORDS });
    add({ type: 'handoff-requested' });
    const agent = random.pick(AGENTS);
    claim(scene, add, agent);
    stage = { owner: agent, hasBot: false };
    for (let line = random.int(1, 4); line > 0; line -= 1) say(scene, add, random.pick([customer, agent]));
    revise(scene, add, entries);
    // Edited twice, or edited and taken back: what was between is nowhere any more.
    revise(scene, add, entries);
    stage = turn === 3 ? stage : leave(scene, add, agent);
    if (turn < 3) hear(scene, entries, agent);
    // Whoever had it in between may have it no longer; the story goes on from nobody.
    stage = { ...stage, owner: turn === 3 ? agent : null };
  }
  stored.owner = stage.owner;
  for (const { body } of entries) if (body.type === 'said') history.found.push({ where: 'entries', ...body });
  history.views.push({ client: customer, conversation });
  if (stage.owner !== null) history.views.push({ client: stage.owner, conversation });
  show(scene, entries, stage.owner);
}

type Add = (body: StoredBody) => StoredEntry;

function append({ random }: Scene, stored: Whole['stored'][number], body: StoredBody): StoredEntry {
  stored.seq += 1;
  const isSeen = isForCustomer(body);
  if (isSeen) stored.customerSeq += 1;
  const at = (stored.entries.at(-1)?.at ?? 1_000_000) + random.int(20, 500);
  const entry: StoredEntry = {
    seq: stored.seq,
    customerSeq: isSeen ? stored.customerSeq : null,
    mark: Math.floor(random.next() * 2 ** 48),
    at,
    body,
  };
  stored.entries.push(entry);
  return entry;
}

/** Whether the customer hears of it. */
export function isForCustomer({ type }: StoredBody): boolean {
  return type === 'said' || type === 'said-by-bot' || type === 'revised';
}

function say({ history, numbers, conversation }: Scene, add: Add, client: number): void {
  const n = (numbers.get(client) ?? 0) + 1;
  numbers.set(client, n);
  const { seq, customerSeq, mark } = add({ type: 'said', client, n, words: FIRST_WORDS });
  const own = history.customers.has(client) ? (customerSeq ?? 0) : seq;
  history.told.push(
    { type: 'sent', client, n },
    { type: 'acknowledged', client, n, conversation, seq: own, mark },
  );
}

/** Somebody edits a message of theirs, or takes it back, or lets it be. */
function revise(
  { history, numbers, random, conversation }: Scene,
  add: Add,
  entries: readonly StoredEntry[],
): void {
  const { mark, body } = random.pick(entries);
  if (body.type !== 'said' || body.words === RECALLED) return;
  const { client } = body;
  const n = (numbers.get(client) ?? 0) + 1;
  numbers.set(client, n);
  const words = random.next() < 0.5 ? RECALLED : n;
  const entry = add({ type: 'revised', client, n, of: mark, words });
  for (const other of entries) {
    if (other.mark === mark || (other.body.type === 'revised' && other.body.of === mark))
      Object.assign(other.body, { words });
  }
  const seq = history.customers.has(client) ? (entry.customerSeq ?? 0) : entry.seq;
  history.told.push({ type: 'sent', client, n });
  if (words === RECALLED) history.told.push({ type: 'recalling', client, n });
  history.told.push({ type: 'acknowledged', client, n, conversation, seq, mark: entry.mark });
}

/** One wins, another is told who. */
function claim({ history, conversation }: Scene, add: Add, agent: number): void {
  const { at } = add({ type: 'assigned', agent, how: 'claim' });
  const loser = AGENTS.find((other) => other !== agent) ?? 0;
  const answer = { type: 'claimed', conversation, owner: agent, from: at - 1, until: at + 1 } as const;
  history.told.push({ ...answer, client: agent }, { ...answer, client: loser });
}

/** To the queue, to a colleague who says no, or back to the bot. */
function leave({ random }: Scene, add: Add, agent: number): Stage {
  const way = random.int(0, 2);
  if (way === 0) add({ type: 'released', agent, hadIt: true });
  if (way === 1) {
    const to = random.pick(AGENTS);
    add({ type: 'offered', to });
    add({ type: 'released', agent: to, hadIt: false });
  }
  if (way === 2) add({ type: 'returned' });
  return { owner: null, hasBot: way === 2 };
}

/** While the end of it is being committed somebody else is still told of who had it, or was asked; then the end is known. */
function hear({ history, conversation }: Scene, entries: readonly StoredEntry[], agent: number): void {
  const [before, end] = entries.slice(-2);
  if (before === undefined || end === undefined) return;
  const owner = before.body.type === 'offered' ? before.body.to : agent;
  const client = AGENTS.find((other) => other !== owner) ?? 0;
  const { at, seq } = end;
  history.told.push(
    { type: 'learned', client: agent, conversation, seq: before.seq, at: before.at + 10 },
    { type: 'claimed', client, conversation, owner, from: at + 5, until: at + 8 },
    { type: 'learned', client: agent, conversation, seq, at: at + 10 },
  );
}

/** Customer and last owner have seen all; some other agent a part of it, from the beginning. */
function show(scene: Scene, entries: StoredEntry[], owner: number | null): void {
  const { random, customer } = scene;
  const forCustomer = entries.filter(({ customerSeq }) => customerSeq !== null);
  showTo(scene, customer, forCustomer);
  for (const client of AGENTS) {
    const upTo = client === owner ? entries.length : random.int(0, entries.length);
    showTo(scene, client, entries.slice(0, upTo));
  }
}

/** Some watched while it happened, and heard of revisions; others read it afterwards, and found each message as it is. */
function showTo({ history, random, conversation }: Scene, client: number, entries: StoredEntry[]): void {
  const isLive = random.next() < 0.5;
  const places = new Map(entries.map(({ mark }, index) => [mark, index + 1]));
  for (const [index, { mark, body }] of entries.entries()) {
    const words = isLive || !('words' in body) || body.type === 'revised' ? FIRST_WORDS : body.words;
    history.told.push({ type: 'shown', client, conversation, seq: index + 1, mark, words });
    if (body.type !== 'revised') continue;
    const seq = places.get(body.of) ?? 0;
    history.told.push({ type: 'reads', client, conversation, seq, words: body.words });
  }
}
