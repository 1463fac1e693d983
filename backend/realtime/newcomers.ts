import type { Server, Socket } from 'socket.io';

/** A client that has not said who it is after this long is cut; so many may be about to. */
const HANDSHAKE_MS = 5000;
const MAX_NEWCOMERS = 3000;
const CHECK_EVERY_MS = 500;

/** What is needed of engine.io's connection, which names the rest in no type. */
type Connection = {
  transport: { socket?: { terminate?(): void } };
  once(event: 'close' | 'message', listener: () => void): void;
};

/**
 * Keeps the number of connections bounded that have not said who they are. Of too many the one that has been silent longest is cut, so that
 * nobody is kept out by those who only hold a place: an honest client has said who it is long before its turn comes, and counts anew from then. Who leaves its namespace but
 * not the line is as one who never said it. Returns what ends the watch.
 */
export function watchNewcomers(io: Server): () => void {
  const since = new Map<Connection, number>();

  /** Without the courtesy of a closing handshake, which the silent would not answer either. */
  function cut(connection: Connection): void {
    since.delete(connection);
    connection.transport.socket?.terminate?.();
  }

  io.engine.on('connection', (connection: Connection) => {
    since.set(connection, performance.now());
    connection.once('close', () => since.delete(connection));
    // Who has spoken may have to wait until it is their turn to be let in, behind those who have not.
    connection.once('message', () => {
      if (since.delete(connection)) since.set(connection, performance.now());
    });
    const [longest] = since.keys();
    if (since.size > MAX_NEWCOMERS && longest !== undefined) cut(longest);
  });
  for (const namespace of ['/agent', '/customer']) {
    io.of(namespace).on('connection', (socket: Socket) => {
      const connection = socket.conn as unknown as Connection;
      since.delete(connection);
      socket.once('disconnect', () => since.set(connection, performance.now()));
    });
  }

  const timer = setInterval(() => {
    const before = performance.now() - HANDSHAKE_MS;
    for (const [connection, at] of since) if (at < before) cut(connection);
  }, CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
