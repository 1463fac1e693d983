import type { Result } from '#shared/protocol/errors';

/** Signing in goes straight to a node: what the faults are aimed at is the line. Each client names an address of its own. */

/** Opens a session for a new customer, from an address of their own. */
export async function openCustomerSession(port: number, client: number): Promise<string> {
  return await post(port, '/api/customer/session', { client, body: {} });
}

/** Signs an agent in, as the desktop app does. */
export async function signInAgent(
  port: number,
  client: number,
  { login, password }: { login: string; password: string },
): Promise<string> {
  return await post(port, '/api/agent/session', { client, body: { login, password, client: 'desktop' } });
}

/** Asks as a customer over HTTP, for what needs no socket. */
export async function askAsCustomer<T>(
  { port, token }: { port: number; token: string },
  path: string,
  body: object,
): Promise<T> {
  return await ask<T>(`http://127.0.0.1:${port}/api/customer/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    body,
  });
}

async function post(
  port: number,
  path: string,
  { client, body }: { client: number; body: object },
): Promise<string> {
  const address = `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`;
  const url = `http://127.0.0.1:${port}${path}`;
  return (await ask<{ token: string }>(url, { headers: { 'x-forwarded-for': address }, body })).token;
}

/** Who is told to come again comes again. */
async function ask<T>(url: string, { headers, body }: { headers: object; body: object }): Promise<T> {
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const result = (await answer.json()) as Result<T>;
    if (result.ok) return result.data;
    const { retryAfterMs } = result.error;
    if (retryAfterMs === undefined) throw new Error(`${url} was refused: ${JSON.stringify(result.error)}`);
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs * (1 + Math.random())));
  }
}
