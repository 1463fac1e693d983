import type { FastifyInstance } from 'fastify';
import { type ReceivedEvent, SIGNATURE_HEADER } from '#shared/protocol/webhook';

/** Takes one event; `backend/channels/webhook` does. */
export type ReceiveWebhook = (delivery: {
  channelId: string;
  body: Buffer;
  signature: string | undefined;
}) => Promise<ReceivedEvent>;

/** The door for webhooks: the body is passed on as the bytes that came, because the signature is over those (rule T6). */
export function addWebhookRoutes(app: FastifyInstance, receive: ReceiveWebhook): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { channelId: string } }>('/channels/webhook/:channelId', async (request) => {
      const signature = request.headers[SIGNATURE_HEADER];
      const data = await receive({
        channelId: request.params.channelId,
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: typeof signature === 'string' ? signature : undefined,
      });
      return { ok: true, data };
    });
    done();
  });
}
