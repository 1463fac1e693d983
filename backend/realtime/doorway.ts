import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** So many at most are made web sockets in one turn of the event loop. */
const IN_ONE_TURN = 8;
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
