import { createHash, randomBytes } from 'node:crypto';
import type { Me } from '#shared/domain/agent';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import { newId } from '../../runtime/ids.ts';
import type { Counters } from '../../runtime/rate-limit.ts';
import type { Transact } from '../../runtime/transact.ts';
import { meOf } from './accounts.ts';
import { deviceOf, newDeviceMark } from './device-mark.ts';
import { createPasswordCheck } from './password.ts';
import type { AgentStore } from './ports.ts';

export type SignInPorts = {
  transact: Transact<AgentStore>;
  clock: Clock;
  counters: Counters;
  terms: { sessionMs: number };
};

/** A sign-in as it came; `address` is where from, `device` the mark that this device was given when somebody signed in on it before. */
export type SignInRequest = {
  login: string;
  password: string;
  client: 'web' | 'desktop';
  address: string;
  device: string | null;
};

/** `token` is the session's only credential and is not kept; `device` the mark to come with next time. */
export type SignedInSession = { me: Me; token: string; device: string; expiresAt: Date };

/** `unauthenticated` for whatever is wrong, `rate-limited` after too many failures for this login, from this address, or on this device. */
export type SignIn = (request: SignInRequest) => Promise<SignedInSession>;

const WAITS = { firstWaitSeconds: 2, longestWaitSeconds: 15 * 60, memorySeconds: 30 * 60 };
/** Five wrong passwords for one account cost nothing; from there each costs twice as long as the one before. */
const ACCOUNT_THROTTLE = { name: 'sign-in-account', free: 5, ...WAITS };
/** Whole offices share an address. */
const ADDRESS_THROTTLE = { name: 'sign-in-address', free: 30, ...WAITS };
/** Who has signed in on this device before is counted apart: what strangers try keeps nobody out. */
const DEVICE_THROTTLE = { name: 'sign-in-device', free: 5, ...WAITS };

/** The one way in. */
export function createSignIn({ transact, clock, terms, counters }: SignInPorts): SignIn {
  const check = createPasswordCheck();
  const enter = createGate(counters);
  const find = (login: string) => transact(({ agents }) => agents.findByLogin(login));

  return async ({ login, password, client, address, device: mark }) => {
    // Without a mark nothing is looked up before the gate.
    const marked = mark === null ? null : await find(login);
    const device = marked && mark && deviceOf(mark, marked.passwordHash);
    const forgive = await enter({ account: login.toLowerCase(), address, device });
    const account = marked ?? (await find(login));
    const isRight = await check(account?.passwordHash ?? null, password);
    if (account === null || !isRight || !account.isActive) throw wrong();
    await forgive();
    const at = clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(at.getTime() + terms.sessionMs);
    const session = { id: newId(), agentId: account.id, tokenHash: hashOf(token), client, at, expiresAt };
    const { passwordHash } = account;
    if (!(await transact(({ agents }) => agents.addSession(session, passwordHash)))) throw wrong();
    const kept = device && mark ? mark : newDeviceMark(passwordHash);
    return { me: meOf(account), token, device: kept, expiresAt };
  };
}

type Comer = { account: string; address: string; device: string | null };

/** Counts a try before it is made, and throws where it must wait; what it gives takes the tries back once they turn out to have been no guessing. */
function createGate(counters: Counters): (comer: Comer) => Promise<() => Promise<void>> {
  const byAccount = counters.throttle(ACCOUNT_THROTTLE);
  const byAddress = counters.throttle(ADDRESS_THROTTLE);
  const byDevice = counters.throttle(DEVICE_THROTTLE);
  return async ({ account, address, device }) => {
    const waitMs = device
      ? await byDevice.enter(device)
      : (await byAddress.enter(address)) || (await byAccount.enter(account));
    if (waitMs > 0) throw new Fault('rate-limited', 'Too many failed sign-ins', { retryAfterMs: waitMs });
    return async () => {
      if (device) await byDevice.clear(device);
      // Only what was tried for this account was no guessing; who has one account must not buy free guesses at others with it.
      else await byAddress.forgive(address, await byAccount.clear(account));
    };
  };
}

function wrong(): Fault {
  return new Fault('unauthenticated', 'The login or the password is wrong');
}

/** What is kept of a session's token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
