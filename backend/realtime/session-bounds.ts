import type { Namespace, Socket } from 'socket.io';
import { Fault } from '../runtime/fault.ts';
import { createKeyedRateLimit, type RateLimit } from '../runtime/rate-limit.ts';

/** As many sockets as somebody has tabs. */
const MAX_SOCKETS = 30;
const RATE = { burst: 60, perSecond: 20 };
const COME_AGAIN_MS = 5000;

/** What one session may do, over all its sockets together: opening more of them gives nobody more. */
export type SessionBounds = {
  /** Throws `rate-limited` when the session has all the sockets that it may have. */
  requireRoom(sessionId: string): void;
  /** Counts the socket in; one too many, of several that came at once, is cut, and that is `false`. */
  enter(socket: Socket, sessionId: string): boolean;
  /** The requests that the session may make. */
  limitOf(sessionId: string): RateLimit;
};

/** Bounds for the sessions of a namespace. */
export function createSessionBounds(namespace: Namespace): SessionBounds {
  const requests = createKeyedRateLimit(RATE);
  const sizeOf = (sessionId: string) => namespace.adapter.rooms.get(roomOf(sessionId))?.size ?? 0;
  return {
    requireRoom(sessionId) {
      if (sizeOf(sessionId) < MAX_SOCKETS) return;
      throw new Fault('rate-limited', 'This session has too many connections', {
        retryAfterMs: COME_AGAIN_MS,
      });
    },
    enter(socket, sessionId) {
      void socket.join(roomOf(sessionId));
      if (sizeOf(sessionId) <= MAX_SOCKETS) return true;
      socket.disconnect(true);
      return false;
    },
    limitOf: (sessionId) => ({ take: (nowMs) => requests.take(sessionId, nowMs) }),
  };
}

function roomOf(sessionId: string): string {
  return `session:${sessionId}`;
}
