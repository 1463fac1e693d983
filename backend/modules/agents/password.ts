import { hash, verify } from '@node-rs/argon2';
import { Fault } from '../../runtime/fault.ts';

/** How many passwords are checked at once, and how many may wait: each check takes a core and 19 MiB for some 30 ms. */
const MAX_AT_ONCE = 4;
const MAX_WAITING = 64;

/** Argon2id with 19 MiB, 2 iterations, 1 lane (OWASP's floor), which are the library's defaults. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password);
}

/** Checks passwords, a few at a time. */
export type PasswordCheck = (passwordHash: string | null, password: string) => Promise<boolean>;

/**
 * A check that takes as long for an unknown account (`null`) as for a known one, so that its time does not tell which logins exist.
 * Throws `overloaded` when too many wait.
 */
export function createPasswordCheck(): PasswordCheck {
  const decoy = hashPassword('nobody has this account');
  const waiting: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < MAX_AT_ONCE) {
      running += 1;
      return;
    }
    if (waiting.length >= MAX_WAITING)
      throw new Fault('overloaded', 'Too many sign-ins at once', { retryAfterMs: 2000 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Hands the place to who waits longest. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return async (passwordHash, password) => {
    await enter();
    try {
      const isRight = await verify(passwordHash ?? (await decoy), password);
      return isRight && passwordHash !== null;
    } finally {
      leave();
    }
  };
}
