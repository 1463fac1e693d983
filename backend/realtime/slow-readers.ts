import type { Server } from 'socket.io';
import type { Metrics } from '../runtime/metrics.ts';

const CHECK_EVERY_MS = 1000;
/** What may wait for one client, in the transport and before it: about so many bytes, so many packets. */
const MAX_BUFFERED_BYTES = 1_000_000;
const MAX_BUFFERED_PACKETS = 2000;

/**
 * Cuts clients that do not read what they are sent (rule D9): memory stays bounded, the others are not slowed, and the one that was cut
 * reconnects and catches up. Returns what ends the watch.
 */
export function watchSlowReaders(io: Server, metrics: Metrics): () => void {
  const timer = setInterval(() => {
    for (const side of ['agent', 'customer'] as const) {
      for (const socket of io.of(`/${side}`).sockets.values()) {
        if (!isBehind(socket.conn)) continue;
        metrics.socketCut(side, 'slow-reader');
        socket.disconnect(true);
        socket.conn.close(true);
      }
    }
  }, CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The websocket and the packets that wait before it; engine.io keeps both and names neither in its types. */
function isBehind(connection: unknown): boolean {
  const { transport, writeBuffer = [] } = connection as {
    transport?: { socket?: { bufferedAmount?: number } };
    writeBuffer?: { data?: { length?: number } }[];
  };
  if (writeBuffer.length > MAX_BUFFERED_PACKETS) return true;
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  return (transport?.socket?.bufferedAmount ?? 0) + waiting > MAX_BUFFERED_BYTES;
}
