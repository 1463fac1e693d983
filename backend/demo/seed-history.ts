import type { AgentRef } from '#shared/domain/agent';
import type { Author, Content, EntryBody } from '#shared/domain/entry';
import type { HandoffRecord } from '#shared/domain/handoff';
import type { ClientId, ConversationId, EntryId, Sku } from '#shared/domain/ids';
import { CALM_MOOD, type MessageMood, nextMood } from '#shared/domain/mood';
import { productCard } from '../modules/cards/index.ts';
import { type Conversation, entryOf, type LogEntry, previewOf } from '../modules/conversations/index.ts';
import { buildRecord, naming, noticeText } from '../modules/handoff/index.ts';
import type {
  ImportedConversation,
  ImportedCustomer,
  ImportedHandoff,
  ImportedShop,
} from '../modules/imports/index.ts';
import type { SentimentModel } from '../modules/sentiment/index.ts';
import { newId } from '../runtime/ids.ts';
import type { DemoConversation, DemoStep } from './content/index.ts';
import type { DemoChannels } from './demo-channels.ts';
import { demoSettings } from './seed-shop.ts';

/** What the history is told with. `agents` by login, `customers` by the shop's id. */
export type HistoryPorts = {
  shop: ImportedShop;
  customers: ReadonlyMap<string, ImportedCustomer>;
  agents: ReadonlyMap<string, AgentRef>;
  channels: DemoChannels;
  sentiment: SentimentModel;
};

type Story = {
  conversation: Conversation;
  entries: LogEntry[];
  handoffs: ImportedHandoff[];
  customer: ImportedCustomer;
};

/** One past conversation as its log would have been, moods scored by the model that scores the live ones. */
export function importedConversation(ports: HistoryPorts, past: DemoConversation): ImportedConversation {
  const story = opened(ports, past);
  for (const step of past.steps) play(ports, story, step);
  close(ports, story, past);
  const { conversation, entries, handoffs } = story;
  return { conversation, entries, handoffs };
}

function opened({ customers, channels }: HistoryPorts, past: DemoConversation): Story {
  const customer = customers.get(past.customerKey);
  const first = past.steps.find((step) => step.kind === 'customer');
  if (!customer || !first) throw new Error(`A conversation of ${past.customerKey} has nobody who speaks`);
  const { id, name, membership } = customer.customer;
  const conversation: Conversation = {
    id: newId<ConversationId>(),
    version: 1,
    customer: { id, name, membership, isVerified: true },
    state: 'bot',
    owner: null,
    offer: null,
    channelId: channels[first.channel],
    channelKind: first.channel === 'mini-program' ? 'webhook' : first.channel,
    identityId: identityOn(customer, channels[first.channel]),
    language: past.language,
    mood: CALM_MOOD,
    worstScore: 0,
    place: null,
    waitingSince: null,
    expectedAt: null,
    trigger: null,
    botFailures: 0,
    hasAskedForPerson: false,
    wasReturned: false,
    assignedAt: null,
    unansweredSince: null,
    unread: 0,
    ownerSeenSeq: 0,
    seq: 0,
    revisedSeq: 0,
    customerSeq: 0,
    deliveredSeq: 0,
    readSeq: 0,
    shopReadSeq: 0,
    firstLine: first.text.slice(0, 160),
    last: null,
    openedAt: past.openedAt,
    latestAt: past.closedAt,
    closedAt: null,
    closedBy: null,
    outcome: null,
    causeCode: null,
    closeComment: '',
  };
  return { conversation, entries: [], handoffs: [], customer };
}

function play(ports: HistoryPorts, story: Story, step: DemoStep): void {
  const { conversation } = story;
  switch (step.kind) {
    case 'customer':
      hear(ports, story, step);
      return;
    case 'bot':
      say(story, step.at, { author: { kind: 'bot' }, content: { type: 'text', text: step.text } });
      return;
    case 'handoff':
      handOff(story, step);
      return;
    case 'claim':
      claim(ports, story, step);
      return;
    case 'agent':
      respond(story, step.at);
      say(story, step.at, {
        author: authorOf(ports, step.agent),
        content: { type: 'text', text: step.text },
      });
      return;
    case 'product-card':
      if (step.agent !== null) respond(story, step.at);
      say(story, step.at, {
        author: step.agent === null ? { kind: 'bot' } : authorOf(ports, step.agent),
        content: { type: 'card', card: cardOf(ports, step.sku) },
      });
      return;
    case 'note': {
      const body: EntryBody = { type: 'note', text: step.text, clientId: newId<ClientId>() };
      append(story, step.at, { author: authorOf(ports, step.agent), body });
      conversation.ownerSeenSeq = conversation.seq;
    }
  }
}

function hear(
  { channels, sentiment }: HistoryPorts,
  story: Story,
  step: Extract<DemoStep, { kind: 'customer' }>,
): void {
  const { conversation, customer } = story;
  const { label, score, confidence, cues } = sentiment.score(step.text, conversation.language);
  const mood: MessageMood = { label, score, confidence, cues };
  conversation.channelId = channels[step.channel];
  conversation.identityId = identityOn(customer, conversation.channelId);
  conversation.mood = nextMood(conversation.mood, mood);
  conversation.worstScore = Math.min(conversation.worstScore, conversation.mood.score);
  const { id, name } = customer.customer;
  say(story, step.at, {
    author: { kind: 'customer', customerId: id, name },
    content: { type: 'text', text: step.text },
    mood,
  });
}

function handOff(story: Story, step: Extract<DemoStep, { kind: 'handoff' }>): void {
  const { conversation, entries } = story;
  const record: HandoffRecord = buildRecord({
    trigger: step.trigger,
    transcript: entries.map((entry) => entryOf(entry, conversation)),
    facts: {},
    mood: conversation.mood,
    language: conversation.language,
    name: conversation.customer.isVerified ? conversation.customer.name : null,
    reasons: [{ code: `mood.${conversation.mood.level}`, params: {} }],
  });
  conversation.trigger = step.trigger;
  append(story, step.at, { author: { kind: 'bot' }, body: { type: 'handoff-requested', record } });
  const notice = { code: 'notice.person-coming', params: { minutes: 2 } } as const;
  const text = noticeText(notice, conversation.language);
  say(story, step.at, { author: { kind: 'system' }, content: { type: 'notice', notice, text } });
  story.handoffs.push({
    requestedAt: step.at,
    trigger: step.trigger,
    record,
    agentId: null,
    claimedAt: null,
    firstResponseAt: null,
    endedAt: null,
    endedHow: null,
  });
}

function claim(ports: HistoryPorts, story: Story, step: Extract<DemoStep, { kind: 'claim' }>): void {
  const agent = agentOf(ports, step.agent);
  append(story, step.at, {
    author: authorOf(ports, step.agent),
    body: { type: 'assigned', agent, how: 'claim' },
  });
  const notice = naming('notice.person-joined', agent.name);
  const text = noticeText(notice, story.conversation.language);
  say(story, step.at, { author: { kind: 'system' }, content: { type: 'notice', notice, text } });
  change(story, (handoff) => ({ ...handoff, agentId: agent.id, claimedAt: step.at }));
}

function respond(story: Story, at: Date): void {
  change(story, (handoff) => ({ ...handoff, firstResponseAt: handoff.firstResponseAt ?? at }));
}

function close(ports: HistoryPorts, story: Story, past: DemoConversation): void {
  const { conversation } = story;
  const closer = past.closedBy === null ? null : agentOf(ports, past.closedBy);
  const author: Author = past.closedBy === null ? { kind: 'system' } : authorOf(ports, past.closedBy);
  const disposition = { outcome: past.outcome, causeCode: past.causeCode, comment: past.comment };
  append(story, past.closedAt, { author, body: { type: 'closed', disposition } });
  change(story, (handoff) => ({ ...handoff, endedAt: past.closedAt, endedHow: 'closed' }));
  Object.assign(conversation, {
    state: 'closed',
    closedAt: past.closedAt,
    closedBy: closer?.id ?? null,
    outcome: past.outcome,
    causeCode: past.causeCode,
    closeComment: past.comment,
    deliveredSeq: conversation.customerSeq,
    readSeq: conversation.customerSeq,
    shopReadSeq: conversation.customerSeq,
    ownerSeenSeq: conversation.seq,
  } satisfies Partial<Conversation>);
}

function change(story: Story, next: (handoff: ImportedHandoff) => ImportedHandoff): void {
  const last = story.handoffs.at(-1);
  if (last) story.handoffs[story.handoffs.length - 1] = next(last);
}

/** Something that the customer saw, long since delivered and read. */
function say(story: Story, at: Date, line: { author: Author; content: Content; mood?: MessageMood }): void {
  const { conversation } = story;
  const { author, content, mood = null } = line;
  conversation.customerSeq += 1;
  const clientId = author.kind === 'customer' || author.kind === 'agent' ? newId<ClientId>() : null;
  const entry = append(story, at, {
    author,
    body: { type: 'message', content, clientId, mood, delivery: null },
  });
  entry.customerSeq = conversation.customerSeq;
  entry.channelId = conversation.channelId;
  entry.clientId = clientId;
  entry.delivery = author.kind === 'customer' ? null : { state: 'read' };
  if (content.type === 'notice') return;
  const said = previewOf(content, conversation.language);
  const ofCustomer = author.kind === 'customer' ? said : (conversation.last?.ofCustomer ?? null);
  conversation.last = { at: at.toISOString(), authorKind: author.kind, preview: said, ofCustomer };
}

function append(story: Story, at: Date, { author, body }: { author: Author; body: EntryBody }): LogEntry {
  const { conversation, entries } = story;
  conversation.seq += 1;
  const entry: LogEntry = {
    id: newId<EntryId>(),
    conversationId: conversation.id,
    seq: conversation.seq,
    customerSeq: null,
    at,
    author,
    authorKey: `import:${author.kind}`,
    clientId: null,
    channelId: null,
    body,
    delivery: null,
  };
  entries.push(entry);
  return entry;
}

function cardOf({ shop }: HistoryPorts, sku: string) {
  const product = shop.products.find(({ variants }) =>
    variants.some((variant) => variant.sku === (sku as Sku)),
  );
  const variant = product?.variants.find((one) => one.sku === (sku as Sku));
  if (!product || !variant) throw new RangeError(`The demo shop sells no ${sku}`);
  return productCard(product, variant, demoSettings().shop);
}

function identityOn({ identities, customer }: ImportedCustomer, channelId: string): string {
  const identity = identities.find((one) => one.channelId === channelId);
  if (!identity) throw new Error(`${customer.name} is not known on channel ${channelId}`);
  return identity.id;
}

function agentOf({ agents }: HistoryPorts, login: string): AgentRef {
  const agent = agents.get(login);
  if (!agent) throw new Error(`The demo shop has no ${login}`);
  return agent;
}

function authorOf(ports: HistoryPorts, login: string): Author {
  const { id, name } = agentOf(ports, login);
  return { kind: 'agent', agentId: id, name };
}
