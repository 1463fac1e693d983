import { randomUUID } from 'node:crypto';
import type { CustomerEntry } from '#shared/domain/entry';
import type { Language } from '#shared/domain/language';
import {
  type CustomerOutput,
  type CustomerRequestName,
  customerRequests,
  openedSessionSchema,
} from '#shared/protocol/customer-requests';
import type { Door, Heard } from './door.ts';

type Opening = { url: string; channel: 'web' | 'app'; language: Language; identityToken: string | null };

/** Opens a session over the documented customer protocol, as the widget and the shop's app do. */
export async function openWebDoor({ url, channel, language, identityToken }: Opening): Promise<Door> {
  const opened = await post(`${url}/api/customer/session`, null, {
    channel,
    language,
    ...(identityToken === null ? {} : { identityToken }),
  });
  const { token } = openedSessionSchema.parse(opened);
  let conversationId: string | null = null;
  let seen = 0;

  async function ask<N extends CustomerRequestName>(name: N, input: unknown): Promise<CustomerOutput<N>> {
    const answer = await post(`${url}/api/customer/${name.replace(':', '/')}`, token, input);
    return customerRequests[name].output.parse(answer) as CustomerOutput<N>;
  }

  return {
    async say(text) {
      const { conversation } = await ask('message:send', { clientId: randomUUID(), text });
      if (conversation.id !== conversationId) seen = 0;
      conversationId = conversation.id;
    },
    async listen() {
      if (conversationId === null) return [];
      const { entries } = await ask('entry:list', { conversationId, after: seen });
      const last = entries.at(-1)?.seq;
      if (last === undefined) return [];
      seen = last;
      await ask('receipt:set', { conversationId, seq: last, state: 'read' });
      return entries.flatMap(heardFrom);
    },
    async act(cardId, action) {
      await ask('card:act', { clientId: randomUUID(), entryId: cardId, action });
    },
    async leave() {
      await ask('session:end', { clientId: randomUUID() });
    },
  };
}

function heardFrom({ id, author, content, revises }: CustomerEntry): Heard[] {
  // A visitor has read it by then, and answers what was meant first.
  if (author.kind === 'customer' || revises !== undefined || content.type === 'recalled') return [];
  const { kind, name } = author;
  const base = { author: kind, notice: null, agentName: name, choices: [], cardId: null };
  if (content.type === 'card') return [{ ...base, text: '', cardId: id }];
  if (content.type === 'text') {
    return [{ ...base, text: content.text, choices: (content.choices ?? []).map((choice) => choice.text) }];
  }
  if (content.type === 'unknown') return [];
  const { code, params } = content.notice;
  const joined = params['zh'] ?? params['en'];
  return [
    { ...base, text: content.text, notice: code, agentName: joined === undefined ? name : String(joined) },
  ];
}

async function post(address: string, token: string | null, input: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  const result = (await response.json()) as { ok: boolean; data?: unknown; error?: { code: string } };
  if (!result.ok) throw new Error(`${address} was refused: ${result.error?.code ?? response.status}`);
  return result.data;
}
