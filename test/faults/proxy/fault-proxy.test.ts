import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFaultProxy, type FaultProxy } from './fault-proxy.ts';

/** Each fault on a real connection: what it does to the bytes, never how fast a machine is. Times are lower bounds only. */

type Line = { proxy: FaultProxy; client: Socket; server: Socket; heard(by: Socket): string };

async function openProxy(seed = 1) {
  const accepted: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    accepted.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  const proxy = await createFaultProxy({ target: () => port, seed });
  onTestFinished(async () => {
    await proxy.stop();
    for (const socket of accepted) socket.destroy();
    server.close();
  });
  return { proxy, accepted };
}

/** A client, through the proxy, to a server of its own. */
async function openLine(from?: Awaited<ReturnType<typeof openProxy>>): Promise<Line> {
  const { proxy, accepted } = from ?? (await openProxy());
  const before = accepted.length;
  const client = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  client.on('error', () => undefined);
  onTestFinished(() => void client.destroy());
  await expect.poll(() => accepted.length, { interval: 2 }).toBe(before + 1);
  const server = accepted[before] as Socket;
  const words = new Map<Socket, string>();
  for (const side of [client, server]) {
    side.on('data', (bytes) => words.set(side, (words.get(side) ?? '') + String(bytes)));
  }
  return { proxy, client, server, heard: (by) => words.get(by) ?? '' };
}

const hears = (line: Line, by: Socket, words: string) =>
  expect.poll(() => line.heard(by), { interval: 2, timeout: 10_000 }).toBe(words);

describe('a fault proxy', () => {
  it('passes everything on, both ways, in order, and the end of each way by itself', async () => {
    const line = await openLine();
    const long = 'abcdefgh'.repeat(200_000);
    line.client.end(long);
    await hears(line, line.server, long);
    line.server.end('and back');
    await hears(line, line.client, 'and back');
    await expect.poll(() => line.proxy.size()).toBe(0);
  });

  it('latency: nothing comes before its time, and nothing overtakes', async () => {
    const line = await openLine();
    line.proxy.add({ toxic: { type: 'latency', latencyMs: 60, jitterMs: 30 }, direction: 'upstream' });
    const startedAt = performance.now();
    let firstAfter = 0;
    line.server.once('data', () => (firstAfter = performance.now() - startedAt));
    for (let index = 0; index < 20; index += 1) {
      line.client.write(`${index} `);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await hears(line, line.server, `${Array.from({ length: 20 }, (_, index) => index).join(' ')} `);
    expect(firstAfter).toBeGreaterThanOrEqual(29);
    // The other way is as it was.
    line.server.write('at once');
    await hears(line, line.client, 'at once');
  });

  it('bandwidth: so many bytes take so long', async () => {
    const line = await openLine();
    line.proxy.add({ toxic: { type: 'bandwidth', bytesPerSecond: 100_000 }, direction: 'downstream' });
    const startedAt = performance.now();
    line.server.write('x'.repeat(20_000));
    await hears(line, line.client, 'x'.repeat(20_000));
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(190);
  });

  it('slow_close: the words come, their end comes later', async () => {
    const line = await openLine();
    line.proxy.add({ toxic: { type: 'slow_close', delayMs: 150 }, direction: 'upstream' });
    const startedAt = performance.now();
    const ended = once(line.server, 'end').then(() => performance.now() - startedAt);
    line.client.end('bye');
    await hears(line, line.server, 'bye');
    expect(await ended).toBeGreaterThanOrEqual(149);
  });

  it('timeout: a black hole on one way swallows everything and tells nobody, and closes after its time', async () => {
    const line = await openLine();
    line.proxy.add({ toxic: { type: 'timeout', timeoutMs: 200 }, direction: 'upstream' });
    const startedAt = performance.now();
    line.client.write('lost');
    line.server.write('heard');
    await hears(line, line.client, 'heard');
    await once(line.client, 'end');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(199);
    expect(line.heard(line.server)).toBe('');
  });

  it('timeout without a time: the connection lives until the toxic is taken away, and ends with it', async () => {
    const line = await openLine();
    const heal = line.proxy.add({ toxic: { type: 'timeout', timeoutMs: 0 }, direction: 'downstream' });
    line.server.write('lost');
    line.client.write('heard');
    await hears(line, line.server, 'heard');
    expect(line.client.readableEnded).toBe(false);
    heal();
    await once(line.client, 'end');
    expect(line.heard(line.client)).toBe('');
  });

  it('reset_peer: both sides are reset, not told good-bye', async () => {
    const line = await openLine();
    const [client, server] = [line.client, line.server].map(
      (side) => new Promise((resolve) => side.once('error', resolve)),
    );
    line.proxy.add({ toxic: { type: 'reset_peer', timeoutMs: 20 }, direction: 'downstream' });
    expect(await client).toMatchObject({ code: 'ECONNRESET' });
    expect(await server).toMatchObject({ code: 'ECONNRESET' });
  });

  it('slicer: the same bytes in small pieces', async () => {
    const line = await openLine();
    line.proxy.add({
      toxic: { type: 'slicer', averageSize: 10, sizeVariation: 5, delayMs: 1 },
      direction: 'upstream',
    });
    const sizes: number[] = [];
    line.server.on('data', (bytes: Buffer) => sizes.push(bytes.length));
    const words = 'abcdefghij'.repeat(30);
    line.client.write(words);
    await hears(line, line.server, words);
    expect(sizes.length).toBeGreaterThan(5);
  });

  it('limit_data: exactly so many bytes pass, then the connection is closed', async () => {
    const line = await openLine();
    line.proxy.add({ toxic: { type: 'limit_data', bytes: 12 }, direction: 'upstream' });
    line.client.write('12345678');
    await hears(line, line.server, '12345678');
    line.client.write('90abcdef');
    await once(line.client, 'end');
    await expect.poll(() => line.heard(line.server), { interval: 2 }).toBe('1234567890ab');
  });

  it('down: cuts what is there, refuses what comes, and lets it in again afterwards', async () => {
    const from = await openProxy();
    const line = await openLine(from);
    const broken = new Promise((resolve) => line.client.once('error', resolve));
    from.proxy.setDown(true);
    expect(await broken).toMatchObject({ code: 'ECONNRESET' });
    const refused = connect({ port: from.proxy.port, host: '127.0.0.1' });
    await new Promise((resolve) => refused.once('error', () => undefined).once('close', resolve));
    from.proxy.heal();
    const again = await openLine(from);
    again.client.write('back');
    await hears(again, again.server, 'back');
  });

  it('a server that is not there is a reset connection', async () => {
    const proxy = await createFaultProxy({ target: () => 1, seed: 1 });
    const client = connect({ port: proxy.port, host: '127.0.0.1' });
    expect(await new Promise((resolve) => client.once('error', resolve))).toMatchObject({
      code: 'ECONNRESET',
    });
    await proxy.stop();
  });

  it('toxicity: befalls a part of the connections, the same ones for the same seed', async () => {
    const befallen = async (seed: number) => {
      const from = await openProxy(seed);
      from.proxy.add({ toxic: { type: 'limit_data', bytes: 0 }, direction: 'upstream', toxicity: 0.5 });
      const fates: boolean[] = [];
      for (let count = 0; count < 24; count += 1) {
        const line = await openLine(from);
        line.client.write('x');
        const ended = once(line.client, 'end').then(() => true);
        const passed = once(line.server, 'data').then(
          () => false,
          () => true,
        );
        fates.push(await Promise.race([ended, passed]));
      }
      return fates;
    };
    const fates = await befallen(7);
    expect(new Set(fates).size).toBe(2);
    expect(await befallen(7)).toEqual(fates);
  });
});
