import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../runtime/clock.ts';
import { Fault } from '../../runtime/fault.ts';
import { parseInput } from '../../runtime/parse-input.ts';
import { plainName } from '../../runtime/plain-name.ts';

/** The audience that every identity token names, so that a token made for something else is worth nothing here. */
const IDENTITY_AUDIENCE = 'baton';

/** The furthest in the future that a token may end. */
const LONGEST_LIFE_SECONDS = 3_600;

const claimsSchema = z.object({
  sub: z.string().trim().min(1).max(120),
  exp: z.int(),
  name: z.string().trim().min(1).max(80).optional(),
});

/** What the shop says about the bearer: `sub` is its own customer id. */
export type IdentityClaims = { sub: string; name?: string };

/** Ids that shops send when they know nobody; taking one for a person would join strangers. */
const NOBODY = /^(?:[0-]*|-1|null|undefined|anonymous|guest|none|n\/a|test)$/i;

/**
 * Checks a token that the shop's server signed (JWT, HS256): signature, audience, an expiry at most an hour away, and a subject that names
 * somebody. Throws `bad-signature` for everything that does not hold; the reason is not told apart, so that nothing can be probed.
 */
export async function verifyIdentityToken(
  token: string,
  secret: string,
  clock: Clock,
): Promise<IdentityClaims> {
  const now = clock.now();
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      audience: IDENTITY_AUDIENCE,
      requiredClaims: ['sub', 'exp'],
      currentDate: now,
    });
    const claims = parseInput(claimsSchema, payload);
    const isTooLong = claims.exp - now.getTime() / 1000 > LONGEST_LIFE_SECONDS + 60;
    if (isTooLong || NOBODY.test(claims.sub)) throw refusal();
    const name = plainName(claims.name);
    return { sub: claims.sub, ...(name === undefined ? {} : { name }) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof Fault) throw refusal();
    throw error;
  }
}

/** Signs a token as the shop's own server does: valid for one hour from the clock's now. */
export async function signIdentityToken(
  claims: IdentityClaims,
  secret: string,
  clock: Clock,
): Promise<string> {
  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  return await new SignJWT(claims.name === undefined ? {} : { name: claims.name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.sub)
    .setAudience(IDENTITY_AUDIENCE)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + LONGEST_LIFE_SECONDS)
    .sign(keyOf(secret));
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

function refusal(): Fault {
  return new Fault('bad-signature', 'The identity token does not hold', { field: 'identityToken' });
}
