import type { AgentRef } from '#shared/domain/agent';
import type { ConversationSummary } from '#shared/domain/conversation';
import {
  type Author,
  type Content,
  type Delivery,
  type Entry,
  type EntryBody,
  entrySchema,
} from '#shared/domain/entry';
import { type ChannelId, clientIdSchema, entryIdSchema } from '#shared/domain/ids';
import { type MessageMood, moodLevel } from '#shared/domain/mood';
import { idOf } from './ids.ts';

const labels = { furious: 'anger', upset: 'complaint', calm: 'neutral', happy: 'positive' } as const;

/** Writes a log, entry after entry, with dense sequences on a clock that it is told. */
export class LogWriter {
  readonly entries: Entry[] = [];
  #customerSeq = 0;
  readonly #conversation: ConversationSummary;
  #at: number;
  #channelId: ChannelId;

  constructor(conversation: ConversationSummary, startMs: number) {
    this.#conversation = conversation;
    this.#at = startMs;
    this.#channelId = conversation.channelId;
  }

  /** Lets time pass. */
  wait(seconds: number): this {
    this.#at += seconds * 1000;
    return this;
  }

  /** Goes on by another channel. */
  on(channelId: ChannelId): this {
    this.#channelId = channelId;
    return this;
  }

  customer(text: string, score = 0, cues: string[] = []): this {
    const { id, name } = this.#conversation.customer;
    const mood: MessageMood = { label: labels[moodLevel(score)], score, confidence: 0.86, cues };
    return this.#say({ kind: 'customer', customerId: id, name }, { type: 'text', text }, { mood });
  }

  bot(text: string): this {
    return this.#say({ kind: 'bot' }, { type: 'text', text }, { delivery: { state: 'read' } });
  }

  agent(agent: AgentRef, content: string | Content, delivery: Delivery = { state: 'read' }): this {
    const author: Author = { kind: 'agent', agentId: agent.id, name: agent.name };
    return this.#say(author, typeof content === 'string' ? { type: 'text', text: content } : content, {
      delivery,
    });
  }

  notice(code: string, text: string): this {
    return this.#say({ kind: 'system' }, { type: 'notice', notice: { code, params: {} }, text }, {});
  }

  /** Anything that is for staff only. */
  event(body: EntryBody, author: Author = { kind: 'system' }): this {
    this.#append(author, body, null);
    return this;
  }

  #say(author: Author, content: Content, more: { mood?: MessageMood; delivery?: Delivery }): this {
    this.#customerSeq += 1;
    const hasClient = author.kind === 'agent' || author.kind === 'customer';
    const clientId = hasClient
      ? clientIdSchema.parse(idOf(clientIdSchema, `${this.#conversation.id}-${this.entries.length}`))
      : null;
    this.#append(
      author,
      { type: 'message', content, clientId, mood: more.mood ?? null, delivery: more.delivery ?? null },
      this.#customerSeq,
    );
    return this;
  }

  #append(author: Author, body: EntryBody, customerSeq: number | null): void {
    const seq = this.entries.length + 1;
    this.entries.push(
      entrySchema.parse({
        id: idOf(entryIdSchema, `${this.#conversation.id}-${seq}`),
        conversationId: this.#conversation.id,
        seq,
        customerSeq,
        at: new Date(this.#at).toISOString(),
        author,
        channelId: customerSeq === null ? null : this.#channelId,
        body,
      }),
    );
    this.#at += 20_000;
  }
}
