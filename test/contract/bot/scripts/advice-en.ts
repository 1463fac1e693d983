import type { Script } from '../dialogue.ts';

/** Before buying, in English: needs, narrowing questions, goods with reasons, a comparison, a card; sizes and properties. */
export const adviceEn: readonly Script[] = [
  {
    title: 'advice: from a need by two questions to goods with reasons, compared and picked',
    talker: 'guest',
    steps: [
      { say: 'looking for a bag', must: [/what for|occasion|where|use/i], mustNot: [/sign in/i] },
      { say: 'for work, needs to fit my laptop', must: [/¥\d+/, /laptop|commut|work/i], cards: ['product'] },
      { say: 'whats the difference between the first and the second', must: [/¥\d+[\s\S]*¥\d+/] },
      { say: "ok i'll take the first one", cards: ['product'] },
    ],
  },
  {
    title: 'advice: two goods named are compared',
    talker: 'guest',
    steps: [{ say: 'rain shell or windbreaker, which one should i get', must: [/shell/i, /windbreaker/i] }],
  },
  {
    title: 'advice: compares two goods nobody wrote an article about',
    talker: 'guest',
    steps: [
      {
        say: 'fleece vest vs half-zip fleece, which is warmer?',
        must: [/Fleece Vest/i, /Half-zip Fleece/i, /¥199/, /¥259/],
      },
    ],
  },
  {
    title: 'advice: a budget bounds what is offered',
    talker: 'guest',
    steps: [
      {
        say: 'any gift ideas for my girlfriend under 200?',
        must: [/¥\d+/],
        mustNot: [/¥[3-9]\d\d\b/, /¥1[,\d]\d\d\d/],
      },
    ],
  },
  {
    title: 'advice: a question about shipping in the middle does not lose the thread',
    talker: 'guest',
    steps: [
      { say: 'recommend something for camping, budget 500', must: [/¥\d+|what kind|which/i] },
      { say: 'btw is shipping free', must: [/free/i, /¥99/] },
      { say: 'ok, anything cheaper?', must: [/¥\d+/], cards: ['product'] },
    ],
  },
  {
    title: 'advice: a size from height and weight, with typing errors',
    talker: 'guest',
    steps: [{ say: 'im 175cm 70 kg wich size for the down jaket', must: [/\bL\b/] }],
  },
  {
    title: 'advice: colour and size asked for in pieces',
    talker: 'guest',
    steps: [
      { say: 'featherlight down jacket', cards: ['product'] },
      { say: ['do u have it in oat', 'size L'], must: [/in stock|sold out|out of stock|oat/i] },
    ],
  },
  {
    title: 'advice: what is not sold is said so',
    talker: 'guest',
    steps: [{ say: 'do you sell iphones', mustNot: [/in stock: /i], offers: /./ }],
  },
  {
    title: 'advice: whether the light jacket suits minus ten',
    talker: 'guest',
    steps: [{ say: 'is the featherlight warm enough for -10C or do i need the parka', must: [/parka/i] }],
  },
];
