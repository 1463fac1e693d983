import { createServer } from 'node:http';
import type { AddressInfo, Socket as Line } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gatherWrites } from './gathered-writes.ts';

/** A server with one client, who writes down what it hears, and the server's end of the line. */
async function openLine({ isGathering }: { isGathering: boolean }) {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  if (isGathering) gatherWrites(io);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const client = connect(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false });
  onTestFinished(async () => {
    client.close();
    await io.close();
  });
  const heard: number[] = [];
  client.on('said', (what: number) => heard.push(what));
  const socket = await new Promise<Socket>((resolve) => io.once('connection', resolve));
  await until(() => client.connected);
  const { transport } = socket.conn as unknown as { transport: { socket: { _socket: Line } } };
  return { socket, heard, line: transport.socket._socket };
}

/** Counts what the line is given to write: each time is one call of the system. */
function countWrites(line: Line): () => number {
  let writes = 0;
  for (const name of ['_write', '_writev'] as const) {
    const write = line[name]?.bind(line) as (...given: unknown[]) => void;
    Object.assign(line, {
      [name](...given: unknown[]) {
        writes += 1;
        write(...given);
      },
    });
  }
  return () => writes;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

const SAID = [1, 2, 3, 4, 5];

describe('what one turn of the event loop has for a client', () => {
  it('leaves by one call of the system, in its order', async () => {
    const { socket, heard, line } = await openLine({ isGathering: true });
    const writes = countWrites(line);
    for (const one of SAID) socket.emit('said', one);
    await until(() => heard.length === SAID.length);
    expect(heard).toEqual(SAID);
    expect(writes()).toBe(1);
  });

  it('would leave by several without being gathered: were it not so, the test above would prove nothing', async () => {
    const { socket, heard, line } = await openLine({ isGathering: false });
    const writes = countWrites(line);
    for (const one of SAID) socket.emit('said', one);
    await until(() => heard.length === SAID.length);
    expect(writes()).toBeGreaterThan(1);
  });

  it('leaves in the turn in which it was said, and not when more has come', async () => {
    const { socket, heard, line } = await openLine({ isGathering: true });
    const writes = countWrites(line);
    for (const one of SAID) {
      socket.emit('said', one);
      await until(() => heard.length === one);
    }
    expect(heard).toEqual(SAID);
    expect(writes()).toBe(SAID.length);
  });
});
