import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { hasRoute } from '../modules/access/index.ts';
import { Fault } from '../runtime/fault.ts';
import type { Log } from '../runtime/log.ts';
import { type AgentSessionPorts, addAgentSessionRoutes } from './agent-session-routes.ts';
import { addCustomerRoutes, type CustomerRoutePorts } from './customer-routes.ts';
import { addHealthRoutes, type HealthPorts } from './health-routes.ts';
import { describeError, refuse } from './http-errors.ts';
import { inTurn } from './in-turn.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { addStaticFiles, type StaticPorts } from './static-files.ts';
import { addWebhookRoutes, type ReceiveWebhook } from './webhook-routes.ts';

export type HttpPorts = AgentSessionPorts &
  CustomerRoutePorts &
  HealthPorts & {
    log: Log;
    trustedProxies: number;
    receiveWebhook: ReceiveWebhook;
    files: StaticPorts;
    /** Routes of the demo shop and the pictures, which other rooms bring along. */
    more: readonly ((app: FastifyInstance) => void | Promise<void>)[];
  };

/** A message is 4000 characters at most, an identity token as many; more than this is nothing we take. */
const BODY_LIMIT = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * All HTTP routes; not yet listening. Refuses to be built with a route that has no row in the authorisation matrix (rule T1). Every refusal is
 * a `Result` with a typed error.
 */
export async function createHttpServer(ports: HttpPorts): Promise<FastifyInstance> {
  const { log, metrics, isSecure } = ports;
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: (_address, hop) => hop < ports.trustedProxies,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that can't be decoded never reaches a hook.
    frameworkErrors(error, _request, reply) {
      setSecurityHeaders(reply, isSecure);
      void refuse(reply, describeError(error, log));
    },
  });
  endConnectionsWithTheirRequests(app);
  app.addHook('onRoute', ({ method, url }) => requireRow(method, url));
  app.addHook('onRequest', async (_request, reply) => setSecurityHeaders(reply, isSecure));
  app.addHook('onSend', async (request, reply) => {
    const isApi = request.url.startsWith('/api/') || request.url.startsWith('/channels/');
    if (isApi) void reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    metrics.httpAnswered(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
  });
  app.setErrorHandler((error: Error, _request, reply) => refuse(reply, describeError(error, log)));
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, new Fault('not-found', 'There is nothing at this address').error),
  );
  await app.register(fastifyCookie);
  addHealthRoutes(app, ports);
  const doors = inTurn(ports);
  addAgentSessionRoutes(app, doors);
  addCustomerRoutes(app, doors);
  addWebhookRoutes(app, doors.receiveWebhook);
  for (const add of ports.more) await add(app);
  await addStaticFiles(app, ports.files);
  return app;
}

const LOOK_EVERY_MS = 50;

/**
 * When the server closes, connections end as soon as no request is under way. Browsers open some in advance and say nothing on them: those Node
 * does not take for idle, and would wait for them until they run out of time.
 */
function endConnectionsWithTheirRequests(app: FastifyInstance): void {
  const { server } = app;
  let underWay = 0;
  server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
  app.addHook('preClose', async () => {
    const look = setInterval(() => underWay === 0 && server.closeAllConnections(), LOOK_EVERY_MS);
    look.unref();
    server.once('close', () => clearInterval(look));
  });
}

/** Files of the built pages are anyone's; HEAD and OPTIONS follow the method that they ask about. */
function requireRow(method: string | string[], url: string): void {
  for (const one of [method].flat()) {
    if (one === 'HEAD' || one === 'OPTIONS' || isPageFile(one, url)) continue;
    if (!hasRoute(`${one} ${url}`))
      throw new Error(`The route ${one} ${url} has no row in the authorisation matrix`);
  }
}

function isPageFile(method: string, url: string): boolean {
  return method === 'GET' && !url.startsWith('/api/') && !url.startsWith('/channels/') && !url.includes(':');
}
