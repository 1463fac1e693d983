import type { Socket } from 'socket.io';
import type { ProtocolError, Result } from '#shared/protocol/errors';
import type { Metrics, Side } from '../runtime/metrics.ts';
import { type Gate, retryAfterMs } from './gate.ts';

export type RequestPorts = { gate: Gate; metrics: Metrics };

/** Beyond this many requests refused in a row a client is no longer spoken to. */
const MAX_REFUSED = 200;

/**
 * Takes every event of a socket as a request, within the limit of its session: `emit(name, input, ack)`. An unknown name gets an answer like any other; where no `ack` is
 * given nothing is answered. Too many requests are refused, far too many end the connection.
 */
export function takeRequests(
  socket: Socket,
  { side, gate, metrics, take }: RequestPorts & { side: Side; take: () => Promise<number> },
  dispatch: (name: string, input: unknown) => Promise<Result<unknown>>,
): void {
  let refused = 0;

  function refuse(error: ProtocolError, answer: (result: Result<unknown>) => void): void {
    answer({ ok: false, error });
    refused += 1;
    if (refused <= MAX_REFUSED) return;
    metrics.socketCut(side, 'rate');
    socket.disconnect(true);
  }

  socket.onAny((name: string, ...sent: unknown[]) => {
    const answer = answerOf(sent);
    if (!gate.isOpen()) {
      const again = { retryAfterMs: retryAfterMs() };
      answer({ ok: false, error: { code: 'overloaded', message: 'The server is about to stop', ...again } });
      return;
    }
    void take().then(async (waitMs) => {
      if (waitMs > 0) {
        refuse({ code: 'rate-limited', message: 'Too many requests', retryAfterMs: waitMs }, answer);
        return;
      }
      refused = 0;
      // `dispatch` never rejects: every outcome is an answer.
      answer(await dispatch(name, sent[0]));
    });
  });
}

/** The acknowledgement is the last thing sent; it is only called, never trusted to be there. */
function answerOf(sent: unknown[]): (result: Result<unknown>) => void {
  const last = sent.at(-1);
  if (typeof last !== 'function') return () => undefined;
  sent.pop();
  return (result) => void last(result);
}
