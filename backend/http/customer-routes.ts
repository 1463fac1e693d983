import type { FastifyInstance } from 'fastify';
import { openSessionSchema } from '#shared/protocol/customer-requests';
import type { Result } from '#shared/protocol/errors';
import type { ChannelService } from '../modules/channels/index.ts';
import type { CustomerService } from '../modules/customers/index.ts';
import type { CustomerActor } from '../runtime/actor.ts';
import { Fault } from '../runtime/fault.ts';
import { parseInput } from '../runtime/parse-input.ts';
import type { Counters, RateLimit } from '../runtime/rate-limit.ts';
import { bearerToken } from './bearer.ts';
import { networkOf } from './client-network.ts';
import { refuse } from './http-errors.ts';

export type CustomerRoutePorts = {
  customers: Pick<CustomerService, 'openSession' | 'readSession'>;
  channels: Pick<ChannelService, 'ownChannel'>;
  /** The same dispatcher that serves the sockets. */
  counters: Counters;
  answer: (actor: CustomerActor, request: { name: string; input: unknown }) => Promise<Result<unknown>>;
};

/** New sessions from one address, and requests of one session. */
const OPENING = { name: 'opening', points: 60, seconds: 30 };
const ASKING = { name: 'asking', points: 60, seconds: 3 };

/** The customers' side over HTTP: opening a session, and every request of the namespace as `POST /api/customer/<noun>/<verb>`. */
export function addCustomerRoutes(
  app: FastifyInstance,
  { customers, channels, counters, answer }: CustomerRoutePorts,
): void {
  const opening = counters.rate(OPENING);
  const asking = counters.rate(ASKING);

  app.post('/api/customer/session', async (request) => {
    await take(opening, networkOf(request.ip));
    const { channel, language, identityToken } = parseInput(openSessionSchema, request.body);
    const { token, customerId } = await customers.openSession({
      channelId: await channels.ownChannel(channel),
      ...(language === undefined ? {} : { language }),
      ...(identityToken === undefined ? {} : { identityToken }),
    });
    return { ok: true, data: { token, customerId } };
  });

  app.post<{ Params: { noun: string; verb: string } }>(
    '/api/customer/:noun/:verb',
    async (request, reply) => {
      const token = bearerToken(request);
      const session = token === null ? null : await customers.readSession(token);
      if (session === null) throw new Fault('unauthenticated', 'There is no session, or it has ended');
      const { id: sessionId, customerId, identityId, channelId } = session;
      await take(asking, sessionId);
      const { noun, verb } = request.params;
      const actor: CustomerActor = { kind: 'customer', customerId, sessionId, identityId, channelId };
      const result = await answer(actor, { name: `${noun}:${verb}`, input: request.body });
      return result.ok ? result : refuse(reply, result.error);
    },
  );
}

async function take(limit: RateLimit, key: string): Promise<void> {
  const waitMs = await limit.take(key);
  if (waitMs > 0) throw new Fault('rate-limited', 'Too many requests', { retryAfterMs: waitMs });
}
