import type { Script } from '../dialogue.ts';

/** Out of the last of the four sets, in Chinese. */
export const firstSightMoreZh: readonly Script[] = [
  {
    title: 'first sight: to Hong Kong and Taiwan, after the fee at home',
    talker: 'guest',
    steps: [
      { say: '你们包邮吗', must: [/99/] },
      { say: '港澳台呢', must: [/¥58/] },
    ],
  },
  {
    title: 'first sight: two went back, one was paid',
    talker: 'delivered',
    steps: [
      { say: '我退了两件 只退了一件的钱', must: [/取件运费/], offers: /人工/ },
      { say: '对 你们查一下', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: late, and not wanted any more',
    talker: 'late-dispatch',
    steps: [
      { say: '昨天就该发的货怎么还没动静', must: [/\$O/] },
      { say: '算了我不要了', must: [/确定取消订单 \$O/] },
    ],
  },
  {
    title: 'first sight: signed for, but not received by the warehouse',
    talker: 'returning',
    steps: [{ say: '仓库说没收到我的退货 可是物流显示签收了', must: [/\$O/] }],
  },
  {
    title: 'first sight: four lines on one fault are no falling mood',
    talker: 'delivered',
    steps: [
      { say: ['在吗', '这件衣服', '洗了一次就缩水了', '穿都没法穿'], must: [/退|换|修/], handoff: null },
    ],
  },
  {
    title: 'first sight: tea for her, wrapped, and how much that is',
    talker: 'guest',
    steps: [
      { say: '给女朋友买生日礼物 预算三百 她喜欢喝茶', must: [/茶具/], cards: ['product'] },
      { say: '能包装一下吗', must: [/¥12/] },
      { say: '多少钱', must: [/¥12/], mustNot: [/茶具/] },
    ],
  },
  {
    title: 'first sight: no more templates',
    talker: 'guest',
    steps: [{ say: '别用模板回复我', handoff: 'asked-for-person' }],
  },
];

/** And in English. */
export const firstSightMoreEn: readonly Script[] = [
  {
    title: 'first sight: a typo in the phone number on the order',
    talker: 'paid',
    steps: [
      { say: 'typo in my phone number on the order', must: [/Change address|phone number here/] },
      { say: 'its 13800002222', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: ten kept of the refund, for their mistake',
    talker: 'delivered',
    steps: [
      { say: 'you kept 10 yuan of my refund, why', must: [/¥10/] },
      { say: 'but it was your mistake, wrong item', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: a lantern, and whether it is waterproof',
    talker: 'guest',
    steps: [
      { say: 'how heavy is the camp lantern', must: [/310 g/] },
      { say: 'is it waterproof', must: [/IPX4/] },
    ],
  },
  {
    title: 'first sight: cheaper now, and how to claim that',
    talker: 'delivered',
    steps: [
      { say: 'bought this 3 days ago and now its cheaper, thats a rip off', must: [/15 days/] },
      { say: 'how do i claim that', must: [/Price protection/], mustNot: [/missed it/] },
    ],
  },
  {
    title: 'first sight: a hole, said in three lines',
    talker: 'delivered',
    steps: [
      {
        say: ['hey', 'the hoodie', 'came with a hole in it'],
        must: [/exchange/],
        mustNot: [/didn’t understand/],
      },
      { say: 'repair pls', must: [/repair/i] },
    ],
  },
  {
    title: 'first sight: no code, waited long enough',
    talker: 'guest',
    steps: [
      { say: 'cant log in, no code', must: [/code/] },
      { say: 'waited 20 min', offers: /person/i, mustNot: [/Where is my order/] },
    ],
  },
  {
    title: 'first sight: 200 at most means 200',
    talker: 'guest',
    steps: [
      {
        say: 'birthday gift for my mum, she loves tea, 200 max',
        cards: ['product'],
        mustNot: [/¥(?:[2-9]\d\d|\d{4})/],
      },
      { say: 'can you wrap it', must: [/¥12/] },
      { say: 'how much is that', must: [/¥12/] },
    ],
  },
  {
    title: 'first sight: no more copy and paste',
    talker: 'guest',
    steps: [{ say: 'stop sending me copy paste answers', handoff: ['asked-for-person', 'anger'] }],
  },
  {
    title: 'first sight: just cancel it',
    talker: 'late-dispatch',
    steps: [
      { say: 'why hasnt my order moved', must: [/\$O/] },
      { say: 'just cancel it', must: [/Cancel order \$O/] },
    ],
  },
];
