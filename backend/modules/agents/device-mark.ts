import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The mark of a device on which somebody has signed in to an account: by it they are told from strangers who guess at the password. It is a random name,
 * and a code of it that only who keeps the account's password hash can make: so it needs no table, says nothing, serves one account, and is void
 * with the next password.
 */
export function newDeviceMark(passwordHash: string): string {
  const name = randomBytes(16).toString('base64url');
  return `${name}.${codeOf(name, passwordHash)}`;
}

/** The device's name if the mark is one of this account; else `null`. */
export function deviceOf(mark: string, passwordHash: string): string | null {
  const [name = '', code = ''] = mark.split('.');
  const given = Buffer.from(code);
  const right = Buffer.from(codeOf(name, passwordHash));
  return given.length === right.length && timingSafeEqual(given, right) ? name : null;
}

function codeOf(name: string, passwordHash: string): string {
  return createHmac('sha256', passwordHash).update(name).digest('base64url');
}
