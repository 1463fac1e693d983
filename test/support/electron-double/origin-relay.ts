import { createServer, type IncomingMessage, type RequestOptions, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { toChromium } from './addresses.ts';

/** Stands between a console on the double and a real server. */
export interface OriginRelay {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Translates origins: what Chromium sends under the double's stand-in, the server hears from the console's own origin, and what the server
 * allows that origin, Chromium hears for the stand-in. Requests and web sockets pass otherwise unchanged.
 */
export async function startOriginRelay(server: string): Promise<OriginRelay> {
  const relay = createServer((incoming, outgoing) => {
    const onward = request(new URL(incoming.url ?? '/', server), forwarded(incoming), (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, backward(answer.headers));
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const sockets = new Set<Socket>();
  relay.on('upgrade', (incoming, socket: Socket, head) => {
    const onward = request(new URL(incoming.url ?? '/', server), forwarded(incoming));
    onward.on('upgrade', (answer, far, first) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`);
      // What the server said in one breath with its agreement, such as Socket.IO's greeting.
      socket.write(first);
      far.write(head);
      far.pipe(socket).pipe(far);
      far.on('error', () => socket.destroy());
      far.once('close', () => socket.destroy());
      socket.once('close', () => far.destroy());
    });
    onward.on('response', () => socket.destroy());
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    onward.end();
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const { port } = relay.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(relay, sockets) };
}

function forwarded({ method = 'GET', headers }: IncomingMessage): RequestOptions {
  const isConsole = headers.origin === toChromium(CONSOLE_ORIGIN);
  return { method, headers: isConsole ? { ...headers, origin: CONSOLE_ORIGIN } : headers };
}

function backward(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const allowed = headers['access-control-allow-origin'];
  return allowed === CONSOLE_ORIGIN
    ? { ...headers, 'access-control-allow-origin': toChromium(CONSOLE_ORIGIN) }
    : headers;
}

function stop(relay: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  relay.closeAllConnections();
  return new Promise((resolve) => relay.close(() => resolve()));
}
