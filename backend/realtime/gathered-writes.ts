import type { Server } from 'socket.io';

/** What is needed of engine.io's connection and of the websocket below it, which name it in no type. */
type Connection = {
  flush(): void;
  writeBuffer: { length: number };
  transport: { socket?: { _socket?: { cork(): void; uncork(): void } } };
};

/**
 * Sends what one turn of the event loop has for a client by one system call, where engine.io makes one for each packet: an answer and the
 * events that came of it leave together, and so does what several customers said to the same agent.
 */
export function gatherWrites(io: Server): void {
  let due: (() => void)[] = [];

  function flushAll(): void {
    const now = due;
    due = [];
    for (const flush of now) flush();
  }

  io.engine.on('connection', (connection: Connection) => {
    const flush = connection.flush.bind(connection);
    let isDue = false;
    connection.flush = () => {
      if (isDue || connection.writeBuffer.length === 0) return;
      isDue = true;
      if (due.push(flushGathered) === 1) setImmediate(flushAll);
    };

    function flushGathered(): void {
      isDue = false;
      const line = connection.transport.socket?._socket;
      line?.cork();
      flush();
      line?.uncork();
    }
  });
}
