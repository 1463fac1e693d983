import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { type SignedIn, signInSchema } from '#shared/protocol/sign-in';
import { type AgentService, DEVICE_COOKIE, SESSION_COOKIE } from '../modules/agents/index.ts';
import { Fault } from '../runtime/fault.ts';
import { parseInput } from '../runtime/parse-input.ts';
import { bearerToken } from './bearer.ts';
import { networkOf } from './client-network.ts';
import type { IsConsoleOrigin } from './origins.ts';

export type AgentSessionPorts = {
  agents: Pick<AgentService, 'signIn' | 'signOut' | 'readSession'>;
  isConsoleOrigin: IsConsoleOrigin;
  /** Whether browsers reach us by https, so that the cookie may be Secure. */
  isSecure: boolean;
};

const PATH = '/api/agent/session';
/** A device on which nobody has signed in for half a year is a stranger's again. */
const DEVICE_SECONDS = 180 * 86_400;

/** Signing in and out. The browser's console keeps its session in a cookie that scripts can't read; the desktop app gets the token. */
export function addAgentSessionRoutes(app: FastifyInstance, ports: AgentSessionPorts): void {
  const { agents, isSecure } = ports;
  const cookie = { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' } as const;

  app.post(PATH, async (request, reply) => {
    allowOrigin(request, reply, ports.isConsoleOrigin);
    const { device: given, ...credentials } = parseInput(signInSchema, request.body);
    const isWeb = credentials.client === 'web';
    const { me, token, device, expiresAt } = await agents.signIn({
      ...credentials,
      address: networkOf(request.ip),
      device: (isWeb ? request.cookies[DEVICE_COOKIE] : given) ?? null,
    });
    if (isWeb) {
      void reply.setCookie(SESSION_COOKIE, token, { ...cookie, expires: expiresAt });
      void reply.setCookie(DEVICE_COOKIE, device, { ...cookie, path: PATH, maxAge: DEVICE_SECONDS });
    }
    const data: SignedIn = { me, token: isWeb ? null : token, device: isWeb ? null : device };
    return { ok: true, data };
  });

  app.delete(PATH, async (request, reply) => {
    allowOrigin(request, reply, ports.isConsoleOrigin);
    const token = bearerToken(request) ?? request.cookies[SESSION_COOKIE] ?? null;
    const session = token === null ? null : await agents.readSession(token);
    if (session === null) throw new Fault('unauthenticated', 'Nobody is signed in, or the session has ended');
    await agents.signOut(session.actor.sessionId);
    void reply.clearCookie(SESSION_COOKIE, cookie);
    return { ok: true, data: {} };
  });

  app.options(PATH, async (request, reply) => {
    allowOrigin(request, reply, ports.isConsoleOrigin);
    void reply.headers({
      'access-control-allow-methods': 'POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    });
    return reply.code(204).send();
  });
}

/** Pages of other origins have no business here; the desktop app's is told that it has. */
function allowOrigin(request: FastifyRequest, reply: FastifyReply, isConsoleOrigin: IsConsoleOrigin): void {
  const { origin, host } = request.headers;
  void reply.header('vary', 'origin');
  if (origin === undefined) return;
  if (!isConsoleOrigin(origin, host)) throw new Fault('unauthenticated', 'This origin may not sign in here');
  if (origin === CONSOLE_ORIGIN) void reply.header('access-control-allow-origin', origin);
}
