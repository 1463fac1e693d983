import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what any system hands out by itself, to whoever listens or calls: so nobody gets it by chance before the server has it, or while that is
 * being brought back.
 */
const LOWEST = 20_000;
const HIGHEST = 32_767;

/** A TCP port of the loopback address on which nobody listened a moment ago, for a server that must keep it. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    // Some systems keep ports for themselves, and say so by denying them.
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
