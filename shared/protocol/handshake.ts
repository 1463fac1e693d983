import { z } from 'zod';

/**
 * What a client gives as `auth` when it connects to `/agent` or `/customer`. A refusal is Socket.IO's `connect_error`, whose `data` is a
 * `ProtocolError`. `token` may be left out on `/agent` where the session's cookie speaks for the agent.
 */
export const handshakeSchema = z.object({ protocol: z.int(), token: z.string().min(1).max(200).optional() });
export type Handshake = z.input<typeof handshakeSchema>;
