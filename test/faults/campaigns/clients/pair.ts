import type { Result } from '#shared/protocol/errors';
import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import { type Row, tellLearned } from './learned.ts';
import { type Line, openLine } from './line.ts';
import { createSpeaker, type Kept, type Revising, type Saying, type Speaker, type Waits } from './speaker.ts';
import { createView, type SeenEntry, type View } from './view.ts';

/** A message that was said: as which utterance. */
export type Said = Pick<Revising, 'entryId' | 'n'>;

/** What all clients of a process write to. */
export type Books = { recorder: Recorder; waits: Waits };

/** An agent's console, with a view for each conversation that it ever had. */
export type AgentClient = {
  client: number;
  line: Line;
  speaker: Speaker;
  views: Map<string, View>;
  books: Books;
};

/** A customer's widget. */
export type CustomerClient = {
  client: number;
  line: Line;
  speaker: Speaker;
  /** The one in which the customer spoke last; known from the first acknowledgement on. */
  conversationId(): string;
  views: ReadonlyMap<string, View>;
  say(): Promise<void>;
  /** Takes back what was said last, or a message that is named, if the server lets it. */
  recall(message?: Said, onAsked?: Saying['onAsked']): Promise<Result<Kept> | null>;
};

type Way = { client: number; port: number; token: string; books: Books };
type Appended = { conversationId: string; entries: SeenEntry[] };

/** Opens an agent's console. */
export function openAgent({ client, port, token, books }: Way): AgentClient {
  const views = new Map<string, View>();
  const line = openLine({
    namespace: '/agent',
    port,
    token,
    onUp: () => {
      for (const view of views.values()) view.catchUp().catch(ignore);
    },
    deafTo: ['workspace:changed', 'agent:changed'],
    onEvent(name, event) {
      if (name !== 'entry:appended') return;
      const { conversationId, entries } = event as Appended;
      views.get(conversationId)?.take(entries);
    },
  });
  return { client, line, speaker: createSpeaker(client, books.recorder, books.waits), views, books };
}

/** Opens a customer's widget. */
export function openCustomer({ client, port, token, books }: Way): CustomerClient {
  const { recorder, waits } = books;
  const views = new Map<string, View>();
  let conversationId = '';
  const speaker = createSpeaker(client, recorder, waits);
  const line = openLine({
    namespace: '/customer',
    port,
    token,
    onUp: () => {
      for (const view of views.values()) view.catchUp().catch(ignore);
    },
    onEvent(name, event) {
      if (name === 'entry:appended') take(event as Appended);
    },
  });

  function take({ conversationId: about, entries }: Appended): void {
    const view = views.get(about) ?? createView({ client, conversationId: about, line, recorder });
    views.set(about, view);
    view.take(entries);
  }

  return {
    client,
    line,
    speaker,
    conversationId: () => conversationId,
    views,
    async say() {
      await speaker.say({
        line,
        onKept({ entry }) {
          conversationId = entry.conversationId;
          take({ conversationId, entries: [entry] });
        },
      });
    },
    async recall(message = speaker.last(conversationId) ?? undefined, onAsked = undefined) {
      if (message === undefined) return null;
      return await speaker.revise({
        ...{ line, name: 'recall', ...message },
        ...(onAsked ? { onAsked } : {}),
        onKept: ({ entry }) => take({ conversationId: entry.conversationId, entries: [entry] }),
      });
    },
  };
}

/** The agent takes the customer's conversation, however often that must be tried; what was answered is written down. */
export async function claim(agent: AgentClient, customer: CustomerClient): Promise<void> {
  const { line, client, books } = agent;
  const conversationId = customer.conversationId();
  for (let tries = 0; tries < MOST_CLAIMS; tries += 1) {
    await customer.line.command('handoff:request', {});
    const from = Date.now();
    const answer = (await line.command('conversation:claim', { conversationId })) as Result<Row>;
    if (!answer.ok) continue;
    const until = Date.now();
    books.recorder.tell({
      type: 'claimed',
      client,
      conversation: numberOf(conversationId),
      owner: client,
      from,
      until,
    });
    tellLearned(books.recorder, client, answer.data);
    const view =
      agent.views.get(conversationId) ??
      createView({ client, conversationId, line, recorder: books.recorder });
    agent.views.set(conversationId, view);
    view.catchUp().catch(ignore);
    return;
  }
  throw new Error(`Agent ${client} could not get conversation ${conversationId}`);
}

const MOST_CLAIMS = 50;

/** The agent gives the conversation back to the bot, if it is theirs to give. */
export async function giveBack({ line, client, books }: AgentClient, conversationId: string): Promise<void> {
  const wish = { conversationId, outcome: 'solved', promises: '' };
  const answer = (await line.command('conversation:return', wish)) as Result<Row>;
  if (answer.ok) tellLearned(books.recorder, client, answer.data);
}

/** The agent says something; when the conversation was taken away meanwhile, the agent takes it back. */
export async function reply(agent: AgentClient, customer: CustomerClient): Promise<void> {
  const conversationId = customer.conversationId();
  await agent.speaker.say({
    line: agent.line,
    input: { conversationId, seenSeq: null, channelId: null },
    async amend(code) {
      if (code !== 'conflict' && code !== 'not-found') return false;
      await claim(agent, customer);
      return true;
    },
    onKept: ({ entry }) => agent.views.get(conversationId)?.take([entry]),
  });
}

/** The agent edits what they said last, or takes it back, if the server lets them. */
export async function revise(
  agent: AgentClient,
  customer: CustomerClient,
  name: Revising['name'],
): Promise<void> {
  const conversationId = customer.conversationId();
  const message = agent.speaker.last(conversationId);
  if (message === null) return;
  await agent.speaker.revise({
    ...{ line: agent.line, name, ...message, input: { conversationId } },
    onKept: ({ entry }) => agent.views.get(conversationId)?.take([entry]),
  });
}

/** The line was closed meanwhile. */
function ignore(): void {
  return;
}
