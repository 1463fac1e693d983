/** Clients send it when they connect; the server refuses another version with `version-mismatch`. What grows within a version: docs/protocol.md, “Compatibility”. */
export const PROTOCOL_VERSION = 1;

/** Of a `version-mismatch`: whether the server's version is the later one, so that the client has to be updated; else the server will be. */
export function isLaterVersion(details: Readonly<Record<string, unknown>> | undefined): boolean {
  const server = details?.['serverProtocol'];
  return typeof server !== 'number' || server > PROTOCOL_VERSION;
}
