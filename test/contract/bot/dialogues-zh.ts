import type { Script } from './dialogue.ts';

/** What the bot has to do in Chinese where no order is in play. */
export const chineseScripts: readonly Script[] = [
  {
    title: 'T8: says what it is when greeted, and answers thanks and goodbye',
    talker: 'guest',
    steps: [
      { say: '你好', must: [/机器人/] },
      { say: '谢谢', must: [/不客气|应该的/] },
      { say: '再见', must: [/再见/] },
    ],
  },
  {
    title: 'T8: answers truly when asked whether it is a person',
    talker: 'guest',
    steps: [{ say: '你是真人吗', must: [/机器人/, /不是真人/], offers: /转人工/ }],
  },
  {
    title: 'answers what shipping costs, in its first words naming itself',
    talker: 'guest',
    steps: [{ say: '运费多少', must: [/机器人/, /99/, /包邮/] }],
  },
  {
    title: 'answers a burst of lines as one question',
    talker: 'guest',
    steps: [{ say: ['在吗', '我想问下', '包邮吗'], must: [/包邮/], mustNot: [/登录/] }],
  },
  { title: 'answers how points work', talker: 'guest', steps: [{ say: '积分怎么用', must: [/积分/] }] },
  { title: 'answers how to wash wool', talker: 'guest', steps: [{ say: '羊毛衫怎么洗', must: [/洗/] }] },
  {
    title: 'answers which size to take',
    talker: 'guest',
    steps: [{ say: '我170 65kg 穿什么码', must: [/L|M/] }],
  },
  {
    title: 'answers when it is restocked',
    talker: 'guest',
    steps: [{ say: '什么时候补货', must: [/到货通知|补/] }],
  },
  {
    title: 'answers a follow-up that stands on the question before',
    talker: 'guest',
    steps: [
      { say: '怎么退货', must: [/退换|申请/] },
      { say: '那运费谁出呢', must: [/运费/] },
    ],
  },
  {
    title: 'recommends within the kind asked for, with reasons and cards',
    talker: 'guest',
    steps: [
      {
        say: '推荐一件徒步穿的外套',
        must: [/1\. .*¥\d+/, /外套|冲锋衣/],
        mustNot: [/睡袋|鞋/],
        cards: ['product'],
      },
      { say: '500以内的呢', must: [/¥[1-4]\d\d/], mustNot: [/¥[5-9]\d\d/], cards: ['product'] },
    ],
  },
  {
    title: 'narrows down by two questions at most',
    talker: 'guest',
    steps: [
      { say: '帮我推荐个东西', must: [/哪一类|哪类/], offers: /外套/ },
      { say: '包袋', must: [/场合|在哪儿/] },
      { say: '旅行出差', must: [/¥/], cards: ['product'] },
    ],
  },
  {
    title: 'tells price, stock by variant and properties of the product spoken of',
    talker: 'guest',
    steps: [
      { say: '轻羽绒短外套多少钱', must: [/¥459/], cards: ['product'] },
      { say: '有黑色M码吗', must: [/没货/, /有货的是/] },
      { say: '燕麦米M有吗', must: [/有货/] },
    ],
  },
  {
    title: 'H1: calls a person at once when one is wished for',
    talker: 'guest',
    steps: [{ say: '转人工', must: [/人工/], handoff: 'asked-for-person' }],
  },
  {
    title: 'H1: calls a person for anger',
    talker: 'guest',
    steps: [{ say: '你们什么垃圾店，骗子，退钱！！！', must: [/对不起/], handoff: 'anger' }],
  },
  {
    title: 'H1: calls a person for an injury and says no more',
    talker: 'guest',
    steps: [{ say: '我被帐篷杆划伤了，流了好多血', mustNot: [/¥|推荐|退货/], handoff: 'sensitive-subject' }],
  },
  {
    title: 'H1: calls a person for the law, for leaked data, for minors',
    talker: 'guest',
    steps: [{ say: '再不处理我就打12315了', handoff: ['sensitive-subject', 'anger'] }],
  },
  {
    title: 'H1: calls a person for leaked data',
    talker: 'guest',
    steps: [{ say: '我的信息被你们泄露了，天天有人打电话', handoff: 'sensitive-subject' }],
  },
  {
    title: 'does not take a privacy question for an affair',
    talker: 'guest',
    steps: [{ say: '怎么注销账号', must: [/注销|账号/] }],
  },
  {
    title: 'gives up after three misses, not in circles',
    talker: 'guest',
    steps: [
      { say: '今天天气怎么样', offers: /转人工/ },
      { say: '宇宙的尽头是什么', offers: /转人工/ },
      { say: '你会写诗吗', handoff: 'bot-failed' },
    ],
  },
  {
    title: 'takes “that is not what I asked” for a miss',
    talker: 'guest',
    steps: [
      { say: '运费多少', must: [/包邮/] },
      { say: '答非所问', offers: /查我的订单/ },
    ],
  },
  {
    title: 'hears a calm complaint, asks at most two questions, then a person takes it',
    talker: 'guest',
    steps: [
      { say: '你们服务太差了，我很不满意', must: [/对不起|抱歉/] },
      { say: '上次买的衣服掉色，客服没人理我', handoff: ['predicted', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'sees through sarcasm',
    talker: 'guest',
    steps: [
      { say: '呵呵，你们效率可真高', must: [/对不起|抱歉/] },
      { say: '等了五天了还没发', handoff: ['predicted', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'names the late order when its owner complains',
    talker: 'late-dispatch',
    steps: [{ say: '对你们的服务很失望，非常不满意', must: [/\$O/, /对不起/], handoff: null }],
  },
];
