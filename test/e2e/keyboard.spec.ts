import { NETWORK_CUT } from './support/complaints.ts';
import { namelessIn } from './support/names.ts';
import { visitors } from './support/shop-page.ts';
import { expect, test } from './support/story-test.ts';

test('an agent does the whole of it without a mouse', async ({ agent, visitor }) => {
  test.slow();
  const lin = await agent('lin.xiao', { language: 'en' });
  const { keyboard } = lin.page;
  const focused = lin.page.locator(':focus');
  const customer = await visitor({ language: 'en' });
  const name = await customer.signIn(visitors.english);
  await customer.openChat();
  await customer.say('I want to talk to a person, please');
  await expect(lin.rows('waiting')).toHaveCount(1);

  await test.step('? shows the keys, Escape leaves', async () => {
    await keyboard.press('Shift+Slash');
    await lin.dialogOpens();
    await expect(lin.dialog).toContainText('Take the next one');
    await keyboard.press('Escape');
    await expect(lin.dialog).toHaveCount(0);
  });
  await test.step('Q goes to the queue, Enter opens, A takes', async () => {
    await keyboard.press('q');
    await expect(focused).toHaveAttribute('data-testid', 'queue-row');
    await keyboard.press('Enter');
    await expect(lin.conversation).toHaveAccessibleName(new RegExp(name));
    await expect(lin.conversation.getByRole('button', { name: /^Take/ })).toBeEnabled();
    await keyboard.press('a');
    await expect(lin.field).toBeFocused();
    await expect(lin.message('I want to talk to a person')).toBeVisible();
  });
  await test.step('a slash finds a canned reply, Enter uses it, Enter sends it', async () => {
    await keyboard.type('/');
    const option = lin.composer.getByRole('option', { selected: true });
    await expect(option).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(lin.field).not.toHaveValue('/');
    const words = await lin.field.inputValue();
    expect(words.length).toBeGreaterThan(10);
    await keyboard.press('Enter');
    await expect(customer.message(words)).toBeVisible();
  });
  await test.step('Alt with a figure sends a card, Alt N writes a note', async () => {
    await lin.sendFirstCard();
    await expect(customer.cards.last()).toBeVisible();
    await keyboard.press('Alt+n');
    await keyboard.type('Seen by colleagues alone');
    await keyboard.press('Enter');
    await expect(lin.conversation.getByTestId('note')).toContainText('Seen by colleagues alone');
    await keyboard.press('Escape');
    await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  });
  await test.step('S searches goods, Enter sends the first', async () => {
    const before = await customer.cards.count();
    await keyboard.press('Alt+s');
    await expect(focused).toHaveAccessibleName('Search goods');
    await keyboard.type('mug');
    await expect(lin.recommendations.first()).toContainText(/mug/i);
    await keyboard.press('Enter');
    await expect(customer.cards).toHaveCount(before + 1);
    await expect(lin.field).toBeFocused();
  });
  await test.step('search finds the conversation by its words', async () => {
    await keyboard.press('Control+k');
    await lin.dialogOpens();
    await keyboard.type('talk to a person');
    await expect(lin.dialog.getByRole('option').filter({ hasText: name })).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(lin.dialog).toHaveCount(0);
  });
  await test.step('E closes: letters find the cause, Ctrl Enter ends', async () => {
    await keyboard.press('Alt+e');
    await lin.dialogOpens();
    await keyboard.press('ArrowDown');
    await expect(lin.dialog.getByRole('option', { selected: true })).toHaveCount(1);
    await keyboard.press('Control+Enter');
    await expect(lin.dialog).toHaveCount(0);
    await expect(customer.notices.last()).toContainText('This chat is closed');
  });
  await expect(lin.rows('mine')).toHaveCount(0);
});

test('a customer chats without a mouse', async ({ visitor }) => {
  const customer = await visitor({ language: 'en' });
  const { keyboard } = customer.page;
  await customer.launcher.focus();
  await keyboard.press('Enter');
  await expect(customer.field).toBeFocused();
  await keyboard.type('How much is shipping?');
  await keyboard.press('Enter');
  await expect(customer.message(/Free from ¥99/)).toBeVisible();
  const unsend = customer.chat.getByRole('button', { name: 'Unsend “How much is shipping?”' });
  await expect(unsend).toBeVisible();
  await keyboard.press('Shift+Tab');
  await expect(unsend).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(customer.log).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(customer.chat.getByRole('button', { name: 'Close chat' })).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(customer.chat.getByRole('button', { name: 'Talk to a person' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(customer.notices.last()).toBeVisible();
  await keyboard.press('Escape');
  await expect(customer.field).toBeHidden();
  await expect(customer.launcher).toBeFocused();
});

test('everything that can be pressed or filled in has a name', async ({ agent, visitor, complaints }) => {
  test.slow();
  complaints.forgive(NETWORK_CUT);
  const lin = await agent('lin.xiao', { language: 'en' });
  const customer = await visitor({ language: 'en' });
  await customer.signIn(visitors.english);
  const unnamed = new Map<string, string[]>();
  const look = async (where: string, who = lin): Promise<void> => {
    unnamed.set(where, await namelessIn(who.page));
  };
  await look('queue');
  await customer.openChat();
  await customer.say('Where is my order?');
  await expect(customer.cards.last()).toBeVisible();
  await customer.say('Please get me a person');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.takeNext();
  await expect(lin.recommendations.first()).toBeVisible();
  await look('conversation');
  for (const [where, key] of Object.entries({
    close: 'e',
    return: 'b',
    transfer: 't',
    keys: '?',
    search: '/',
  })) {
    await lin.key(key);
    await expect(lin.dialog).toBeVisible();
    await look(where);
    await lin.page.keyboard.press('Escape');
    await expect(lin.dialog).toHaveCount(0);
  }
  await lin.page.getByRole('button', { name: /^Me: / }).click();
  await expect(lin.page.getByRole('menu')).toBeVisible();
  await look('menu');
  unnamed.set('shop and chat', await namelessIn(customer.page));
  await customer.page.goto(`${customer.line.origin}/shop/#/orders`);
  await expect(customer.page.locator('.order').first()).toBeVisible();
  unnamed.set('orders', await namelessIn(customer.page));
  expect([...unnamed].filter(([, found]) => found.length > 0)).toEqual([]);
});
