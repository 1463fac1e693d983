import type { Socket } from 'socket.io';
import { invalidInput } from '#shared/protocol/errors';
import { handshakeSchema } from '#shared/protocol/handshake';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { Fault } from '../runtime/fault.ts';

/** Reads what a client says of itself; throws `invalid-input` or `version-mismatch`. */
export function readHandshake(socket: Socket): { token: string | null } {
  const parsed = handshakeSchema.safeParse(socket.handshake.auth);
  if (!parsed.success) {
    const { code, message, ...more } = invalidInput(parsed.error);
    throw new Fault(code, message, more);
  }
  const { protocol, token } = parsed.data;
  if (protocol !== PROTOCOL_VERSION) {
    const details = { serverProtocol: PROTOCOL_VERSION };
    throw new Fault('version-mismatch', `This server speaks version ${PROTOCOL_VERSION}`, {
      field: 'protocol',
      details,
    });
  }
  return { token: token ?? null };
}

/** One cookie of the request that opened the connection. */
export function readCookie(socket: Socket, name: string): string | null {
  const pairs = (socket.handshake.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** The refusal of whoever bears no living session. */
export function unauthenticated(): Fault {
  return new Fault('unauthenticated', 'Nobody is signed in, or the session has ended');
}
