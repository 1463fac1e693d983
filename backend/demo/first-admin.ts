import { randomBytes } from 'node:crypto';
import type { AgentService } from '../modules/agents/index.ts';

/**
 * An empty shop needs somebody who can sign in: an admin with a generated password, which is told once. `null` where there is staff already.
 */
export async function addFirstAdmin(
  agents: AgentService,
): Promise<{ login: string; password: string } | null> {
  if ((await agents.listStatus()).length > 0) return null;
  const password = randomBytes(12).toString('base64url');
  const name = { zh: '管理员', en: 'Administrator' };
  await agents.addAccount({ login: 'admin', name, role: 'admin', capacity: 2, password });
  return { login: 'admin', password };
}
