import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duplex, PassThrough } from 'node:stream';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MOST_WAITING, paceArrivals, paceDepartures } from './doorway.ts';

/** A door, and who came through it. */
function openDoor() {
  const http = createServer();
  const through: unknown[] = [];
  const opened = paceArrivals(http, () => {
    http.on('upgrade', (_request, line) => through.push(line));
    return 'opened';
  });
  return { http, through, opened };
}

function arrive(http: HttpServer): PassThrough {
  const line = new PassThrough();
  http.emit('upgrade', {}, line, Buffer.alloc(0));
  return line;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the doorway', () => {
  it('D8 lets a crowd in a few in each turn of the event loop, in the order in which they came, and what others want has its turn between', async () => {
    const { http, through, opened } = openDoor();
    expect(opened).toBe('opened');
    const crowd = Array.from({ length: 100 }, () => arrive(http));
    const others: number[] = [];
    while (through.length < crowd.length) {
      await turn();
      others.push(through.length);
    }
    expect(through).toEqual(crowd);
    expect(others.length).toBeGreaterThan(10);
    expect(Math.max(...others.map((now, at) => now - (others[at - 1] ?? 0)))).toBeLessThanOrEqual(8);
  });

  it('D8 passes over who has gone meanwhile, whose broken line harms nobody', async () => {
    const { http, through } = openDoor();
    const [gone, broken, here] = [arrive(http), arrive(http), arrive(http)];
    gone.destroy();
    broken.destroy(new Error('reset'));
    await turn();
    await turn();
    expect(through).toEqual([here]);
  });

  it('D8 cuts who comes when too many wait already', async () => {
    const { http, through } = openDoor();
    const crowd = Array.from({ length: MOST_WAITING + 2 }, () => arrive(http));
    expect(crowd.filter(({ destroyed }) => destroyed)).toEqual(crowd.slice(MOST_WAITING));
    while (through.length < MOST_WAITING) await turn();
    const [late] = [arrive(http)];
    await turn();
    expect(through.at(-1)).toBe(late);
  });

  it('leaves alone what listened before', () => {
    const http = createServer();
    const seen: unknown[] = [];
    http.on('upgrade', (_request, line) => seen.push(line));
    paceArrivals(http, () => undefined);
    const line = arrive(http);
    expect(seen).toEqual([line]);
  });
});

/** A server with so many clients, the server's ends of their lines, and who has left. */
async function openCrowd(count: number, { isPaced }: { isPaced: boolean }) {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  if (isPaced) paceDepartures(io);
  const lines: Duplex[] = [];
  const gone: string[] = [];
  http.on('upgrade', (_request, line) => lines.push(line));
  io.on('connection', (socket) => void socket.on('disconnect', () => gone.push(socket.id)));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const terms = { transports: ['websocket'], reconnection: false, forceNew: true };
  const clients = Array.from({ length: count }, () => connect(url, terms));
  onTestFinished(async () => {
    for (const client of clients) client.close();
    await io.close();
  });
  while (io.sockets.sockets.size < count) await turn();
  return { io, lines, gone };
}

/** How many leave in each turn of the event loop after all lines have broken in one. */
async function breakAll({ lines, gone }: { lines: Duplex[]; gone: string[] }): Promise<number[]> {
  const left = [0];
  for (const line of lines) line.destroy();
  while (gone.length < lines.length) {
    await turn();
    left.push(gone.length);
  }
  return left.map((now, at) => now - (left[at - 1] ?? 0));
}

describe('the doorway outwards', () => {
  it('D8 clears up after a crowd whose lines broke a few in each turn of the event loop, after everybody once', async () => {
    const crowd = await openCrowd(60, { isPaced: true });
    const each = await breakAll(crowd);
    expect(Math.max(...each)).toBeLessThanOrEqual(16);
    expect(new Set(crowd.gone).size).toBe(60);
    expect(crowd.gone).toHaveLength(60);
    expect(crowd.io.sockets.sockets.size).toBe(0);
  });

  it('would clear up after all of them in one without being paced: were it not so, the test above would prove nothing', async () => {
    const each = await breakAll(await openCrowd(60, { isPaced: false }));
    expect(Math.max(...each)).toBeGreaterThan(16);
  });
});
