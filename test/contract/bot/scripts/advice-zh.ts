import type { Script } from '../dialogue.ts';

/** Before buying, in Chinese: needs, narrowing questions, goods with reasons, a comparison, a card; sizes and properties. */
export const adviceZh: readonly Script[] = [
  {
    title: 'advice: from a need by two questions to goods with reasons, compared and picked',
    talker: 'guest',
    steps: [
      { say: '想买个包', must: [/场合|用途|哪儿|什么时候用|做什么/], mustNot: [/登录/] },
      { say: '上班用，要放电脑', must: [/¥\d+/, /电脑|通勤|上班/], cards: ['product'] },
      { say: '第一个和第二个有什么区别', must: [/¥\d+[\s\S]*¥\d+/], mustNot: [/没听懂|没明白/] },
      { say: '那就第一个吧', cards: ['product'] },
    ],
  },
  {
    title: 'advice: two goods named are compared by price and properties',
    talker: 'guest',
    steps: [{ say: '冲锋衣和防风外套买哪个好', must: [/冲锋衣/, /防风外套/], mustNot: [/登录/] }],
  },
  {
    title: 'advice: compares two goods nobody wrote an article about',
    talker: 'guest',
    steps: [
      {
        say: '抓绒立领背心跟半拉链抓绒衫哪个更保暖啊',
        must: [/抓绒立领背心/, /半拉链抓绒衫/, /¥199/, /¥259/],
      },
    ],
  },
  {
    title: 'advice: a budget said in words bounds what is offered',
    talker: 'guest',
    steps: [
      { say: '两百块以内送女朋友的礼物有啥推荐', must: [/¥\d+/], mustNot: [/¥[3-9]\d\d\b/, /¥1\d\d\d/] },
    ],
  },
  {
    title: 'advice: a question about shipping in the middle does not lose the thread',
    talker: 'guest',
    steps: [
      { say: '推荐个露营用的东西 预算500', must: [/¥\d+|哪一类|哪类/] },
      { say: '对了包邮吗', must: [/包邮/] },
      { say: '好的 那有没有再便宜点的', must: [/¥\d+/], mustNot: [/没听懂|没明白/], cards: ['product'] },
    ],
  },
  {
    title: 'advice: a size from height and weight, in slang and with a typing error',
    talker: 'guest',
    steps: [{ say: '亲 我175 70kg 轻羽绒短外套 传几码合适呀', must: [/L/], mustNot: [/登录/] }],
  },
  {
    title: 'advice: colour and size asked for in pieces',
    talker: 'guest',
    steps: [
      { say: '轻羽绒短外套', cards: ['product'] },
      { say: ['有没有燕麦米的', 'L码'], must: [/有货|没货|燕麦米/] },
    ],
  },
  {
    title: 'advice: what is not sold is said so, not replaced by something else',
    talker: 'guest',
    steps: [{ say: '你们卖手机吗', mustNot: [/有货/, /充电营地灯.*¥/], offers: /./ }],
  },
  {
    title: 'advice: whether the down jacket suits minus ten degrees',
    talker: 'guest',
    steps: [{ say: '零下十度穿轻羽绒够不够啊还是要买派克', must: [/派克/, /0 到 12|零下/] }],
  },
];
