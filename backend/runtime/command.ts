import type { ClientId } from '#shared/domain/ids';

/** What makes a command one command (rule D1): its author, the author's id for it, and a SHA-256 of name and canonical input. */
export type CommandKey = { authorKey: string; clientId: ClientId; fingerprint: Buffer };

/**
 * The commands done so far, bound to a transaction. `once` runs `work` for a key that was never seen and keeps its answer, which must survive
 * JSON; for a key that was seen it does nothing and gives the kept answer. The same id with another fingerprint throws `reused-client-id`.
 * Of parallel duplicates one works, the others wait for its commit.
 */
export type CommandLog = { once<T>(key: CommandKey, work: () => Promise<T>): Promise<T> };
