import type { Namespace, Socket } from 'socket.io';
import { Fault } from '../runtime/fault.ts';
import type { Counters } from '../runtime/rate-limit.ts';

/** As many sockets as somebody has tabs. */
const MAX_SOCKETS = 30;
const RATE = { points: 60, seconds: 3 };
const COME_AGAIN_MS = 5000;

/** What one session may do, over all its sockets together: opening more of them gives nobody more. */
export type SessionBounds = {
  /** Throws `rate-limited` when the session has all the sockets that it may have. */
  requireRoom(sessionId: string): void;
  /** Counts the socket in; one too many, of several that came at once, is cut, and that is `false`. */
  enter(socket: Socket, sessionId: string): boolean;
  /** Counts a request of the session: 0, or how many milliseconds to wait instead. */
  takeRequest(sessionId: string): Promise<number>;
};

/** Bounds for the sessions of a namespace. */
export function createSessionBounds(namespace: Namespace, counters: Counters): SessionBounds {
  const requests = counters.rate({ name: `requests:${namespace.name}`, ...RATE });
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
    takeRequest: requests.take,
  };
}

function roomOf(sessionId: string): string {
  return `session:${sessionId}`;
}
