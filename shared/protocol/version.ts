/** Clients send it when they connect; the server refuses another major version with `version-mismatch`. */
export const PROTOCOL_VERSION = 1;
