import type { Script } from './dialogue.ts';

/** Words of an article or of an order: what must not be said to somebody who asked for neither. */
const anyArticle = [/包邮|工作日|七天|尺码表|发票|保修|积分|SY\d{9,}/];
const anyArticleEn = [
  /free shipping|working days|return window|size chart|invoice|warranty|points|SY\d{9,}/i,
];

/** What lies at the edge of the trade: who are you, small talk, nonsense, three misses, a few words about what has not been sent. In Chinese. */
export const chineseEdgeScripts: readonly Script[] = [
  {
    title: 'T8: says truly that it is a machine',
    talker: 'guest',
    steps: [{ say: '你是机器人吗', must: [/机器人/], offers: /人工/ }],
  },
  {
    title: 'T8: says so also to who doubts it',
    talker: 'guest',
    steps: [{ say: '你到底是不是真人啊？', must: [/机器人/], offers: /人工/ }],
  },
  {
    title: 'T8: has no name of a person',
    talker: 'guest',
    steps: [{ say: '你叫什么名字', must: [/机器人/] }],
  },
  {
    title: 'T8: says so in the middle of a talk, and goes on',
    talker: 'guest',
    steps: [
      { say: '运费多少', must: [/包邮/] },
      { say: '你是AI吧？你是不是AI', must: [/机器人/] },
      { say: '你们支持七天无理由吗', must: [/天/] },
    ],
  },
  {
    title: 'owns up to nonsense',
    talker: 'guest',
    steps: [{ say: 'asdfghjkl', mustNot: anyArticle, offers: /人工|person/ }],
  },
  { title: 'owns up to a row of marks', talker: 'guest', steps: [{ say: '？？？', mustNot: anyArticle }] },
  {
    title: 'writes no poems, and says no article in their place',
    talker: 'guest',
    steps: [{ say: '写一首关于龙的诗', mustNot: anyArticle, offers: /人工/ }],
  },
  {
    title: 'three misses bring a person, for no other reason',
    talker: 'guest',
    steps: [
      { say: '今天天气怎么样', mustNot: anyArticle, offers: /人工/ },
      { say: '给我讲个笑话', mustNot: anyArticle, offers: /人工/ },
      { say: '1+1等于几', handoff: 'bot-failed' },
    ],
  },
  {
    title: 'an answer between two misses ends the row',
    talker: 'guest',
    steps: [
      { say: '今天天气怎么样' },
      { say: '运费多少', must: [/包邮/] },
      { say: '你会唱歌吗' },
      { say: '讲个笑话' },
    ],
  },
  {
    title: 'says goodbye, and hears no anger in it',
    talker: 'guest',
    steps: [{ say: '再见', must: [/再见/] }],
  },
  {
    title: 'tells of the late order when told that nothing was sent',
    talker: 'late-dispatch',
    steps: [{ say: '还没发货', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'tells of it in the fewest words',
    talker: 'late-dispatch',
    steps: [{ say: '没发货呢', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'tells of the order that has not left, also when it is not late',
    talker: 'paid',
    steps: [{ say: '怎么还没发货呀', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'does not take “not sent” for the matter where a cancelling is wanted',
    talker: 'paid',
    steps: [{ say: '还没发货，帮我取消订单', must: [/取消/] }],
  },
  {
    title: 'does not take small talk for a question after the late order',
    talker: 'late-dispatch',
    steps: [{ say: '给我讲个笑话', mustNot: anyArticle }],
  },
  {
    title: 'I1: tells a stranger nothing of any order',
    talker: 'guest',
    steps: [{ say: '还没发货', must: [/登录|发货/], mustNot: [/SY\d{9,}/] }],
  },
];

/** The same in English. */
export const englishEdgeScripts: readonly Script[] = [
  {
    title: 'T8: says truly that it is a machine',
    talker: 'guest',
    steps: [{ say: 'are you a bot?', must: [/bot|assistant/i], offers: /person/ }],
  },
  {
    title: 'T8: says so also to who doubts it',
    talker: 'guest',
    steps: [{ say: 'is this a real person?', must: [/bot|assistant/i], offers: /person/ }],
  },
  {
    title: 'T8: has no name of a person',
    talker: 'guest',
    steps: [{ say: 'what is your name', must: [/bot|assistant/i] }],
  },
  {
    title: 'T8: says so in the middle of a talk, and goes on',
    talker: 'guest',
    steps: [
      { say: 'how much is shipping?', must: [/¥|free/i] },
      { say: 'am I talking to a robot?', must: [/bot|assistant/i] },
      { say: 'how many days do I have to return something?', must: [/days/] },
    ],
  },
  {
    title: 'owns up to nonsense',
    talker: 'guest',
    steps: [{ say: 'asdf qwer zxcv', mustNot: anyArticleEn, offers: /person/ }],
  },
  { title: 'owns up to a row of marks', talker: 'guest', steps: [{ say: '???', mustNot: anyArticleEn }] },
  {
    title: 'writes no poems, and says no article in their place',
    talker: 'guest',
    steps: [{ say: 'write me a poem about dragons', mustNot: anyArticleEn, offers: /person/ }],
  },
  {
    title: 'three misses bring a person, for no other reason',
    talker: 'guest',
    steps: [
      { say: 'how is the weather in Paris', mustNot: anyArticleEn, offers: /person/ },
      { say: 'sing me a song', mustNot: anyArticleEn, offers: /person/ },
      { say: 'what is 2+2', handoff: 'bot-failed' },
    ],
  },
  {
    title: 'an answer between two misses ends the row',
    talker: 'guest',
    steps: [
      { say: 'how is the weather' },
      { say: 'how much is shipping?', must: [/¥|free/i] },
      { say: 'do you like cats' },
      { say: 'tell me a joke' },
    ],
  },
  {
    title: 'says goodbye, and hears no anger in it',
    talker: 'guest',
    steps: [{ say: 'bye', must: [/bye|good day|take care|soon/i] }],
  },
  {
    title: 'tells of the late order when told that nothing was sent',
    talker: 'late-dispatch',
    steps: [{ say: 'my order has not shipped', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'tells of it in the fewest words',
    talker: 'late-dispatch',
    steps: [{ say: 'not shipped', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'tells of the order that has not left, also when it is not late',
    talker: 'paid',
    steps: [{ say: "it hasn't shipped yet", must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'does not take “not sent” for the matter where a cancelling is wanted',
    talker: 'paid',
    steps: [{ say: 'not shipped yet, please cancel my order', must: [/cancel/i] }],
  },
  {
    title: 'I1: tells a stranger nothing of any order',
    talker: 'guest',
    steps: [{ say: 'not shipped yet', must: [/sign in|ship/i], mustNot: [/SY\d{9,}/] }],
  },
];
