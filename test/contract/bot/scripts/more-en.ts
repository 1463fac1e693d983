import type { Script } from '../dialogue.ts';

/** Talks that wander, in English: slang, typing errors, several lines at once, second thoughts. */
export const moreEn: readonly Script[] = [
  {
    title: 'hours: at night a person is wanted; what is promised is true',
    talker: 'guest',
    at: 'night',
    steps: [
      {
        say: 'talk to a human please',
        must: [/9:00/, /22:00/],
        mustNot: [/in about 2/i],
        handoff: 'asked-for-person',
      },
    ],
  },
  {
    title: 'hours: at night the bot still answers by itself',
    talker: 'guest',
    at: 'night',
    steps: [{ say: 'how much is shipping', must: [/¥99/], mustNot: [/off right now/] }],
  },
  {
    title: 'advice: a waterproof jacket',
    talker: 'guest',
    steps: [{ say: 'got any waterproof jackets?', must: [/Rain Shell/, /¥899/], cards: ['product'] }],
  },
  {
    title: 'advice: shoes in a size that the shop has or has not',
    talker: 'guest',
    steps: [
      { say: 'do you have the creek trail shoes in 42', must: [/42|in stock|sold out/i], cards: ['product'] },
      { say: 'and 41?', must: [/41|in stock|sold out/i] },
    ],
  },
  {
    title: 'advice: what goes with a tent',
    talker: 'guest',
    steps: [{ say: 'bought a tent, what else do i need for camping', must: [/sleeping|¥/i] }],
  },
  {
    title: 'advice: too dear, cheaper please',
    talker: 'guest',
    steps: [
      { say: 'recommend hiking shoes', must: [/¥\d+/], cards: ['product'] },
      { say: 'too expensive, anything cheaper', must: [/¥\d+|Nothing in stock/] },
    ],
  },
  {
    title: 'advice: size without measures is asked for once, then told',
    talker: 'guest',
    steps: [
      { say: 'what size should i get in the half-zip fleece', must: [/height/i, /weight/i] },
      { say: '168cm 55kg', must: [/\bM\b/] },
    ],
  },
  {
    title: 'advice: size question interrupted by shipping',
    talker: 'guest',
    steps: [
      { say: 'which size for the wool coat', must: [/height/i] },
      { say: 'oh and is shipping free', must: [/¥99/] },
      { say: "5'11 and 165 lbs", must: [/\bX?L\b/] },
    ],
  },
  {
    title: 'order: several lines at once',
    talker: 'shipped',
    steps: [{ say: ['hey', "my parcel still isn't here", 'need it asap'], must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'order: after the lookup thanks, and no handoff',
    talker: 'shipped',
    steps: [
      { say: 'track my order', must: [/\$O/] },
      { say: 'ok thanks', must: [/welcome|pleasure/i] },
    ],
  },
  {
    title: 'order: the tracking number',
    talker: 'shipped',
    steps: [{ say: 'can i have the tracking number', must: [/\$O|tracking number/i] }],
  },
  {
    title: 'order: wants another colour before it leaves',
    talker: 'paid',
    steps: [
      {
        say: 'ordered the wrong color, can i change it before it ships',
        must: [/change/i],
        handoff: [null, 'predicted'],
      },
    ],
  },
  {
    title: 'order: asks for an invoice',
    talker: 'delivered',
    steps: [{ say: 'i need an invoice pls', must: [/invoice/i] }],
  },
  {
    title: 'order: late, wants compensation; told the rule, then a person',
    talker: 'late-dispatch',
    steps: [
      {
        say: 'do i get compensation for the late order',
        must: [/coupon|late/i],
        handoff: [null, 'predicted'],
      },
      { say: 'get me someone who can sort this out', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'return: second thoughts end it without a trace',
    talker: 'delivered',
    steps: [
      { say: 'start a return', offers: /size|faulty|mind/i },
      { say: 'never mind', must: [/not now|all right/i], mustNot: [/^Done/] },
    ],
  },
  {
    title: 'return turned into an exchange half way',
    talker: 'delivered',
    steps: [
      { say: "I'd like to return it, don't like it", offers: /yes/i },
      { say: 'actually can I exchange it instead', must: [/exchange|which one/i], mustNot: [/^Done/] },
    ],
  },
  {
    title: 'exchange: a size up',
    talker: 'delivered',
    steps: [{ say: 'its too small, need one size up', must: [/exchange|which one|sold out|return/i] }],
  },
  {
    title: 'repair: the lantern does not light any more',
    talker: 'guest',
    steps: [{ say: 'my camp lantern wont turn on anymore', must: [/8 seconds|cable|replace/i] }],
  },
  {
    title: 'repair: seam open, wants it mended',
    talker: 'delivered',
    steps: [{ say: 'the seam came open, can you repair it', must: [/repair/i], offers: /yes/i }],
  },
  {
    title: 'refund: a question that the books cannot answer is answered from the rules',
    talker: 'paid',
    steps: [
      { say: 'if i return something how long does the refund take', must: [/working days/i], handoff: null },
    ],
  },
  {
    title: 'complaint: told in a calm voice, asked what happened, then a person',
    talker: 'delivered',
    steps: [
      { say: "I'm really not happy with how this went", must: [/sorry/i], handoff: [null, 'falling-mood'] },
      {
        say: 'the courier just threw it over the fence and left',
        handoff: ['predicted', 'falling-mood', 'anger', null],
      },
    ],
  },
  {
    title: 'sensitive: a rash goes to a person at once',
    talker: 'guest',
    steps: [{ say: 'your sweater gave me an allergic reaction', handoff: 'sensitive-subject' }],
  },
  {
    title: 'privacy: a phone number typed is not read back',
    talker: 'guest',
    steps: [{ say: 'call me at +44 7700 900123', mustNot: [/900123/], handoff: [null, 'asked-for-person'] }],
  },
  {
    title: 'three strikes: nonsense thrice, then a person',
    talker: 'guest',
    steps: [
      { say: 'can you cook pasta', offers: /person/i },
      { say: 'sing me a song', offers: /person/i },
      { say: 'i want to go to mars', handoff: ['bot-failed', 'predicted', 'falling-mood'] },
    ],
  },
  {
    title: 'unclear, then clear: the row of misses ends',
    talker: 'guest',
    steps: [
      { say: 'hmm how do i put this', offers: /./ },
      { say: 'do i get anything on my birthday', must: [/Silver ¥20/] },
    ],
  },
  {
    title: 'small talk in the middle of advice',
    talker: 'guest',
    steps: [
      { say: 'want to buy shoes', must: [/what|where|¥/i] },
      { say: 'haha are you a bot', must: [/bot/i] },
      { say: 'for running', must: [/¥\d+/], cards: ['product'] },
    ],
  },
  {
    title: 'membership: when points run out',
    talker: 'guest',
    steps: [{ say: 'when do points expire', must: [/12 months/i] }],
  },
  {
    title: 'payment: charged twice',
    talker: 'guest',
    steps: [
      {
        say: 'u charged me twice??',
        must: [/returned|refunded|back|extra/i],
        handoff: [null, 'predicted', 'falling-mood'],
      },
    ],
  },
  {
    title: 'account: cannot sign in',
    talker: 'guest',
    steps: [{ say: 'not getting the code, cant sign in', must: [/code/i] }],
  },
  {
    title: 'address: on its way, only a person can',
    talker: 'shipped',
    steps: [{ say: 'pls change my delivery address, i moved', must: [/person/i], handoff: 'predicted' }],
  },
  {
    title: 'praise is taken with thanks and nothing else',
    talker: 'guest',
    steps: [{ say: 'love your stuff, great quality 👍', must: [/thank/i], mustNot: [/¥/] }],
  },
  {
    title: 'goodbye ends it',
    talker: 'guest',
    steps: [
      { say: 'do you take visa', must: [/Visa/] },
      { say: 'ok bye', must: [/bye/i] },
    ],
  },
];
