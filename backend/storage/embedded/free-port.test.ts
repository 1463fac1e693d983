import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort } from './free-port.ts';

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The first port that Linux gives to those who ask for any; elsewhere it is higher. */
function firstHandedOut(): number {
  if (process.platform !== 'linux') return 49_152;
  return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/)[0]);
}

it('gives ports that can be had, and that the system gives to nobody else meanwhile', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, findFreePort));
  expect(Math.max(...ports)).toBeLessThan(firstHandedOut());
  for (const port of new Set(ports)) {
    const server = await listenOn(port);
    await new Promise((resolve) => server.close(resolve));
  }
});
