import type { ConflictReason, ErrorCode, ProtocolError } from '#shared/protocol/errors';

/** A refusal with a reason that the caller is told; anything else that is thrown becomes `internal` and is logged. */
export class Fault extends Error {
  readonly error: ProtocolError;

  constructor(code: ErrorCode, message: string, more: Omit<ProtocolError, 'code' | 'message'> = {}) {
    super(message);
    this.name = 'Fault';
    this.error = { code, message, ...more };
  }
}

/** A refusal because of the present state, which says by a code what stands in the way. */
export function conflict(
  reason: ConflictReason,
  message: string,
  { details, ...more }: Omit<ProtocolError, 'code' | 'message'> = {},
): Fault {
  return new Fault('conflict', message, { ...more, details: { ...details, reason } });
}
