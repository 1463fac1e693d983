import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { ChannelId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { type OutboundEvent, outboundEventSchema, SIGNATURE_HEADER } from '#shared/protocol/webhook';
import { noticeText } from '../../modules/handoff/index.ts';
import type { Door, Heard } from './door.ts';

/**
 * The demo shop's mini program: the other end of the signed webhook. It takes what the shop sends to its users, checks the signature, and
 * answers with receipts, as a real channel's server would.
 */
export type Phone = {
  /** Where the shop has to send what goes out on this channel. */
  address: string;
  /** A user of the mini program writes. */
  open(user: { id: string; name: string; language: Language; identityToken: string | null }): Door;
  stop(): Promise<void>;
};

type PhoneParts = { shopUrl: () => string; channelId: ChannelId; secret: string };

/** Starts the mini program's server on a port of its own, for this machine only. */
export async function startPhone(parts: PhoneParts): Promise<Phone> {
  const inboxes = new Map<string, Heard[]>();
  const server = createServer((request, response) => {
    take(parts, request)
      .then(async (event) => {
        response.writeHead(event === null ? 401 : 200).end();
        if (event === null) return;
        if (event.type === 'message') inboxes.get(event.to.id)?.push(heardFrom(event));
        await send(parts, receiptOf(event));
      })
      .catch(() => response.headersSent || response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: addressOf(server),
    open({ id, name, language, identityToken }) {
      inboxes.set(id, []);
      return {
        async say(text) {
          await send(parts, {
            type: 'message',
            eventId: randomUUID(),
            from: { id, name },
            text,
            language,
            ...(identityToken === null ? {} : { identityToken }),
          });
        },
        listen: async () => inboxes.get(id)?.splice(0) ?? [],
        // A mini program tells nobody who opens a card in it.
        act: async () => undefined,
        async leave() {
          inboxes.delete(id);
        },
      };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function take({ secret }: PhoneParts, request: IncomingMessage): Promise<OutboundEvent | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const header = String(request.headers[SIGNATURE_HEADER] ?? '');
  const [, seconds = '', hex = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const right = digest(secret, seconds, body);
  if (hex === '' || !timingSafeEqual(Buffer.from(hex, 'hex'), right)) return null;
  return outboundEventSchema.parse(JSON.parse(body.toString('utf8')));
}

async function send({ shopUrl, channelId, secret }: PhoneParts, event: object): Promise<void> {
  const body = Buffer.from(JSON.stringify(event));
  const seconds = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${shopUrl()}/channels/webhook/${channelId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`,
    },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The webhook was refused: ${response.status}`);
}

function receiptOf(event: OutboundEvent): object {
  return { type: 'receipt', eventId: randomUUID(), from: event.to, messageId: event.id, state: 'read' };
}

function heardFrom({ author, text, card, choices }: Extract<OutboundEvent, { type: 'message' }>): Heard {
  const notice = author.kind === 'system' ? noticeIn(text) : null;
  return {
    author: author.kind,
    text,
    notice,
    agentName: author.name,
    choices: (choices ?? []).map((choice) => choice.text),
    cardId: card ? randomUUID() : null,
  };
}

const NAME = '@@';

/** The webhook carries a notice only as words; people know what it says, and so does this phone. */
const notices: readonly (readonly [string, RegExp])[] = (['zh', 'en'] as const).flatMap((language) =>
  (
    [
      { code: 'notice.person-coming', params: { minutes: 2 } },
      { code: 'notice.person-coming', params: { minutes: 0 } },
      { code: 'notice.person-joined', params: { zh: NAME, en: NAME } },
      { code: 'notice.bot-back', params: {} },
      { code: 'notice.closed', params: {} },
    ] as const
  ).map((notice) => [notice.code, patternOf(noticeText(notice, language))] as const),
);

function noticeIn(text: string): string | null {
  return notices.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function patternOf(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(NAME, '.+').replace(/\d+/g, '\\d+')}$`, 'u');
}

function digest(secret: string, seconds: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The mini program does not listen');
  return `http://127.0.0.1:${address.port}/`;
}
