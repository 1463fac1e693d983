import type { AgentRef } from '#shared/domain/agent';
import type { Card, CardRequest } from '#shared/domain/card';
import type { ChannelKind, ChannelLimits } from '#shared/domain/channel';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Author, Content, Entry } from '#shared/domain/entry';
import type { ChannelId, ConversationId, CustomerId } from '#shared/domain/ids';
import type { AgentActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import { lockReadable, noConversation, requireOwner } from './access.ts';
import { append, type Draft, saveDraft, say, type Way } from './draft.ts';
import type { ConversationStore, LogEntry } from './ports.ts';
import { inUnit, type Unit, type UnitPorts } from './unit.ts';

/** Builds a card out of what the shop says now (rule T9). */
export type CardBuilder = { build(request: CardRequest, customerId: CustomerId): Promise<Card> };

/** What each kind of channel carries; a longer text is refused before it is kept (rule I3). */
export type TextLimits = Record<ChannelKind, Pick<ChannelLimits, 'textMax'>>;

export type OutgoingPorts = UnitPorts & { cards: CardBuilder; limits: TextLimits };

/** The answer to a command that put an entry into the log. */
export type Appended = { conversation: ConversationSummary; entry: Entry };

/** A command of a member of staff about one conversation. */
export type StaffCommand = { actor: AgentActor; key: CommandKey; conversationId: ConversationId };

/** An answer to the customer; without a channel it goes where they spoke last (rule I3). */
export type Reply = StaffCommand & { channelId?: ChannelId | null };

/** Answers the customer. `stale-view` when the customer said more after `seenSeq`; `null` sends all the same (rule D7). */
export async function sendMessage(
  ports: OutgoingPorts,
  command: Reply & { text: string; seenSeq: number | null; isDrafted?: boolean },
): Promise<Appended> {
  return await appendOnce(ports, command, async (unit, draft) => {
    if (command.seenSeq !== null) await requireFreshView(unit, draft, command.seenSeq);
    const owner = requireOwner(draft.conversation, command.actor);
    const way = await wayOf(unit, draft, command.channelId);
    requireShort(command.text, ports.limits[way.channelKind]);
    const content = {
      type: 'text' as const,
      text: command.text,
      ...(command.isDrafted ? { isDrafted: true as const } : {}),
    };
    return await answer(unit, draft, { command, owner, way, content });
  });
}

/** Sends a card; its facts are read from the shop now, and an order only if it is this customer's. */
export async function sendCard(
  ports: OutgoingPorts,
  command: Reply & { card: CardRequest },
): Promise<Appended> {
  return await appendOnce(ports, command, async (unit, draft) => {
    const owner = requireOwner(draft.conversation, command.actor);
    const way = await wayOf(unit, draft, command.channelId);
    const card = await ports.cards.build(command.card, draft.conversation.customer.id);
    return await answer(unit, draft, { command, owner, way, content: { type: 'card', card } });
  });
}

/** Writes a note that only staff see. */
export async function addNote(ports: UnitPorts, command: StaffCommand & { text: string }): Promise<Appended> {
  return await appendOnce(ports, command, async (unit, draft) =>
    append(draft, {
      author: await staffAuthor(unit, command.actor),
      authorKey: command.key.authorKey,
      clientId: command.key.clientId,
      body: { type: 'note', text: command.text, clientId: command.key.clientId },
    }),
  );
}

/** The member of staff as an author, named by the server (rule T2). */
export async function staffAuthor(unit: Unit, actor: AgentActor): Promise<Author> {
  const member = await unit.staff.find(actor.agentId);
  if (member === null) throw new Fault('unauthenticated', 'This account is gone');
  return { kind: 'agent', agentId: member.id, name: member.name };
}

/** Once per key: locks the conversation, lets `work` add its entry, writes all. */
export async function appendOnce<S extends ConversationStore>(
  ports: UnitPorts<S>,
  { actor, key, conversationId }: StaffCommand,
  work: (unit: Unit<S>, draft: Draft) => Promise<LogEntry>,
): Promise<Appended> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(key, async () => {
      const draft = await lockReadable(unit, actor, conversationId);
      const { id } = await work(unit, draft);
      const { conversation, entries } = await saveDraft(unit, draft);
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry === undefined) throw noConversation();
      return { conversation, entry };
    }),
  );
}

async function answer(
  unit: Unit,
  draft: Draft,
  { command, owner, way, content }: { command: StaffCommand; owner: AgentRef; way: Way; content: Content },
): Promise<LogEntry> {
  const { conversation, at } = draft;
  const { authorKey, clientId } = command.key;
  const author: Author = { kind: 'agent', agentId: owner.id, name: owner.name };
  const entry = say(draft, content, { author, authorKey, clientId, way });
  if (conversation.unansweredSince !== null) {
    await unit.handoffs.markFirstResponse(conversation.id, at);
    conversation.unansweredSince = null;
  }
  return entry;
}

/** The channel that the agent chose, where the customer can be reached on it; else the one that the customer used last. */
async function wayOf(
  unit: Unit,
  { conversation }: Draft,
  channelId: ChannelId | null | undefined,
): Promise<Way> {
  if (channelId == null || channelId === conversation.channelId) return conversation;
  const channelKind = await unit.conversations.reachableKind(conversation.customer.id, channelId);
  if (channelKind !== null) return { channelId, channelKind };
  throw new Fault('invalid-input', 'The customer can’t be reached on this channel', { field: 'channelId' });
}

/** Refuses what is longer than the channel carries. */
export function requireShort(text: string, { textMax }: TextLimits[ChannelKind]): void {
  if (text.length <= textMax) return;
  throw new Fault('too-large', `The customer’s channel carries ${textMax} characters at most`, {
    field: 'text',
    details: { textMax },
  });
}

async function requireFreshView(unit: Unit, { conversation }: Draft, seenSeq: number): Promise<void> {
  // Nothing at all was added since, as mostly: that needs no reading.
  if (conversation.seq <= seenSeq) return;
  const { customerMessages: newer } = await unit.entries.spokenAfter(conversation.id, seenSeq);
  if (newer > 0) {
    throw new Fault('stale-view', `The customer has said ${newer} more`, {
      field: 'seenSeq',
      details: { newer },
    });
  }
}
