import { createServer } from 'node:http';
import type { ChannelId } from '#shared/domain/ids';
import type { Result } from '#shared/protocol/errors';
import {
  type OutboundEvent,
  outboundEventSchema,
  type ReceivedEvent,
  SIGNATURE_HEADER,
} from '#shared/protocol/webhook';
import { isSigned, sign } from '../../backend/channels/webhook/signature.ts';

/** The other side of a webhook channel: a small server that receives, and a way to send, both signed. */
export type WebhookPartner = {
  /** Where outbound messages are to be sent. */
  address: string;
  /** Outbound messages taken so far, in order; each was signed rightly and of the documented form. */
  received: OutboundEvent[];
  /** How many posts came, those that were refused included. */
  posts(): number;
  /** What the next posts are answered with; 200 when none is left. */
  answerNext(...statuses: number[]): void;
  /** Sends one event in. Throws on a refusal. */
  send(
    channel: { url: string; id: ChannelId; secret: string },
    event: object,
  ): Promise<{ status: number } & ReceivedEvent>;
  close(): Promise<void>;
};

/** Starts a partner that knows the channel's secret as soon as it is told. */
export async function startWebhookPartner(secretOf: () => string): Promise<WebhookPartner> {
  const received: OutboundEvent[] = [];
  const answers: number[] = [];
  let posts = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts += 1;
      const body = Buffer.concat(chunks);
      const header = request.headers[SIGNATURE_HEADER];
      const signature = typeof header === 'string' ? header : undefined;
      const isTrue = isSigned(body, signature, { secret: secretOf(), now: new Date() });
      const status = isTrue ? (answers.shift() ?? 200) : 401;
      if (status === 200) received.push(outboundEventSchema.parse(JSON.parse(body.toString())));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/messages`,
    received,
    posts: () => posts,
    answerNext: (...statuses) => void answers.push(...statuses),
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
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
