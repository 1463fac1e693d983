import type { Script } from '../dialogue.ts';

/** After the sale, in English: return, exchange, repair, refund, each by the shop's rules. */
export const afterSalesEn: readonly Script[] = [
  {
    title: 'return: resumed after a question about the freight',
    talker: 'delivered',
    steps: [
      { say: 'I want to return it', offers: /changed my mind|don.t want|don.t like/i },
      { say: 'who pays for the shipping?', must: [/¥10|we pay/i] },
      { say: 'just dont like it', must: [/can be returned|return/i], offers: /yes|confirm/i },
      { say: 'yep do it', must: [/\$O/] },
    ],
  },
  {
    title: 'exchange: another colour of the same thing',
    talker: 'delivered',
    steps: [
      {
        say: 'dont like the color, can i swap for another one',
        must: [/exchange|which (?:one|colou?r)/i],
        mustNot: [/sign in/i],
      },
    ],
  },
  {
    title: 'repair: a broken zip within the warranty is repaired free',
    talker: 'delivered',
    steps: [{ say: 'the zipper broke, can you fix it', must: [/repair|fix/i, /free|we pay|24 months/i] }],
  },
  {
    title: 'repair: what it costs after the warranty',
    talker: 'guest',
    steps: [
      {
        say: 'my backpack strap snapped after 3 years, out of warranty, can u still repair it & how much',
        must: [/repair|send it in/i, /¥20|36 months/],
      },
    ],
  },
  {
    title: 'refund: where the money is, then how long cards take',
    talker: 'returning',
    steps: [
      { say: 'wheres my refund', must: [/refund|inspect/i, /\$O|working days/] },
      { say: 'i paid by card, how many days', must: [/3 to 7|working days/i], handoff: null },
    ],
  },
  {
    title: 'return: socks that were worn',
    talker: 'guest',
    steps: [{ say: 'can i return socks i already wore', must: [/socks|faulty/i] }],
  },
  {
    title: 'return: a stranger is asked to sign in',
    talker: 'guest',
    steps: [{ say: 'return order $X please', must: [/sign in/i] }],
  },
  {
    title: 'faulty: damage on arrival is made good without sending it back',
    talker: 'delivered',
    steps: [
      {
        say: 'mug arrived smashed 😢',
        must: [/replace|refund|no need to send|we pay/i],
        handoff: [null, 'predicted', 'falling-mood', 'sensitive-subject'],
      },
    ],
  },
  {
    title: 'missing: one of the things was not in the box',
    talker: 'delivered',
    steps: [
      {
        say: ['i ordered two pairs', 'only got one', 'something is missing'],
        must: [/missing|send/i],
        handoff: [null, 'predicted'],
      },
    ],
  },
];
