import { hash } from 'node:crypto';

/** SHA-256 of a command's name and parsed input, the same for the same content in any order of fields (rule D1). The id itself is left out. */
export function fingerprintOf(name: string, input: object): Buffer {
  const { clientId: _clientId, ...content } = input as { clientId?: unknown };
  return hash('sha256', `${name}\n${JSON.stringify(canonical(content))}`, 'buffer');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, member]) => [key, canonical(member)]);
}
