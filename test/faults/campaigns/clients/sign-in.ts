import type { Result } from '#shared/protocol/errors';

/** Signing in goes straight to a node: what the faults are aimed at is the line. Each client names an address of its own. */

/** A node's port, asked for anew for each try: nodes die meanwhile. */
export type Door = () => number;

/** Opens a session for a new customer, from an address of their own. */
export async function openCustomerSession(door: Door, client: number): Promise<string> {
  return await post(door, '/api/customer/session', { client, body: {} });
}

/** Signs an agent in, as the desktop app does. */
export async function signInAgent(
  door: Door,
  client: number,
  { login, password }: { login: string; password: string },
): Promise<string> {
  return await post(door, '/api/agent/session', { client, body: { login, password, client: 'desktop' } });
}

/** Asks as a customer over HTTP, for what needs no socket. */
export async function askAsCustomer<T>(
  { door, token }: { door: Door; token: string },
  path: string,
  body: object,
): Promise<T> {
  return await ask<T>(door, `/api/customer/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    body,
  });
}

async function post(
  door: Door,
  path: string,
  { client, body }: { client: number; body: object },
): Promise<string> {
  const address = `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`;
  return (await ask<{ token: string }>(door, path, { headers: { 'x-forwarded-for': address }, body })).token;
}

/** Who is told to come again, or finds nobody, comes again. */
async function ask<T>(
  door: Door,
  path: string,
  { headers, body }: { headers: object; body: object },
): Promise<T> {
  for (;;) {
    const result = await tryOnce<T>(`http://127.0.0.1:${door()}${path}`, { headers, body });
    if (result?.ok) return result.data;
    const retryAfterMs = result ? result.error.retryAfterMs : NOBODY_THERE_MS;
    if (retryAfterMs === undefined) throw new Error(`${path} was refused: ${JSON.stringify(result)}`);
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs * (1 + Math.random())));
  }
}

const NOBODY_THERE_MS = 300;

async function tryOnce<T>(
  url: string,
  { headers, body }: { headers: object; body: object },
): Promise<Result<T> | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Result<T>;
  } catch {
    return null;
  }
}
