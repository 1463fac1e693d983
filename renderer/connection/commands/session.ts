import { z } from 'zod';
import type { Presence } from '#shared/domain/agent';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { protocolErrorSchema } from '#shared/protocol/errors';
import { type SignedIn, type SignIn, signedInSchema } from '#shared/protocol/sign-in';
import { takeAgents } from '../../stores/agent-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { newCommandId } from '../command-id.ts';
import { endSession, sessionToken } from '../session.ts';
import { type Answer, request } from './request.ts';

const envelope = z.union([
  z.object({ ok: z.literal(true), data: signedInSchema }),
  z.object({ ok: z.literal(false), error: protocolErrorSchema }),
]);

export { startSession, tryAgain } from '../session.ts';

/** Asks for a session. In a browser it comes as a cookie that no script can read; on the desktop as a token to keep. */
export async function signIn(credentials: SignIn): Promise<Answer<SignedIn>> {
  try {
    const response = await fetch(`${useSessionStore.getState().origin}/api/agent/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
      credentials: credentials.client === 'web' ? 'same-origin' : 'omit',
      signal: AbortSignal.timeout(10_000),
    });
    const body = envelope.safeParse(await response.json());
    if (!body.success) return { ok: false, error: { code: 'unreadable' } };
    return body.data;
  } catch (error) {
    return { ok: false, error: { code: isTimeout(error) ? 'timeout' : 'offline' } };
  }
}

/** Ends the session here and, if it can be reached, on the server. */
export async function signOut(): Promise<void> {
  const token = sessionToken();
  const told = fetch(`${useSessionStore.getState().origin}/api/agent/session`, {
    method: 'DELETE',
    credentials: token === null ? 'same-origin' : 'omit',
    ...(token === null ? {} : { headers: { authorization: `Bearer ${token}` } }),
    signal: AbortSignal.timeout(5000),
  });
  await told.catch(() => undefined);
  endSession('signed-out');
}

/** Says whether this agent is there. */
export async function setPresence(
  presence: Exclude<Presence, 'offline'>,
): Promise<Answer<AgentOutput<'presence:set'>>> {
  const answer = await request('presence:set', { clientId: newCommandId(), presence });
  if (answer.ok) takeAgents([answer.data.agent]);
  return answer;
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
