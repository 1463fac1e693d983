import type { ClientId } from '#shared/domain/ids';

/** What makes a command one command (rule D1): its author, the author's id for it, and a SHA-256 of name and canonical input. */
export type CommandKey = { authorKey: string; clientId: ClientId; fingerprint: Buffer };
