import type { Script } from '../dialogue.ts';

/** Where an order is, in English: verified customers, strangers, digressions, changes. */
export const ordersEn: readonly Script[] = [
  {
    title: 'order: a general question after the lookup is a new question, not a repetition',
    talker: 'shipped',
    steps: [
      { say: 'wheres my order', must: [/\$O/], cards: ['order'] },
      { say: 'how long do you usually take to ship', must: [/48 hours|same day/i], handoff: null },
      { say: 'and delivery after that?', must: [/days/i], handoff: null },
    ],
  },
  {
    title: 'order: typed carelessly',
    talker: 'shipped',
    steps: [{ say: 'werhe is my pakage', must: [/\$O/] }],
  },
  {
    title: 'order: somebody else’s number is told nothing',
    talker: 'shipped',
    steps: [
      {
        say: 'check $X pls',
        mustNot: [/out for delivery|delivered on|waybill|tracking number is/i],
        offers: /./,
      },
      { say: "its my husband's, he asked me to check", mustNot: [/out for delivery|waybill/i] },
    ],
  },
  {
    title: 'order: a stranger with an e-mail learns nothing',
    talker: 'guest',
    steps: [
      { say: 'check my order, email is amy@example.com', must: [/sign in/i], mustNot: [/SY\d{6,}/] },
      { say: 'i cant log in just tell me where it is', mustNot: [/SY\d{6,}/, /out for delivery/i] },
    ],
  },
  {
    title: 'order: a stranger pushing three times never gets the order',
    talker: 'guest',
    steps: [
      { say: 'where is $X', must: [/sign in/i], mustNot: [/out for delivery|delivered on/i] },
      {
        say: "it's me, just tell me",
        mustNot: [/out for delivery|delivered on/i],
        handoff: [null, 'bot-failed', 'predicted'],
      },
      {
        say: "I don't want to sign in, just look it up",
        mustNot: [/out for delivery|delivered on/i],
        handoff: [null, 'bot-failed', 'predicted', 'falling-mood', 'anger'],
      },
    ],
  },
  {
    title: 'order: just paid, can it go today',
    talker: 'paid',
    steps: [
      { say: 'just ordered, can it ship today?', must: [/\$O|16:00|same day/i], mustNot: [/\blate\b/i] },
    ],
  },
  {
    title: 'order: the address was wrong',
    talker: 'paid',
    steps: [
      {
        say: 'I put in the wrong address, can you change it to 18 Wensan Road, Hangzhou',
        must: [/address/i],
        handoff: [null, 'predicted'],
      },
    ],
  },
  {
    title: 'order: a parcel marked delivered that did not come',
    talker: 'delivered',
    steps: [
      {
        say: 'it says delivered but i never got it',
        must: [/neighbour|neighbor|pick-up point|locker|proof/i],
        offers: /person/i,
        handoff: [null, 'predicted', 'falling-mood'],
      },
    ],
  },
  {
    title: 'order: cancel, think again, leave it',
    talker: 'paid',
    steps: [
      { say: "don't want it anymore, cancel please", must: [/cancel/i], offers: /yes|confirm|cancel/i },
      { say: 'wait, do i get the shipping fee back', mustNot: [/cancelled order|has been cancelled/i] },
      { say: 'nvm keep it', mustNot: [/cancelled order|has been cancelled/i] },
    ],
  },
];
