import { request as httpRequest } from 'node:http';
import type { ProtocolError } from '#shared/protocol/errors';

/** A body to be sent as exactly these bytes. */
export type RawBody = { raw: Buffer; type: string };

/** Bytes that are sent as they are, whatever they say they are. */
export function raw(body: string | Buffer, type = 'application/json'): RawBody {
  return { raw: Buffer.from(body), type };
}

export type RawRequest = {
  method: string;
  path: string;
  /** JSON unless it is raw; nothing is sent for `undefined`. */
  body?: unknown;
  token?: string;
  headers?: Record<string, string | string[]>;
};
export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** What a refusal says; an answer that is no refusal has none. */
  error: ProtocolError;
};

/** Sends exactly this path, these bytes and these headers, as `fetch` would not. */
export function sendRaw(
  url: string,
  { method, path, body, token, headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const bytes = isRaw(body) ? body.raw : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  const type = isRaw(body) ? body.type : 'application/json';
  const sent = {
    'content-length': bytes.length,
    ...(body === undefined && method !== 'POST' ? {} : { 'content-type': type }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers: sent, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, headers: got, text, error: errorOf(text) });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

function isRaw(body: unknown): body is RawBody {
  return typeof body === 'object' && body !== null && 'raw' in body;
}

function errorOf(text: string): ProtocolError {
  try {
    return (JSON.parse(text) as { error: ProtocolError }).error;
  } catch {
    return { code: 'internal', message: 'The answer is not JSON' };
  }
}
