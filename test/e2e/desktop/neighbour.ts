import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers every request and web socket from anywhere, and notes them: what stops a page from reaching it is not the server. */
export interface Neighbour {
  readonly origin: string;
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

const WEB_SOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Starts one on a port of this machine. */
export async function startNeighbour(): Promise<Neighbour> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const type = request.url?.endsWith('.gif') ? 'image/gif' : 'text/html';
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': type });
    response.end(type === 'image/gif' ? PIXEL : '<title>elsewhere</title>');
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`SOCKET ${request.url}`);
    const key = `${request.headers['sec-websocket-key']}${WEB_SOCKET_GUID}`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => socket.destroy());
    sockets.add(socket);
  });
  const sockets = new Set<{ destroy(): void }>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    stop: () => stop(server, sockets),
  };
}

function stop(server: Server, sockets: ReadonlySet<{ destroy(): void }>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
