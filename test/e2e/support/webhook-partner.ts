import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Localized } from '#shared/domain/language';
import { type OutboundEvent, outboundEventSchema, SIGNATURE_HEADER } from '#shared/protocol/webhook';
import type { ShopServer } from './shop-server.ts';

/** The shop's own program at the other end of a webhook: speaks for its customers, and takes what they are told. */
export type WebhookPartner = {
  /** All messages that were told so far, oldest first; each delivery was signed, or it is not here. */
  readonly told: readonly Told[];
  /** What earlier messages say now: words, or `null` where they were taken back. Only where the channel takes such. */
  readonly revised: readonly Revised[];
  /** What came without a valid signature. */
  readonly unsigned: readonly string[];
  /** What one of its customers was told, in words. */
  toldTo(id: string): string[];
  /** Says something as one of its customers. Throws unless it was taken. Gives the id of the event. */
  say(from: { id: string; name?: string }, text: string, more?: WebhookExtras): Promise<string>;
  /** Takes a message of one of its customers back; `revokes` is the id of its event. */
  recall(from: string, revokes: string): Promise<void>;
  /** Takes nothing from now on: answers with this status and why; `null`: takes what comes again. */
  refuseWith(refusal: { status: number; reason: string } | null): void;
  /** Says that a message has reached its customer. */
  confirm(messageId: string, from: string, state: 'delivered' | 'read'): Promise<void>;
  stop(): Promise<void>;
};

type Told = Extract<OutboundEvent, { type: 'message' }>;
type Revised = Extract<OutboundEvent, { type: 'revision' }>;
type WebhookExtras = { language?: 'zh' | 'en'; identityToken?: string; eventId?: string };

/** Opens the shop's end of a new webhook. */
export async function openWebhook(
  server: Pick<ShopServer, 'url' | 'addWebhook'>,
  name: Localized,
): Promise<WebhookPartner> {
  const told: Told[] = [];
  const revised: Revised[] = [];
  const unsigned: string[] = [];
  const channel = { id: '', secret: '' };
  let refusal: { status: number; reason: string } | null = null;
  const sink = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const header = request.headers[SIGNATURE_HEADER];
      const isOurs = header === signatureOf(body, channel.secret, /^t=(\d+),/.exec(String(header))?.[1]);
      if (!isOurs) unsigned.push(body.toString());
      else if (refusal === null)
        keep({ told, revised }, outboundEventSchema.parse(JSON.parse(body.toString())));
      const status = isOurs ? (refusal?.status ?? 204) : 401;
      response.writeHead(status).end(refusal ? JSON.stringify({ reason: refusal.reason }) : undefined);
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const { port } = sink.address() as AddressInfo;
  Object.assign(channel, await server.addWebhook(name, `http://127.0.0.1:${port}/baton`));

  async function post(event: object): Promise<void> {
    const body = Buffer.from(JSON.stringify(event));
    const answer = await fetch(`${server.url}/channels/webhook/${channel.id}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signatureOf(body, channel.secret, String(Math.floor(Date.now() / 1000))),
      },
      body,
    });
    if (!answer.ok) throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`);
  }
  return {
    told,
    revised,
    unsigned,
    toldTo: (id) => told.filter(({ to }) => to.id === id).map(({ text }) => text),
    async say(from, text, { eventId = crypto.randomUUID(), ...more } = {}) {
      await post({ type: 'message', eventId, from, text, ...more });
      return eventId;
    },
    recall: (id, revokes) => post({ type: 'recall', eventId: crypto.randomUUID(), from: { id }, revokes }),
    refuseWith(next) {
      refusal = next;
    },
    confirm: (messageId, id, state) =>
      post({ type: 'receipt', eventId: crypto.randomUUID(), from: { id }, messageId, state }),
    stop: () => close(sink),
  };
}

/** Written anew from the protocol's words, so that both ends can't be wrong in the same way. */
function signatureOf(body: Buffer, secret: string, seconds: string | undefined): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/** A delivery may come again until it is answered; its id says so. */
function keep({ told, revised }: { told: Told[]; revised: Revised[] }, event: OutboundEvent): void {
  if ([...told, ...revised].some(({ id }) => id === event.id)) return;
  if (event.type === 'message') told.push(event);
  else revised.push(event);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
