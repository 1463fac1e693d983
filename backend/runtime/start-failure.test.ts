import { createServer, type Server } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { StartFailure, wordsFor } from './start-failure.ts';

async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, resolve);
  });
  onTestFinished(() => void server.close());
  return server;
}

it('says which port is taken and how to choose another', async () => {
  const address = (await listen('127.0.0.1', 0)).address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const error = await listen('127.0.0.1', port).catch((reason: unknown) => reason);
  expect(wordsFor(error)).toBe(`Port ${port} is taken by another program. Choose another with --port N.`);
});

it('names the setting when the address is not one of this machine', async () => {
  const error = await listen('192.0.2.1', 0).catch((reason: unknown) => reason);
  expect(wordsFor(error)).toMatch(/192\.0\.2\.1.*BATON_HOST/);
});

it('has words of its own for what the reader can change, and none for what only the code can tell', () => {
  expect(wordsFor(new StartFailure('Stop the other one.'))).toBe('Stop the other one.');
  expect(wordsFor(new TypeError('undefined is not a function'))).toBeUndefined();
  expect(wordsFor('thrown text')).toBeUndefined();
});
