import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { answerQuestions } from '../../harness/pinned-process.ts';
import { createKeeper, type Keeper, type Keeping } from './keepers.ts';

/**
 * The least that a chat server can be, without anybody's rights looked at: what a customer says is kept (or not), shown to their agent, and
 * acknowledged. It speaks the names and forms of the product, so that one generator serves all contestants.
 */
type Said = { clientId: string; text: string };

let keeper: Keeper = { keep: () => undefined, close: async () => undefined };

answerQuestions({
  async start({ keeping, customers, agents }: { keeping: Keeping; customers: number; agents: number }) {
    keeper = await createKeeper(keeping, customers);
    const http = createServer();
    const io = new Server(http, {
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
    });
    io.of('/agent').on('connection', (socket) => void socket.join(tokenOf(socket)));
    io.of('/customer').on('connection', (socket) => serve(socket, io, agents));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
  },
  rss() {
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
  stop: () => keeper.close(),
});

function serve(socket: Socket, io: Server, agents: number): void {
  const customer = Number(tokenOf(socket));
  const room = io.of('/agent').to(String(customer % agents));
  let seq = 0;
  socket.on('message:send', ({ clientId, text }: Said, answer: (result: unknown) => void) => {
    const tell = () => {
      seq += 1;
      const body = { type: 'message', clientId, content: { type: 'text', text } };
      room.emit('entry:appended', { conversationId: String(customer), entries: [{ seq, body }] });
      answer({ ok: true, data: { seq } });
    };
    const kept = keeper.keep(customer, { clientId, text });
    if (kept === undefined) tell();
    else void kept.then(tell);
  });
}

function tokenOf(socket: Socket): string {
  return String((socket.handshake.auth as { token?: unknown }).token);
}
