import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server as SocketServer } from 'socket.io';

/** So many at most are made web sockets in one turn of the event loop. */
const IN_ONE_TURN = 8;
/** So many at most of those whose lines have ended are cleared up after in one turn. */
const GOING_IN_ONE_TURN = 16;
/** Who comes when so many wait is cut. A line that waits costs some ten kilobytes. */
export const MOST_WAITING = 8000;

type Upgrade = (request: IncomingMessage, line: Duplex, head: Buffer) => void;

/**
 * Lets clients that come all at once, such as after a restart, through the door a few in each turn of the event loop, in the order in which they came. What the others ask
 * has its turn in between: a turn takes as long as it takes to let in those few and to answer those before them, and so sets the pace of itself.
 * `open` is what makes web sockets of the lines; all that it adds to the server's listeners for upgrades is called in turn.
 */
export function paceArrivals<T>(http: HttpServer, open: () => T): T {
  const before = new Set(http.listeners('upgrade'));
  const opened = open();
  const upgrades = http.listeners('upgrade').filter((listener) => !before.has(listener)) as Upgrade[];
  const waiting: Parameters<Upgrade>[] = [];

  function letIn(): void {
    const now = waiting.splice(0, IN_ONE_TURN);
    if (waiting.length > 0) setImmediate(letIn);
    for (const arrival of now) {
      const [, line] = arrival;
      line.off('error', ignore);
      if (!line.destroyed) for (const upgrade of upgrades) upgrade(...arrival);
    }
  }

  for (const upgrade of upgrades) http.off('upgrade', upgrade);
  http.on('upgrade', (...arrival: Parameters<Upgrade>) => {
    const [, line] = arrival;
    line.on('error', ignore);
    if (waiting.length >= MOST_WAITING) line.destroy();
    else if (waiting.push(arrival) === 1) setImmediate(letIn);
  });
  return opened;
}

/** Who has gone while waiting is passed over when their turn comes. */
function ignore(): void {
  return;
}

/** What is needed of engine.io's connection and of the websocket below it, which name it in no type. */
type Connection = { transport: { socket?: { _socket?: Duplex } } };

/**
 * Clears up after lines that broke all at once, as those of a whole network do, a few in each turn of the event loop: after thousands in one turn, everybody whose line stayed
 * would wait for that.
 */
export function paceDepartures(io: SocketServer): void {
  const waiting: (() => void)[] = [];

  function letGo(): void {
    const now = waiting.splice(0, GOING_IN_ONE_TURN);
    if (waiting.length > 0) setImmediate(letGo);
    for (const go of now) go();
  }

  io.engine.on('connection', ({ transport }: Connection) => {
    const line = transport.socket?._socket;
    if (line === undefined) return;
    const listeners = line.listeners('close');
    line.removeAllListeners('close');
    line.once('close', (...how: unknown[]) => {
      const go = () => {
        for (const listener of listeners) listener.apply(line, how);
      };
      if (waiting.push(go) === 1) setImmediate(letGo);
    });
  });
}
