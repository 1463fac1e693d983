import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ChannelId } from '#shared/domain/ids';
import type { Result } from '#shared/protocol/errors';
import {
  IDEMPOTENCY_HEADER,
  type OutboundEvent,
  outboundEventSchema,
  type ReceivedEvent,
  SIGNATURE_HEADER,
} from '#shared/protocol/webhook';
import { isSigned, sign } from '../../backend/channels/webhook/signature.ts';

/**
 * How a post is answered: with a status; `cut`: taken, but the line ends before the answer; `hang`: taken, and never answered; `garbage`: taken, and
 * answered with what is no HTTP.
 */
export type PartnerAnswer =
  | number
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'cut'
  | 'hang'
  | 'garbage';

/** The other side of a webhook channel: a small server that receives, and a way to send, both signed. */
export type WebhookPartner = {
  /** Where outbound messages are to be sent. */
  address: string;
  /**
   * Outbound messages taken so far, in order; each was signed rightly and of the documented form. One that comes again under its key has no second
   * effect, unless the partner knows no keys.
   */
  received: OutboundEvent[];
  /** Every post that came, refused or not, in order. */
  attempts: { key: string | undefined; id: string; at: number }[];
  /** How many posts came, those that were refused included. */
  posts(): number;
  /** What the next posts are answered with; 200 when none is left. */
  answerNext(...answers: PartnerAnswer[]): void;
  /** What every post is answered with from now on; `null`: as it should be. */
  answerAlways(answer: PartnerAnswer | null): void;
  /** Stops listening, as a partner that is down; `comeBack` listens again on the same address. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Sends one event in. Throws on a refusal. */
  send(
    channel: { url: string; id: ChannelId; secret: string },
    event: object,
  ): Promise<{ status: number } & ReceivedEvent>;
  close(): Promise<void>;
};

/** Starts a partner that knows the channel's secret as soon as it is told. */
export async function startWebhookPartner(
  secretOf: () => string,
  { knowsKeys = true }: { knowsKeys?: boolean } = {},
): Promise<WebhookPartner> {
  const received: OutboundEvent[] = [];
  const attempts: WebhookPartner['attempts'] = [];
  const next: PartnerAnswer[] = [];
  let always: PartnerAnswer | null = null;

  function take(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const signature = headerOf(request, SIGNATURE_HEADER);
    const key = headerOf(request, IDEMPOTENCY_HEADER);
    const event = outboundEventSchema.parse(JSON.parse(body.toString()));
    attempts.push({ key, id: event.id, at: performance.now() });
    const isTrue = isSigned(body, signature, { secret: secretOf(), now: new Date() });
    const answer = isTrue ? (next.shift() ?? always ?? 200) : 401;
    const isTaken = typeof answer === 'string' || statusOf(answer) === 200;
    const isKnown = knowsKeys && received.some(({ id }) => id === key);
    if (isTaken && !isKnown) received.push(event);
    give(answer, response);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => take(request, Buffer.concat(chunks), response));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/messages`,
    received,
    attempts,
    posts: () => attempts.length,
    answerNext: (...answers) => void next.push(...answers),
    answerAlways(answer) {
      always = answer;
    },
    goDown: stop,
    comeBack: () => listen(port),
    async send({ url, id, secret }, event) {
      const body = Buffer.from(JSON.stringify(event));
      const answer = await fetch(`${url}/channels/webhook/${id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(body, secret, new Date()) },
        body,
      });
      const result = (await answer.json()) as Result<ReceivedEvent>;
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
      return { status: answer.status, ...result.data };
    },
    close: stop,
  };
}

function give(answer: PartnerAnswer, response: ServerResponse): void {
  if (answer === 'hang') return;
  if (answer === 'cut') return void response.socket?.destroy();
  if (answer === 'garbage') return void response.socket?.end('this is no HTTP\r\n\r\n');
  const { headers = {}, body = '' } = typeof answer === 'number' ? {} : answer;
  response.writeHead(statusOf(answer), headers).end(body);
}

function statusOf(answer: Exclude<PartnerAnswer, string>): number {
  return typeof answer === 'number' ? answer : answer.status;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const header = request.headers[name];
  return typeof header === 'string' ? header : undefined;
}
