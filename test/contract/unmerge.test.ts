import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { clientId, Refused } from '../support/clients.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

it('I2 T1 a lead parts what was joined wrongly, the running chat goes on with its own record, and no agent may', async () => {
  const owner = await backend.customer();
  const shopToken = () => backend.identityToken('shop-5', '王小明');
  await owner.ask('identity:link', { clientId: clientId(), identityToken: await shopToken() });
  await owner.ask('message:send', { clientId: clientId(), text: '我是本人' });
  const ownerId = (await owner.ask('session:read', {})).customerId;

  const visitor = await backend.customer();
  const { customerId: visitorId } = await visitor.ask('session:read', {});
  const first = await visitor.ask('message:send', { clientId: clientId(), text: '用了别人的电脑' });
  await visitor.ask('identity:link', { clientId: clientId(), identityToken: await shopToken() });
  expect((await visitor.ask('session:read', {})).customerId).toBe(ownerId);
  await visitor.ask('handoff:request', { clientId: clientId() });

  const [lin, wang] = [await backend.agent('lin'), await backend.agent('wang')];
  const command = { clientId: clientId(), customerId: ownerId };
  const joinedAt = async () => (await wang.ask('customer:read', { customerId: ownerId })).customer.joinedAt;
  expect(await joinedAt()).not.toBeNull();
  await expect(lin.ask('customer:unmerge', command)).rejects.toThrow(Refused);
  const parted = { customerId: ownerId, restoredId: visitorId };
  expect(await wang.ask('customer:unmerge', command)).toEqual(parted);
  expect(await wang.ask('customer:unmerge', command)).toEqual(parted);
  await expect(wang.ask('customer:unmerge', { ...command, clientId: clientId() })).rejects.toThrow(
    'conflict',
  );

  expect(await joinedAt()).toBeNull();
  const { conversationId } = first.entry;
  const { conversation } = await wang.ask('conversation:open', { conversationId, limit: 10 });
  expect(conversation.customer.id).toBe(visitorId);
  const profile = await wang.ask('customer:read', { customerId: ownerId });
  expect(profile.customer.name).toBe('王小明');
  for (const client of [owner, visitor, lin, wang]) client.close();
});
