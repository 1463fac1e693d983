import { describe, expect, it } from 'vitest';
import type { MoodLevel } from '#shared/domain/mood';
import type { BotFacts } from './bot-facts.ts';
import { readCase } from './case.ts';
import { suggestReply } from './suggested-reply.ts';
import { openQuestionOf, summarise } from './summary.ts';

type OrderFact = NonNullable<BotFacts['order']>;
type Talk = {
  said: string[];
  order: OrderFact | null;
  mood: MoodLevel;
  summary: string;
  question: string | null;
};

function order(status: OrderFact['status'], paidDays: number, lateHours: number): OrderFact {
  return { number: 'SY2026111803', status, paidDays, lateHours };
}

/** What customers say, and what the person who takes over should read of it. */
const talks: Talk[] = [
  {
    said: ['the zip broke after two days', 'i dont want a repair i want my money back'],
    order: order('delivered', 12, 0),
    mood: 'upset',
    summary: 'Order SY2026111803, the zip broke after two days; wants a refund',
    question: 'i dont want a repair i want my money back',
  },
  {
    said: ['i ordered L and got S'],
    order: order('delivered', 3, 0),
    mood: 'calm',
    summary: 'Order SY2026111803, i ordered L and got S',
    question: null,
  },
  {
    said: [
      'hi',
      'Where is my order? It has been 4 days',
      'YOU ARE SCAMMERS',
      'ship it or refund me',
      'AGENT. NOW.',
    ],
    order: order('paid', 4, 30),
    mood: 'furious',
    summary: 'Order SY2026111803 paid 4 days ago, not shipped (30 h late); wants it sent or a refund',
    question: 'Where is my order?',
  },
  {
    said: [
      'My tent arrived with a broken pole. When will I get a new one?',
      'That was 9 days ago and I am still waiting.',
      'I want to talk to a real person',
    ],
    order: order('delivered', 14, 0),
    mood: 'furious',
    summary: 'Order SY2026111803, my tent arrived with a broken pole; wants a replacement',
    question: 'When will I get a new one?',
  },
  {
    said: ['THIS IS RIDICULOUS. MY PARCEL HAS NOT MOVED SINCE TUESDAY'],
    order: order('shipped', 6, 49),
    mood: 'furious',
    summary: 'Order SY2026111803 shipped, parcel stuck (2 days overdue)',
    question: null,
  },
  {
    said: ['It says delivered but I never got it', 'who signed for it?'],
    order: order('delivered', 6, 0),
    mood: 'upset',
    summary: 'Order SY2026111803 shown as delivered, says it never arrived',
    question: 'who signed for it?',
  },
  {
    said: ['You sent the wrong colour, I ordered green', 'please send me the right one'],
    order: order('delivered', 3, 0),
    mood: 'calm',
    summary: 'Order SY2026111803, you sent the wrong colour; wants a replacement',
    question: 'please send me the right one',
  },
  {
    said: ['¥129. SY2026111803. 12 days. give me my money back'],
    order: order('returning', 12, 0),
    mood: 'furious',
    summary: 'Order SY2026111803 is being returned, give me my money back; wants a refund',
    question: 'give me my money back',
  },
  {
    said: ['one mug is missing from the set'],
    order: null,
    mood: 'calm',
    summary: 'One mug is missing from the set',
    question: null,
  },
  {
    said: ['I returned the jacket two weeks ago and still no refund', 'useless bot'],
    order: order('returning', 25, 0),
    mood: 'upset',
    summary: 'Order SY2026111803 is being returned, refund not received',
    question: null,
  },
  {
    said: ['https://shop.example/p/tent-2'],
    order: null,
    mood: 'calm',
    summary: 'https://shop.example/p/tent-2',
    question: null,
  },
  {
    said: ['I was charged twice for the same order'],
    order: null,
    mood: 'upset',
    summary: 'I was charged twice for the same order',
    question: null,
  },
  {
    said: ['The boots are too small, can I exchange them for a 43?'],
    order: order('delivered', 4, 0),
    mood: 'calm',
    summary: 'Order SY2026111803, the boots are too small; wants a replacement',
    question: 'The boots are too small, can I exchange them for a 43?',
  },
  {
    said: ['I need to change my delivery address'],
    order: order('paid', 0, 0),
    mood: 'calm',
    summary: 'Order SY2026111803 paid today, not shipped yet, wants the address changed',
    question: 'I need to change my delivery address',
  },
  {
    said: ['please cancel my order'],
    order: order('paid', 1, 0),
    mood: 'calm',
    summary: 'Order SY2026111803 paid 1 day ago, not shipped yet, wants to cancel',
    question: 'please cancel my order',
  },
  {
    said: ['I need a VAT invoice for my company'],
    order: null,
    mood: 'calm',
    summary: 'I need a VAT invoice for my company',
    question: 'I need a VAT invoice for my company',
  },
  {
    said: ["can't log in, the code never arrives"],
    order: null,
    mood: 'upset',
    summary: "Can't log in",
    question: "can't log in, the code never arrives",
  },
  {
    said: ['human', 'HUMAN', 'give me a human'],
    order: null,
    mood: 'upset',
    summary: 'Asked for a person, gave no reason',
    question: null,
  },
  {
    said: ['are you a bot?', 'let me talk to someone'],
    order: null,
    mood: 'calm',
    summary: 'Asked for a person, gave no reason',
    question: null,
  },
  {
    said: ['Price dropped by 200 the day after I bought it. Can I get the difference back?'],
    order: order('delivered', 2, 0),
    mood: 'upset',
    summary: 'Order SY2026111803, price dropped by 200 the day after I bought it',
    question: 'Can I get the difference back?',
  },
  {
    said: ['Great, five days of "please be patient". Wonderful service.', 'seriously?'],
    order: order('paid', 5, 72),
    mood: 'upset',
    summary: 'Order SY2026111803 paid 5 days ago, not shipped (3 days late)',
    question: null,
  },
  {
    said: [
      'The zip is stuck and the seam came off after one trip. Absolute garbage.',
      'I want my money back',
    ],
    order: order('delivered', 20, 0),
    mood: 'furious',
    summary: 'Order SY2026111803, the zip is stuck and the seam came off after one trip; wants a refund',
    question: 'I want my money back',
  },
  {
    said: ['when will order SY2026110999 ship?'],
    order: null,
    mood: 'calm',
    summary: 'Order SY2026110999 (unverified), not shipped yet',
    question: 'when will order SY2026110999 ship?',
  },
  {
    said: ['third time I ask and nobody replies', 'are you kidding me'],
    order: null,
    mood: 'furious',
    summary: 'Unhappy with the service so far',
    question: null,
  },
  {
    said: ['need a sleeping bag good to -10, budget 600', 'which one would you take?', 'not what I asked'],
    order: null,
    mood: 'calm',
    summary: 'Need a sleeping bag good to -10, budget 600',
    question: 'which one would you take?',
  },
  {
    said: ['why did my points disappear?'],
    order: null,
    mood: 'upset',
    summary: 'Why did my points disappear?',
    question: 'why did my points disappear?',
  },
  {
    said: ["my daughter's birthday is on Friday, will it arrive?", 'please hurry'],
    order: order('shipped', 3, 0),
    mood: 'upset',
    summary: "Order SY2026111803 shipped, on its way, my daughter's birthday is on Friday, will it arrive?",
    question: "my daughter's birthday is on Friday, will it arrive?",
  },
  {
    said: ['hello', 'anyone there'],
    order: null,
    mood: 'calm',
    summary: 'Has not said yet what it is about',
    question: null,
  },
  {
    said: ['write me a poem about dragons'],
    order: null,
    mood: 'calm',
    summary: 'Write me a poem about dragons',
    question: null,
  },
];

describe('H1 the record of a handoff, in English', () => {
  it.each(talks)('$said', ({ said, order, summary, question }) => {
    expect(summarise(said, { order }, 'en')).toBe(summary);
    expect(summary.length).toBeLessThanOrEqual(140);
    expect(openQuestionOf(said)).toBe(question);
  });

  it.each(talks)('suggests what can be kept, and quotes nobody: $said', ({ said, order, mood, question }) => {
    const to = { name: 'Alex', mood, language: 'en', isAsking: question !== null } as const;
    const reply = suggestReply(readCase(said, { order }), to);
    expect(reply).toMatch(/^Hello Alex, I’m a person/);
    expect(reply).not.toMatch(
      /compensat|guarantee|promise to|scam|garbage|useless|“|within|today|refund you/i,
    );
    for (const line of said.filter((text) => text.length >= 6)) expect(reply).not.toContain(line);
    expect(/sorry/.test(reply)).toBe(mood === 'furious' || mood === 'upset');
    if (order !== null && order.lateHours > 0) expect(reply).toContain(order.number);
    expect(reply.length).toBeLessThanOrEqual(420);
  });
});
