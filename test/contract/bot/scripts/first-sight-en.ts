import type { Script } from '../dialogue.ts';

/**
 * The same in English: at first sight 9 of the first thirty went right or well enough, then, each time after the others had been mended in general,
 * 9, 12 and 8 of twenty more. Kept are those that stood then or stand now.
 */
export const firstSightEn: readonly Script[] = [
  {
    title: 'first sight: chase it, with a question behind the yes',
    talker: 'late-dispatch',
    steps: [
      {
        say: 'ordered ages ago and it still says processing, whats going on',
        must: [/\$O/],
        offers: /person/i,
      },
      { say: 'yeah chase it and what do i get for the wait', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'first sight: refund ten short',
    talker: 'delivered',
    steps: [{ say: 'my refund is 10 yuan less than what i paid??', must: [/¥10/], offers: /person/i }],
  },
  {
    title: 'first sight: the wrong amount, and the sums',
    talker: 'delivered',
    steps: [
      { say: 'You refunded me the wrong amount', must: [/pick-up costs/] },
      { say: 'i paid 259 and got 200', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: four fifths came back, and the seam was broken',
    talker: 'delivered',
    steps: [
      { say: 'why did i only get 80% of my money back', must: [/pick-up costs/] },
      { say: 'thats not fair. the seam was broken', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: a shell in heavy rain and its cut, then the size',
    talker: 'guest',
    steps: [
      {
        say: 'is the rain shell ok for proper heavy rain, and does it run small?',
        must: [/water/i, /Relaxed/],
        mustNot: [/480 g/],
      },
      { say: 'im 178cm and 72kg what size', must: [/says L/] },
    ],
  },
  {
    title: 'first sight: cancel, a question, then cancel after all',
    talker: 'paid',
    steps: [
      { say: 'need to cancel, found it cheaper elsewhere', must: [/Cancel order \$O/] },
      { say: 'actually wait, do you price match?', must: [/15 days/] },
      { say: 'no? then yes cancel', must: [/is cancelled/] },
    ],
  },
  {
    title: 'first sight: wrong flat number on what is packed',
    talker: 'packed',
    steps: [
      {
        say: 'hey i put in the wrong flat number, can you fix it? should be 14B not 14D',
        handoff: 'predicted',
      },
    ],
  },
  {
    title: 'first sight: send another or refund me',
    talker: 'stuck',
    steps: [
      { say: 'tracking hasnt updated in days. did you lose it', must: [/\$O/] },
      { say: 'im not waiting a week. send another or refund me', handoff: ['asked-for-person', 'predicted'] },
    ],
  },
  {
    title: 'first sight: whether my return has turned up',
    talker: 'returning',
    steps: [
      { say: 'sent my return back last week has it turned up', must: [/\$O/] },
      { say: 'and how will i get the money, card or balance?', must: [/the way you paid/] },
    ],
  },
  {
    title: 'first sight: anyone alive',
    talker: 'guest',
    steps: [{ say: 'this bot is hopeless, is there anyone alive over there', handoff: 'asked-for-person' }],
  },
  {
    title: 'first sight: washing and drying merino',
    talker: 'guest',
    steps: [
      { say: 'can i wash the merino base layer in the machine? and tumble dry?', must: [/no tumble drying/] },
    ],
  },
  {
    title: 'first sight: customs, in a word',
    talker: 'guest',
    steps: [
      { say: 'do u ship to singapore n how much n how long', must: [/Singapore/] },
      { say: 'customs?', must: [/Duties/] },
    ],
  },
  {
    title: 'first sight: one of two things only',
    talker: 'delivered',
    steps: [
      { say: 'i want to return one of the two things i bought and keep the other', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: bag or quilt',
    talker: 'guest',
    steps: [{ say: 'sleeping bag or quilt for july in the mountains?', must: [/Sleeping Bag/, /Quilt/] }],
  },
  {
    title: 'first sight: the other thing that came is asked back by no wrong name',
    talker: 'delivered',
    steps: [
      {
        say: 'the zip on my jacket came apart after one walk. want my money back, do i have to pay postage',
        must: [/sorry/i],
        offers: /SY/,
      },
      { say: 'return it please', must: [/\$O can be returned, we pay/] },
      { say: 'yes', must: [/registered for return/], mustNot: [/Back to where/] },
    ],
  },
  {
    title: 'first sight: when does it leave and which courier',
    talker: 'guest',
    steps: [
      {
        say: 'thanks, one more thing. if i order today when does it leave and can i pick the courier',
        must: [/48 hours/, /carrier/],
      },
    ],
  },
  {
    title: 'first sight: ordered this morning, and another colour',
    talker: 'paid',
    steps: [
      { say: 'hi! ordered this morning, when will it ship', must: [/\$O/] },
      { say: 'great. can i still swap the colour', must: [/Change item/] },
    ],
  },
  {
    title: 'first sight: stock and price in one',
    talker: 'guest',
    steps: [{ say: 'do you have the trek pack in black and how much', must: [/in stock/, /¥799/] }],
  },
  {
    title: 'first sight: delivery, and nobody at home',
    talker: 'guest',
    steps: [
      {
        say: 'how long does delivery take and what if im not home',
        must: [/days/, /not home/],
        offers: /person/i,
      },
    ],
  },
  {
    title: 'first sight: I will wait, no, somebody',
    talker: 'stuck',
    steps: [
      { say: 'parcel stuck in beijing for a week?? seriously', must: [/\$O/] },
      { say: "fine i'll wait till monday", mustNot: [/didn’t understand/] },
      { say: 'actually no. get me someone', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'first sight: a bigger size and another phone number',
    talker: 'delivered',
    steps: [
      {
        say: 'i want to exchange my trousers for a bigger size and also update my phone number',
        must: [/exchange/i, /phone/i],
      },
    ],
  },
  {
    title: 'first sight: cashmere, and how to look after it',
    talker: 'guest',
    steps: [
      { say: 'is the cashmere real', must: [/cashmere/i] },
      { say: 'and how do i look after it', must: [/Dry clean|wash/i] },
    ],
  },
  {
    title: 'first sight: what can you do',
    talker: 'guest',
    steps: [{ say: 'what can you actually do', must: [/bot/], offers: /person/i }],
  },
  {
    title: 'first sight: gloves for a phone, and their cut',
    talker: 'guest',
    steps: [{ say: 'need warm gloves that work with a phone', must: [/Touchscreen/], cards: ['product'] }],
  },
  {
    title: 'first sight: the return policy, and do it',
    talker: 'delivered',
    steps: [
      { say: 'shoes rub my heel, worn once outside. can i still send them back', must: [/30 days/] },
      { say: 'ok do it', must: [/reason/i] },
    ],
  },
  {
    title: 'first sight: a pack for three days, its litres, its price',
    talker: 'guest',
    steps: [
      { say: 'planning a 3 day trek, need a backpack', must: [/Trek Pack/], cards: ['product'] },
      { say: 'how many litres', must: [/45 litres/] },
      { say: 'price?', must: [/¥799/] },
    ],
  },
  {
    title: 'first sight: chipped, and only the one',
    talker: 'delivered',
    steps: [
      { say: 'one of the two mugs arrived chipped', must: [/sorry/i], offers: /person/i },
      { say: 'i dont need both, just refund the chipped one', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: e-mail, and phone',
    talker: 'guest',
    steps: [
      { say: 'whats your email', must: [/care@/] },
      { say: 'and phone?', must: [/400-000/], mustNot: [/missed it/] },
    ],
  },
  {
    title: 'first sight: another colour, no, the money',
    talker: 'delivered',
    steps: [
      { say: 'exchange for blue please', must: [/exchange/i] },
      { say: 'hmm actually forget it, refund me instead', must: [/why it is going back|can be returned/] },
    ],
  },
  {
    title: 'first sight: not to Germany, but Taiwan',
    talker: 'guest',
    steps: [
      { say: 'do you ship to germany', must: [/Taiwan/], mustNot: [/Germany/] },
      { say: 'what about taiwan', must: [/Taiwan/, /¥58/] },
    ],
  },
  {
    title: 'first sight: half now, half later is no goodbye',
    talker: 'guest',
    steps: [{ say: 'can i pay half now half later', mustNot: [/goodbye/i], offers: /instal/i }],
  },
  {
    title: 'first sight: baggy, and in grey',
    talker: 'guest',
    steps: [
      { say: 'what size hoodie for 183cm 80kg, i like it baggy', must: [/XL/] },
      { say: 'and is it in stock in grey', must: [/Loopback Hoodie.*Slate grey/] },
    ],
  },
];
