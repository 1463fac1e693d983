import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked: the request's body and its key. */
export type Asked = {
  body: { model: string; stream: boolean; messages: { role: string; content: string }[] };
  key: string;
};

/** How it answers one request. */
export type ModelAnswer =
  /** These pieces of text, in the wire format of streamed chat completions; the bytes leave in parts of `cut`, or whole. */
  | { pieces: readonly string[]; cut?: number | readonly number[]; pauseAfter?: Promise<void> }
  /** Raw bytes and then the end of the connection, whole or torn. */
  | { raw: Uint8Array; isTorn?: boolean }
  | { status: number; body?: string }
  /** Says it will answer, and then nothing. */
  | { isStalled: true };

/** A local server that speaks the real wire format of an OpenAI-compatible address. */
export type ModelServer = {
  url: string;
  asked: Asked[];
  /** How the next requests are answered; the last one serves for all that follow. */
  answerWith(...answers: ModelAnswer[]): void;
  stop(): Promise<void>;
};

/** Starts it on a free port. */
export async function startModelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let answers: ModelAnswer[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      asked.push(await readAsked(request));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      await reply(response, answer ?? { status: 500 });
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answerWith(...next) {
      answers = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The bytes of a whole answer: one event a piece, the finish, and the mark of the end. */
export function streamOf(pieces: readonly string[]): Buffer {
  const events = [
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces.map((content) => chunk({ content }, null)),
    chunk({}, 'stop'),
    '[DONE]',
  ];
  return Buffer.from(events.map((data) => `data: ${data}\n\n`).join(''));
}

function chunk(delta: object, finish: 'stop' | null): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_694_268_190,
    model: 'local-model',
    system_fingerprint: 'fp_1',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString()) as Asked['body'];
  return { body, key: request.headers.authorization ?? '' };
}

async function reply(response: ServerResponse, answer: ModelAnswer): Promise<void> {
  if ('status' in answer) {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(
      answer.body ?? JSON.stringify({ error: { message: 'no', type: 'error', code: null, param: null } }),
    );
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
  if ('isStalled' in answer) return;
  if ('raw' in answer) {
    response.write(answer.raw, () => (answer.isTorn ? response.destroy() : response.end()));
    return;
  }
  for (const [index, part] of partsOf(streamOf(answer.pieces), answer.cut).entries()) {
    if (index === 1) await answer.pauseAfter;
    response.write(part);
    // Each part leaves as a packet of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

function partsOf(bytes: Buffer, cut: number | readonly number[] = bytes.length): Buffer[] {
  const size = typeof cut === 'number' ? cut : 0;
  const ends =
    typeof cut === 'number'
      ? Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => (i + 1) * size)
      : [...cut, bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
