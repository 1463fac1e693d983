import { z } from 'zod';
import {
  type AgentInput,
  type AgentOutput,
  type AgentRequestName,
  agentRequests,
} from '#shared/protocol/agent-requests';
import { type ErrorCode, protocolErrorSchema } from '#shared/protocol/errors';
import { liveSocket } from '../socket.ts';

/** Why there is no answer: the server's refusal, or that it was not reached (`offline`), not heard (`timeout`), not understood (`unreadable`). */
export type Refusal = {
  code: ErrorCode | 'offline' | 'timeout' | 'unreadable';
  field?: string | undefined;
  retryAfterMs?: number | undefined;
  details?: Record<string, unknown> | undefined;
};

/** What comes of a request. Never thrown: every caller says what happens when it is refused. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Refusal };

let onShed: (retryAfterMs: number) => void = () => undefined;

/** Whoever wants to know that the server sheds what it is asked; the last one to say so is told. */
export function listenForShedding(listener: (retryAfterMs: number) => void): void {
  onShed = listener;
}

const TIMEOUT_MS = 10_000;
const AGAIN_MS = 2000;
const envelope = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: protocolErrorSchema }),
]);

/**
 * Asks the server. Resolves within ten seconds. A command that ends in `timeout` may have happened: repeat it only with the same client id.
 */
export async function request<N extends AgentRequestName>(
  name: N,
  input: AgentInput<N>,
): Promise<Answer<AgentOutput<N>>> {
  const socket = liveSocket();
  if (!socket) return { ok: false, error: { code: 'offline' } };
  let raw: unknown;
  try {
    raw = await socket.timeout(TIMEOUT_MS).emitWithAck(name, input);
  } catch {
    return { ok: false, error: { code: socket.connected ? 'timeout' : 'offline' } };
  }
  const answer = envelope.safeParse(raw);
  if (!answer.success) return { ok: false, error: { code: 'unreadable' } };
  if (!answer.data.ok) {
    const { error } = answer.data;
    if (error.code === 'overloaded') onShed(error.retryAfterMs ?? AGAIN_MS);
    return { ok: false, error };
  }
  const output = agentRequests[name].output.safeParse(answer.data.data);
  if (!output.success) return { ok: false, error: { code: 'unreadable' } };
  return { ok: true, data: output.data as AgentOutput<N> };
}
