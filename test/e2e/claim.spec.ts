import { expect, test } from './support/story-test.ts';

test('H3 of two who take at the same moment one has it, and the other learns who', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao', { language: 'en' });
  const emma = await agent('emma.tan', { language: 'en' });
  const customer = await visitor({ language: 'en' });
  await customer.openChat();
  await customer.chat.getByRole('button', { name: 'Talk to a person' }).click();
  await customer.say('Is anybody there?');
  const both = [
    { name: 'Lin Xiao', at: lin },
    { name: 'Emma Tan', at: emma },
  ];
  for (const { at } of both) {
    await at.rows('waiting').first().click();
    await expect(at.conversation.getByRole('button', { name: /^Take/ })).toBeEnabled();
  }
  await Promise.all(both.map(({ at }) => at.key('a')));
  await expect.poll(async () => (await lin.composer.count()) + (await emma.composer.count())).toBe(1);
  const hasLin = (await lin.composer.count()) === 1;
  const [winner, loser] = hasLin ? both : both.toReversed();
  if (!winner || !loser) throw new Error('Two were at it');
  // By the refusal, or, where the news came before the key was down, by the news.
  const words = new RegExp(`${winner.name} (was faster|has it now)`);
  await expect(loser.at.page.getByText(words).first()).toBeVisible();
  await expect(loser.at.rows('mine')).toHaveCount(0);
  await expect(customer.notices.filter({ hasText: 'has joined' })).toHaveCount(1);
  await expect(customer.notices.last()).toContainText(`${winner.name} has joined`);
  await loser.at.page.reload();
  await expect(loser.at.rows('waiting')).toHaveCount(0);
});
