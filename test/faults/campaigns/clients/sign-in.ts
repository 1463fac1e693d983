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
  const answer = await fetch(`http://127.0.0.1:${port}/api/customer/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const result = (await answer.json()) as { ok: boolean; data?: T };
  if (!result.data) throw new Error(`${path} was refused: ${JSON.stringify(result)}`);
  return result.data;
}

async function post(
  port: number,
  path: string,
  { client, body }: { client: number; body: object },
): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`,
    },
    body: JSON.stringify(body),
  });
  const result = (await answer.json()) as { ok: boolean; data?: { token: string } };
  if (!result.data) throw new Error(`${path} was refused: ${JSON.stringify(result)}`);
  return result.data.token;
}
