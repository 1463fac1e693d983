import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelId } from '#shared/domain/ids';
import { runChannels } from '../../build/scripts/channels.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { startWebhookPartner } from '../support/webhook-partner.ts';

/** Connecting a channel from the command line, while the server runs. */

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

const run = (...words: string[]) => runChannels([...words, '--database', backend.databaseUrl]);

describe('npm run channels', () => {
  it('T6 adds a webhook whose secret is told once, and what is signed with it is taken at once', async () => {
    const said = await run(
      'add',
      '--zh',
      '合作平台',
      '--en',
      'Partner',
      '--to',
      'https://partner.example/in',
    );
    const id = /webhook\/(\S+)/.exec(said)?.[1] as ChannelId;
    const secret = /Secret\s+(\S+)/.exec(said)?.[1] ?? '';
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await run('list')).toMatch(new RegExp(`${id}\\s+webhook\\s+sends\\s+合作平台 / Partner`));
    expect(await run('list')).not.toContain(secret);
    const partner = await startWebhookPartner(() => secret);
    const event = { type: 'message', eventId: crypto.randomUUID(), from: { id: 'a' }, text: '你好' };
    expect(await partner.send({ url: backend.url, id, secret }, event)).toMatchObject({ identity: 'none' });
    expect(await run('send', '--id', id, '--to', partner.address)).toContain(partner.address);
    expect((await backend.services.channels.findWebhook(id))?.outboundUrl).toBe(partner.address);
    await run('revise', '--id', id, '--revises');
    expect(await run('list')).toMatch(new RegExp(`${id}\\s+webhook\\s+sends revises\\s`));
    expect(await run('revise', '--id', id)).toContain('nothing back');
    await run('send', '--id', id);
    expect(await run('list')).toMatch(new RegExp(`${id}\\s+webhook\\s+only hears`));
    await partner.close();
  });

  it('refuses in words what is no name, no address and no webhook', async () => {
    await expect(run('add')).rejects.toThrow('name');
    await expect(run('add', '--en', 'X', '--to', 'ftp://x')).rejects.toThrow('no web address');
    await expect(run('send', '--id', 'nothing')).rejects.toThrow('nothing');
    await expect(run('revise', '--revises')).rejects.toThrow('--id');
    expect(await run('help')).toContain('npm run -s channels');
  });
});
