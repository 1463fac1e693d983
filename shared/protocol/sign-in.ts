import { z } from 'zod';
import { meSchema } from '../domain/agent.ts';

/**
 * `POST /api/agent/session`. The browser's console says `web` and gets an HttpOnly cookie; the desktop app says `desktop` and gets the
 * token once, to keep in the system's keychain and give as `auth.token` of the socket and as bearer over HTTP.
 */
export const signInSchema = z.strictObject({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  client: z.enum(['web', 'desktop']),
  /** The mark that the desktop app was given on this device before; a browser has it in a cookie. Strangers’ failures then do not slow it down. */
  device: z.string().max(100).optional(),
});
export const signedInSchema = z.object({
  me: meSchema,
  token: z.string().nullable(),
  /** The mark to keep beside the token and to come with next time. */
  device: z.string().nullable().default(null),
});
export type SignIn = z.input<typeof signInSchema>;
export type SignedIn = z.infer<typeof signedInSchema>;
