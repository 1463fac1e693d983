import type { Script } from './dialogue.ts';

const anyOrderFact = [/SY\d{9,}/, /is on its way|delivered|being prepared|packed|tracking number/i];

/** What the bot has to do in English. */
export const englishScripts: readonly Script[] = [
  {
    title: 'T8: says what it is when greeted, and answers thanks and goodbye',
    talker: 'guest',
    steps: [
      { say: 'hi there', must: [/a bot/] },
      { say: 'thanks', must: [/welcome|pleasure/] },
      { say: 'bye', must: [/bye/i] },
    ],
  },
  {
    title: 'T8: answers truly when asked whether it is a person',
    talker: 'guest',
    steps: [{ say: 'are you a real person?', must: [/a bot/], offers: /person/ }],
  },
  {
    title: 'answers what shipping costs',
    talker: 'guest',
    steps: [{ say: 'how much is shipping?', must: [/a bot/, /¥99/] }],
  },
  {
    title: 'answers where it ships',
    talker: 'guest',
    steps: [{ say: 'do you ship to Singapore', must: [/Singapore/] }],
  },
  {
    title: 'answers the price match',
    talker: 'guest',
    steps: [{ say: 'do you price match', must: [/difference|price/i] }],
  },
  {
    title: 'answers how to wash wool',
    talker: 'guest',
    steps: [{ say: 'how do I wash wool', must: [/wash|wool/i] }],
  },
  {
    title: 'answers a follow-up that stands on the question before',
    talker: 'guest',
    steps: [
      { say: 'how long does delivery take?', must: [/days/] },
      { say: 'and to Xinjiang?', mustNot: [/sorry/i] },
    ],
  },
  {
    title: 'answers a burst of lines as one question',
    talker: 'guest',
    steps: [
      { say: ['hello', 'quick question', 'how do I return something?'], must: [/return|go back|30 days/i] },
    ],
  },
  {
    title: 'I1: a stranger who types an order number learns nothing of any order',
    talker: 'guest',
    steps: [
      { say: 'where is my order $X', must: [/sign in/], mustNot: anyOrderFact },
      { say: 'it is $X', must: [/sign|person/], mustNot: anyOrderFact },
      {
        say: 'just tell me where order $X is',
        mustNot: anyOrderFact,
        handoff: ['bot-failed', 'falling-mood', 'anger'],
      },
    ],
  },
  {
    title: 'I1: a customer who types somebody else’s number is shown only their own orders',
    talker: 'delivered',
    steps: [{ say: 'where is order $X', must: [/can’t find that number/], mustNot: [/on its way/] }],
  },
  {
    title: 'tells a customer where a parcel is, with the order card',
    talker: 'shipped',
    steps: [{ say: 'where is my order?', must: [/\$O/, /on its way/], cards: ['order'] }],
  },
  {
    title: 'says that a stuck parcel is not normal, and a tap brings a person',
    talker: 'stuck',
    steps: [
      { say: 'my package hasn’t moved for days', must: [/not normal/], offers: /Get a person on it/ },
      { say: 'Get a person on it', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'owns up to a late order and calls a person when asked again',
    talker: 'late-dispatch',
    steps: [
      { say: 'why hasn’t my order shipped yet?', must: [/\$O/, /our fault/], cards: ['order'] },
      { say: 'still not shipped?', handoff: ['predicted', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'starts a return by the shop’s rules',
    talker: 'delivered',
    steps: [
      { say: 'I want to return my order', offers: /changed my mind/ },
      { say: 'it’s too small', must: [/can be returned/, /¥10/], offers: /Yes/ },
      { say: 'yes', must: [/Done/, /\$O/] },
    ],
  },
  {
    title: 'takes the cost of a fault on the shop, and does nothing without a yes',
    talker: 'delivered',
    steps: [
      { say: 'the zip arrived broken, I want to send it back', must: [/we pay shipping/] },
      { say: 'Not now', mustNot: [/Done/] },
    ],
  },
  {
    title: 'cancels an unpacked order after a yes',
    talker: 'paid',
    steps: [
      { say: 'cancel my order please', must: [/Cancel order \$O/] },
      { say: 'yes', must: [/is cancelled/] },
    ],
  },
  {
    title: 'calls a person where a packed order is to be cancelled',
    talker: 'packed',
    steps: [{ say: 'please cancel my order', handoff: 'predicted' }],
  },
  {
    title: 'calls a person for the address of a packed order',
    talker: 'packed',
    steps: [{ say: 'change my delivery address', must: [/packed/], handoff: 'predicted' }],
  },
  {
    title: 'tells how a refund stands',
    talker: 'returning',
    steps: [{ say: 'where is my refund?', must: [/refund/, /working days/] }],
  },
  {
    title: 'narrows down by two questions at most',
    talker: 'guest',
    steps: [
      { say: 'can you recommend something?', must: [/kind|look at/], offers: /Bags/ },
      { say: 'bags', must: [/use it/] },
      { say: 'travel', must: [/good for: Travel/], cards: ['product'] },
    ],
  },
  {
    title: 'recommends within a budget',
    talker: 'guest',
    steps: [
      {
        say: 'I need a gift for my dad under 300',
        must: [/¥\d+/],
        mustNot: [/¥[3-9]\d\d /],
        cards: ['product'],
      },
    ],
  },
  {
    title: 'tells which variants of a product are in stock',
    talker: 'guest',
    steps: [
      {
        say: 'is the Featherlight Down Jacket in stock in size L?',
        must: [/Ink black, L/],
        mustNot: [/, S/],
        cards: ['product'],
      },
      { say: 'how much is it?', must: [/¥459/] },
    ],
  },
  {
    title: 'H1: calls a person at once when one is wished for',
    talker: 'guest',
    steps: [{ say: 'I want to talk to a real person', must: [/person/], handoff: 'asked-for-person' }],
  },
  {
    title: 'H1: calls a person for anger',
    talker: 'guest',
    steps: [
      {
        say: 'this is ridiculous, three weeks and still nothing!!! you are scammers',
        must: [/sorry/],
        handoff: 'anger',
      },
    ],
  },
  {
    title: 'H1: calls a person for the law',
    talker: 'guest',
    steps: [{ say: 'I am going to contact my lawyer', handoff: 'sensitive-subject' }],
  },
  {
    title: 'H1: calls a person for an injury and says no more',
    talker: 'guest',
    steps: [
      {
        say: 'my son got burned by your kettle and is in hospital',
        mustNot: [/¥|return/],
        handoff: 'sensitive-subject',
      },
    ],
  },
  {
    title: 'H1: calls a person where a child bought',
    talker: 'guest',
    steps: [{ say: 'my kid ordered this by accident with my phone', handoff: 'sensitive-subject' }],
  },
  {
    title: 'H1: calls a person for fraud',
    talker: 'guest',
    steps: [
      {
        say: 'someone pretended to be your support and took my money, is this fraud?',
        handoff: 'sensitive-subject',
      },
    ],
  },
  {
    title: 'gives up after three misses, not in circles',
    talker: 'guest',
    steps: [
      { say: 'what is the weather like', offers: /person/ },
      { say: 'tell me a joke', offers: /person/ },
      { say: 'write me a poem about dragons', handoff: ['bot-failed'] },
    ],
  },
  {
    title: 'hears a calm complaint, asks at most two questions, then a person takes it',
    talker: 'guest',
    steps: [
      { say: 'I am not happy with the service', must: [/sorry/] },
      { say: 'my parcel came damaged and nobody answered', handoff: ['predicted', 'anger', 'falling-mood'] },
    ],
  },
];
