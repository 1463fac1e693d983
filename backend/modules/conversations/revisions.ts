import type { Author, Entry, MessageBody, RevisedContent } from '#shared/domain/entry';
import type { EntryId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { REVISION_MS, revisedBody } from '#shared/domain/revision';
import type { AgentActor, CustomerActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { conflict, Fault } from '../../runtime/fault.ts';
import { lockDraft } from './access.ts';
import { append, type Draft, plan, saveDraft } from './draft.ts';
import { eventKey, type IncomingMessage, isEarly } from './incoming.ts';
import {
  type Appended,
  appendOnce,
  requireShort,
  type StaffCommand,
  staffAuthor,
  type TextLimits,
} from './outgoing.ts';
import type { ConversationStore, LogEntry, MessageVersion, Revisable } from './ports.ts';
import { standingOf } from './present.ts';
import { type RecordReviser, takeWordsOut } from './revised-words.ts';
import { inUnit, type Unit, type UnitPorts } from './unit.ts';
import { isOverseer, mayRead } from './visibility.ts';

export type RevisionPorts = UnitPorts & { limits: TextLimits; reviseRecord: RecordReviser };

/** A message of the log. */
type Message = LogEntry & { body: MessageBody };

/** What a message is to say from here on, and who says so. */
type Wish = {
  message: Message;
  revisable: Revisable;
  content: RevisedContent;
  by: { author: Author; key: CommandKey };
};

/** Says one's own message in other words, while that is allowed (rule D19). */
export async function editMessage(
  ports: RevisionPorts,
  command: StaffCommand & { entryId: EntryId; text: string },
): Promise<Appended> {
  const { actor, key, text } = command;
  return await appendOnce(ports, command, async (unit, draft) => {
    const message = await messageIn(unit, draft, command.entryId);
    const { content } = message.body;
    if (!isAuthor(actor, message)) throw notAuthor();
    requireStanding(message);
    if (content.type !== 'text') {
      throw new Fault('invalid-input', 'Only words can be edited', { field: 'entryId' });
    }
    const revisable = await unit.revisions.readRevisable(message.id);
    requireInTime(revisable);
    requireReachable(message, revisable);
    if (message.channelId !== null) {
      requireShort(text, ports.limits[await unit.conversations.channelKind(message.channelId)]);
    }
    const author = await staffAuthor(unit, actor);
    const edited: RevisedContent = { ...content, text, isEdited: true };
    return await revise(ports, { unit, draft }, { message, revisable, content: edited, by: { author, key } });
  });
}

/** Takes back what one said oneself, while that is allowed; leads and admins whatever the shop said, at any time. */
export async function recallMessage(
  ports: RevisionPorts,
  command: StaffCommand & { entryId: EntryId },
): Promise<Appended> {
  const { actor, key } = command;
  return await appendOnce(ports, command, async (unit, draft) => {
    const message = await messageIn(unit, draft, command.entryId);
    const { kind } = message.author;
    const isOverseen = isOverseer(actor) && (kind === 'agent' || kind === 'bot');
    if (!isOverseen && !isAuthor(actor, message)) throw notAuthor();
    requireStanding(message);
    const revisable = await unit.revisions.readRevisable(message.id);
    if (!isOverseen) requireInTime(revisable);
    requireReachable(message, revisable);
    const author = await staffAuthor(unit, actor);
    return await revise(
      ports,
      { unit, draft },
      { message, revisable, content: RECALLED, by: { author, key } },
    );
  });
}

/** A customer takes back what they said, on whatever channel, while that is allowed. */
export async function recallOwnMessage(
  ports: RevisionPorts,
  { actor, key, entryId }: { actor: CustomerActor; key: CommandKey; entryId: EntryId },
): Promise<{ entry: Entry; language: Language }> {
  return await inUnit(ports, (unit) =>
    unit.commands.once(key, async () => {
      const draft = await lockHolder(unit, entryId);
      if (draft?.conversation.customer.id !== actor.customerId) throw noMessage();
      const message = await messageIn(unit, draft, entryId);
      if (message.author.kind !== 'customer') throw notAuthor();
      requireStanding(message);
      const revisable = await unit.revisions.readRevisable(message.id);
      requireInTime(revisable);
      return await recallAsCustomer(ports, { unit, draft }, { message, revisable, key });
    }),
  );
}

/** A channel tells that somebody took a message back there: what is gone there is gone here, however long ago it was said. */
export type ReceivedRecall = Required<Pick<IncomingMessage, 'channelId' | 'eventId'>> & {
  /** The channel's own id of the message. */
  revokes: string;
  /** Who takes it back, as the channel calls them. */
  sender: string;
};

/**
 * Takes a recall that a channel brings. One that comes before its message is remembered in the place of that message's own answer, which only one
 * of the two can have, and `receiveMessage` finds it there: then the answer is `null`. `not-found` where it is the message of somebody else.
 */
export async function receiveRecall(ports: RevisionPorts, recall: ReceivedRecall): Promise<EntryId | null> {
  const { channelId, sender } = recall;
  // A channel may count recalls apart from messages.
  const own = eventKey(channelId, recall.eventId);
  const key = { ...own, authorKey: `${own.authorKey}:recall` };
  const meant = eventKey(channelId, recall.revokes);
  return await inUnit(ports, (unit) =>
    unit.commands.once(key, async () => {
      if (await unit.revisions.rememberEarly(meant, { recalledBy: [sender] })) return null;
      const before = await unit.revisions.lockAnswer(meant);
      if (isEarly(before)) {
        const recalledBy = [...new Set([...before.recalledBy, sender])].slice(-MOST_EARLY);
        await unit.revisions.setAnswer({ key: meant, result: { recalledBy } });
        return null;
      }
      const found = await unit.revisions.findReceived(meant, sender);
      if (found === null) return null;
      if (!found.isFromSender) throw new Fault('not-found', 'There is no such message', { field: 'revokes' });
      const draft = await lockHolder(unit, found.entryId);
      if (draft === null) throw noMessage();
      const message = await messageIn(unit, draft, found.entryId);
      if (message.body.content.type !== 'recalled') {
        const revisable = await unit.revisions.readRevisable(message.id);
        await recallAsCustomer(ports, { unit, draft }, { message, revisable, key });
      }
      return found.entryId;
    }),
  );
}

/** What a message said before, oldest first; `not-found` for whoever is no lead, or may not read the conversation. */
export async function listVersions(
  {
    store,
    clock,
  }: { store: Pick<ConversationStore, 'conversations' | 'entries' | 'revisions'> } & Pick<UnitPorts, 'clock'>,
  actor: AgentActor,
  entryId: EntryId,
): Promise<(Omit<MessageVersion, 'at'> & { at: string })[]> {
  const entry = await store.entries.find(entryId);
  const conversation = entry && (await store.conversations.find(entry.conversationId));
  const isShown = conversation && isOverseer(actor) && mayRead(standingOf(conversation), actor, clock.now());
  if (!isShown || entry?.body.type !== 'message') throw noMessage();
  const versions = await store.revisions.listVersions(entryId);
  return versions.map((version) => ({ ...version, at: version.at.toISOString() }));
}

/** Whoever else takes a message back that nobody has seen yet can only be mistaken. */
const MOST_EARLY = 20;

const RECALLED = { type: 'recalled' } as const;

async function recallAsCustomer(
  ports: RevisionPorts,
  { unit, draft }: { unit: Unit; draft: Draft },
  { message, revisable, key }: { message: Message; revisable: Revisable; key: CommandKey },
): Promise<{ entry: Entry; language: Language }> {
  const { customer, language } = draft.conversation;
  const author: Author = { kind: 'customer', customerId: customer.id, name: customer.name };
  const { id } = await revise(
    ports,
    { unit, draft },
    { message, revisable, content: RECALLED, by: { author, key } },
  );
  const entry = (await saveDraft(unit, draft)).entries.find((one) => one.id === id);
  if (entry === undefined) throw noMessage();
  return { entry, language };
}

/** The one way in which what was said changes: old words go to the audit, everything that shows or quotes them follows, the log tells. */
async function revise(
  ports: RevisionPorts,
  { unit, draft }: { unit: Unit; draft: Draft },
  { message, revisable, content, by }: Wish,
): Promise<LogEntry> {
  const { conversation, at } = draft;
  const { author, key } = by;
  const { clientId, authorKey } = key;
  await unit.revisions.keepVersion(message.id, { content: message.body.content, at, by: author });
  const revised = { ...message, body: revisedBody(message.body, content) };
  const entry = append(draft, {
    author,
    authorKey,
    clientId,
    body: { type: 'revised', entryId: message.id, content, clientId, delivery: null },
  });
  entry.channelId = message.channelId;
  await tellChannel(unit, draft, { message, revisable, entry });
  conversation.revisedSeq = entry.seq;
  await unit.revisions.markRevised(conversation.id, entry.seq);
  await takeWordsOut(ports.reviseRecord, { unit, draft }, { message, revised, content });
  return entry;
}

/** Our own clients hear of it with the commit. A webhook that may have the message is told; one that never had it gets what stands now, or nothing. */
async function tellChannel(
  unit: Unit,
  draft: Draft,
  { message, revisable, entry }: { message: Message; revisable: Revisable; entry: LogEntry },
): Promise<void> {
  const { channelId, delivery, conversationId } = message;
  if (delivery === null || channelId === null) return;
  const kind = await unit.conversations.channelKind(channelId);
  if (kind !== 'webhook') {
    entry.delivery = { state: 'sent' };
    return;
  }
  if (mayHaveLeft(message, revisable)) {
    entry.delivery = { state: 'queued' };
    plan(draft, { name: 'channel-send', payload: { entryId: entry.id, conversationId } });
  }
  const isGone = entry.body.type === 'revised' && entry.body.content.type === 'recalled';
  const isOpen = delivery.state === 'queued' || delivery.state === 'failed' || delivery.state === 'unknown';
  // What is being tried at this moment is let go when that has come to its end.
  if (!isGone || !isOpen || revisable.isBeingTried) return;
  const discarded = { state: 'discarded', comment: '' } as const;
  await unit.entries.setDelivery(message.id, discarded);
  append(draft, {
    author: entry.author,
    body: { type: 'delivery', entryId: message.id, delivery: discarded },
  });
  const [next] = await unit.deliveries.listWaiting(conversationId, channelId);
  if (next) plan(draft, { name: 'channel-send', payload: { entryId: next.id, conversationId } });
}

/** Attempts are forgotten after a while; that it arrived is not. */
function mayHaveLeft({ delivery }: Message, { wasTried }: Revisable): boolean {
  const isHere =
    delivery?.state === 'queued' || delivery?.state === 'failed' || delivery?.state === 'discarded';
  return wasTried || !isHere;
}

async function lockHolder(unit: Unit, entryId: EntryId): Promise<Draft | null> {
  const entry = await unit.entries.find(entryId);
  return entry && (await lockDraft(unit, entry.conversationId));
}

/** As it is under the lock. */
async function messageIn(unit: Unit, { conversation }: Draft, id: EntryId): Promise<Message> {
  const entry = await unit.entries.find(id);
  if (entry?.conversationId !== conversation.id || !isMessage(entry)) throw noMessage();
  return entry;
}

function isMessage(entry: LogEntry): entry is Message {
  return entry.body.type === 'message';
}

function isAuthor(actor: AgentActor, { author }: LogEntry): boolean {
  return author.kind === 'agent' && author.agentId === actor.agentId;
}

function requireStanding({ body }: Message): void {
  if (body.content.type !== 'recalled') return;
  throw conflict('already-recalled', 'The message was taken back before', { field: 'entryId' });
}

function requireInTime({ ageMs }: Revisable): void {
  if (ageMs <= REVISION_MS) return;
  throw conflict('too-late', 'A message can be revised for two minutes', { field: 'entryId' });
}

/** Where nothing is taken back, only what waits and was never tried is still ours alone. */
function requireReachable({ delivery }: Message, { isTakenBack, wasTried }: Revisable): void {
  if (isTakenBack || (delivery?.state === 'queued' && !wasTried)) return;
  throw conflict('cannot-recall', 'It has left on a channel that takes nothing back', { field: 'entryId' });
}

function notAuthor(): Fault {
  return conflict('not-author', 'Only its author may revise a message', { field: 'entryId' });
}

function noMessage(): Fault {
  return new Fault('not-found', 'There is no such message', { field: 'entryId' });
}
