import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AgentId } from '#shared/domain/ids';
import { runAccounts } from '../../build/scripts/accounts.ts';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId, connectAgent, signIn } from '../support/clients.ts';

/** Rule T10: an account is shut, by a lead or from the command line, and from that moment it is nobody's way in. */

let backend: TestBackend;
let lead: AgentClient;
beforeAll(async () => {
  backend = await startBackend();
  lead = await backend.agent('wang');
});
afterAll(async () => {
  lead.close();
  await backend.stop();
});

function idOf(login: string): AgentId {
  return backend.seeded.agents[login] ?? expect.fail(`no ${login}`);
}

function setActive(who: AgentClient, login: string, isActive: boolean) {
  return who.ask('account:set-active', { clientId: clientId(), agentId: idOf(login), isActive });
}

function cut(client: AgentClient): Promise<unknown> {
  return new Promise((resolve) => client.socket.once('disconnect', resolve));
}

describe('T10 a lead', () => {
  it('T10 shuts an account: its sockets are cut at once, what it had waits again, and nobody signs in with it', async () => {
    const token = await signIn(backend.url, 'lin', PASSWORD);
    const lin = await connectAgent(backend.url, token);
    const customer = await backend.customer();
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
    const conversationId = conversation.id;
    await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
    const ended = cut(lin);
    const { account } = await setActive(lead, 'lin', false);
    expect(account).toMatchObject({ login: 'lin', isActive: false, presence: 'offline' });
    await ended;
    expect(lin.heard('session:ended')).toEqual([{ reason: 'deactivated' }]);
    expect(await backend.services.agents.readSession(token)).toBeNull();
    await expect(signIn(backend.url, 'lin', PASSWORD)).rejects.toMatchObject({
      error: { code: 'unauthenticated' },
    });
    await vi.waitFor(
      async () => {
        const { conversation: now } = await lead.ask('conversation:open', { conversationId });
        expect(now).toMatchObject({ state: 'waiting', owner: null });
      },
      { timeout: 30_000 },
    );
    customer.close();
  });

  it('T10 opens it again; the sessions of before stay ended', async () => {
    await setActive(lead, 'lin', true);
    (await backend.agent('lin')).close();
    const { accounts } = await lead.ask('account:list', {});
    expect(accounts.find(({ login }) => login === 'lin')).toMatchObject({ isActive: true });
  });

  it('T10 D1 the same command twice shuts once, also after the account was opened again', async () => {
    const command = { clientId: clientId(), agentId: idOf('chen'), isActive: false };
    const first = await lead.ask('account:set-active', command);
    await setActive(lead, 'chen', true);
    expect(await lead.ask('account:set-active', command)).toEqual(first);
    (await backend.agent('chen')).close();
  });

  it('T10 shuts neither their own account nor those above; an admin shuts a lead', async () => {
    const shut = (login: string) => ({ clientId: clientId(), agentId: idOf(login), isActive: false });
    expect(await lead.refusal('account:set-active', shut('wang'))).toMatchObject({ code: 'invalid-input' });
    expect(await lead.refusal('account:set-active', shut('admin'))).toMatchObject({ code: 'not-found' });
    const agent = await backend.agent('chen');
    expect(await agent.refusal('account:set-active', shut('lin'))).toMatchObject({ code: 'not-found' });
    expect(await agent.refusal('account:list', {})).toMatchObject({ code: 'not-found' });
    agent.close();
    const admin = await backend.agent('admin');
    expect((await setActive(admin, 'wang', false)).account.isActive).toBe(false);
    await setActive(admin, 'wang', true);
    admin.close();
    lead = await backend.agent('wang');
  });
});

describe('T10 a sign-in under way', () => {
  it('T10 leaves no session behind when the password changes at that moment', async () => {
    const { agents } = backend.services;
    const passwords = [PASSWORD, 'another password'];
    for (let round = 0; round < 8; round += 1) {
      const [before = '', after = ''] = round % 2 === 0 ? passwords : passwords.toReversed();
      const [token] = await Promise.all([
        signIn(backend.url, 'chen', before).catch(() => null),
        agents.changePassword(idOf('chen'), after),
      ]);
      if (token !== null) expect(await agents.readSession(token)).toBeNull();
    }
  });
});

describe('T10 the command line', () => {
  const run = (...words: string[]) => runAccounts([...words, '--database', backend.databaseUrl]);

  it('T10 shuts an account; a running server cuts its sockets within seconds though nobody told it', async () => {
    const chen = await backend.agent('chen');
    const ended = cut(chen);
    expect(await run('deactivate', '--login', 'CHEN')).toContain('chen');
    await ended;
    expect(await run('list')).toMatch(/chen\s+agent\s+shut/);
    await run('activate', '--login', 'chen');
    (await backend.agent('chen')).close();
  });

  it('T10 gives a new password, which ends all sessions, and adds an account', async () => {
    const token = await signIn(backend.url, 'chen', PASSWORD);
    const said = await run('password', '--login', 'chen');
    expect(await backend.services.agents.readSession(token)).toBeNull();
    const password = /password (\S+)/.exec(said)?.[1] ?? '';
    expect(await signIn(backend.url, 'chen', password)).toMatch(/./);
    const added = await run('add', '--login', 'zhou', '--zh', '周敏', '--en', 'Zhou Min', '--role', 'agent');
    expect(await signIn(backend.url, 'zhou', /password (\S+)/.exec(added)?.[1] ?? '')).toMatch(/./);
    await expect(run('deactivate', '--login', 'nobody')).rejects.toThrow('nobody');
  });
});
