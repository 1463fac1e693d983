import { articleAnswer } from './support/knowledge.ts';
import { type AtConsole, expect, test } from './support/story-test.ts';
import type { WebhookPartner } from './support/webhook-partner.ts';

/** What plays: an English-speaking customer who never sees a page of ours, and the agent. */
type Cast = { partner: WebhookPartner; emma: AtConsole };

const GRACE = { id: 'grace-01', name: 'Grace Miller' };
const REPLY = 'Hello Grace, this is Emma. I have put the gift box aside for you.';
const PROMISE = 'A gift box in the parcel by Friday';

test('a customer on a webhook gets a person’s answer, and the bot back', async ({ agent, webhook }) => {
  test.slow();
  const partner = await webhook({ zh: '合作平台', en: 'Partner app' });
  const emma = await agent('emma.tan', { language: 'en' });
  const cast: Cast = { partner, emma };

  await test.step('T8 the bot answers in English, and says that it is a bot', () => botAnswers(cast));
  await test.step('T6 the same event twice is one message', () => comesTwice(cast));
  await test.step('H7 the customer is told that a person is coming, and who has joined', () => isTaken(cast));
  await test.step('D6 the answer goes from sent over delivered to read', () => isRead(cast));
  await test.step('I3 T9 a card goes out as data and as words', () => cardGoesOut(cast));
  await test.step('H6 H7 the agent hands back with a promise, and the customer is told', () =>
    handsBack(cast));
  await test.step('H6 the bot answers again and does not hand off at once', () => botIsBack(cast));
  expect(partner.unsigned, 'T6 whatever left on the webhook was signed').toEqual([]);
});

async function botAnswers({ partner }: Cast): Promise<void> {
  await partner.say(GRACE, 'Hello! How long does delivery take?', { language: 'en' });
  await expect
    .poll(() => partner.toldTo(GRACE.id).join('\n'))
    .toContain(articleAnswer('delivery-time', 'en'));
  expect(partner.told.map(({ author }) => author.kind)).toEqual(['bot']);
}

async function comesTwice({ partner, emma }: Cast): Promise<void> {
  const eventId = await partner.say(GRACE, 'Could I talk to a person about a gift, please?');
  await partner.say(GRACE, 'Could I talk to a person about a gift, please?', { eventId });
  await expect(emma.rows('waiting')).toHaveCount(1);
  await emma.rows('waiting').first().click();
  await expect(emma.message('Could I talk to a person')).toHaveCount(1);
}

async function isTaken({ partner, emma }: Cast): Promise<void> {
  await expect
    .poll(() => partner.toldTo(GRACE.id).join('\n'))
    .toMatch(/A person is joining, in about \d+ min/);
  await emma.take();
  await expect.poll(() => partner.toldTo(GRACE.id).join('\n')).toContain('Emma Tan has joined');
}

async function isRead({ partner, emma }: Cast): Promise<void> {
  await emma.say(REPLY);
  await expect(emma.message(REPLY)).toContainText('Sent');
  await expect.poll(() => partner.toldTo(GRACE.id)).toContain(REPLY);
  const sent = partner.told.find(({ text }) => text === REPLY);
  expect(sent?.author).toEqual({ kind: 'agent', name: 'Emma Tan' });
  await partner.confirm(sent?.id ?? '', GRACE.id, 'delivered');
  await expect(emma.message(REPLY)).toContainText('Delivered');
  await partner.confirm(sent?.id ?? '', GRACE.id, 'read');
  await expect(emma.message(REPLY)).toContainText('Read');
  await partner.confirm(sent?.id ?? '', GRACE.id, 'delivered');
  await expect(emma.message(REPLY)).toContainText('Read');
}

async function cardGoesOut({ partner, emma }: Cast): Promise<void> {
  await emma.field.focus();
  await emma.sendFirstCard();
  await expect.poll(() => partner.told.filter(({ card }) => card !== undefined).length).toBe(1);
  const { card, text } = partner.told.find((one) => one.card !== undefined) ?? {};
  if (card?.type !== 'product') throw new Error('The card is not a product');
  expect(text).toContain(card.title.en);
  expect(text).toContain((card.priceFen / 100).toFixed(2));
  const picture = await fetch(card.pictureUrl);
  expect(picture.headers.get('content-type')).toContain('image/svg+xml');
}

async function handsBack({ partner, emma }: Cast): Promise<void> {
  await emma.key('b');
  await expect(emma.dialog).toContainText(`Return ${GRACE.name} to the bot`);
  await emma.dialog.getByText('Follow-up promised').click();
  await emma.dialog.getByRole('textbox').fill(PROMISE);
  await emma.dialog.getByRole('button', { name: 'Return to bot' }).click();
  await expect(emma.dialog).toHaveCount(0);
  await expect(emma.rows('mine')).toHaveCount(0);
  await expect.poll(() => partner.toldTo(GRACE.id).join('\n')).toContain('the assistant is back');
}

async function botIsBack({ partner, emma }: Cast): Promise<void> {
  const before = partner.told.length;
  await partner.say(GRACE, 'I am still really angry about all this!');
  await expect.poll(() => partner.told.length).toBeGreaterThan(before);
  await partner.say(GRACE, 'How much is shipping?');
  await expect.poll(() => partner.toldTo(GRACE.id).join('\n')).toContain(articleAnswer('shipping-fee', 'en'));
  expect(partner.told.at(-1)?.author.kind).toBe('bot');
  await expect(emma.rows('waiting')).toHaveCount(0);
  const notices = partner.toldTo(GRACE.id).filter((text) => /A person is joining/.test(text));
  expect(notices).toHaveLength(1);
}
