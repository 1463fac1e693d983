import { createHash, randomBytes } from 'node:crypto';

/** A new token for a client, told once, and what is kept of it. */
export function newSessionToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sessionTokenHash(token) };
}

/** What is kept of a token. */
export function sessionTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
