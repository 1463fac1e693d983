import type { Script } from './dialogue.ts';

const anyOrderFact = [/SY\d{9,}/, /已发出|在路上|已签收|备货|打包|承运|单号/];

/** What the bot has to do in Chinese. */
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
    title: 'I1: a stranger who types an order number learns nothing of any order',
    talker: 'guest',
    steps: [
      { say: '帮我查下订单 $X 到哪了', must: [/登录/], mustNot: anyOrderFact },
      { say: '$X', must: [/登录|人工/], mustNot: anyOrderFact },
      { say: '我就是本人，快查', mustNot: anyOrderFact, handoff: 'bot-failed' },
    ],
  },
  {
    title: 'I1: a customer who types somebody else’s number is shown only their own orders',
    talker: 'delivered',
    steps: [{ say: '查一下订单 $X', must: [/没有查到这个订单号/], mustNot: [/在路上|备货|已发出/] }],
  },
  {
    title: 'answers a stranger’s other question after asking to sign in',
    talker: 'guest',
    steps: [
      { say: '我的快递到哪了', must: [/登录/] },
      { say: '运费多少', must: [/包邮/], mustNot: [/登录/] },
    ],
  },
  {
    title: 'asks once more where a yes was needed and something else came',
    talker: 'paid',
    steps: [
      { say: '帮我取消订单', must: [/确定取消/] },
      { say: '家里人也买了一个', must: [/现在/], offers: /确认/, mustNot: [/已取消/] },
      { say: '确认', must: [/已取消订单 \$O/] },
    ],
  },
  {
    title: 'sells nothing to somebody who is unhappy',
    talker: 'delivered',
    steps: [
      {
        say: '显示签收了，可我在家等了一天根本没收到外套',
        mustNot: [/挑了这几样|比较合适/],
        handoff: [null, 'anger', 'predicted', 'falling-mood'],
      },
    ],
  },
  {
    title: 'I1: a stranger can start no return',
    talker: 'guest',
    steps: [{ say: '我要退货，订单 $X', must: [/登录/], mustNot: [/登记好了/] }],
  },
  {
    title: 'tells a customer where a parcel is, with the order card',
    talker: 'shipped',
    steps: [{ say: '我的快递到哪了', must: [/\$O/, /单号/], cards: ['order'] }],
  },
  {
    title: 'tells when a fresh order will leave',
    talker: 'paid',
    steps: [{ say: '我的订单什么时候发货', must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'owns up to a late order, offers a person, and calls one when asked again',
    talker: 'late-dispatch',
    steps: [
      { say: '我的订单怎么还没发货', must: [/\$O/, /晚了/, /我们没做好/], cards: ['order'], offers: /人工/ },
      { say: '怎么还不发', handoff: ['bot-failed', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'says that a stuck parcel is not normal, and a tap brings a person',
    talker: 'stuck',
    steps: [
      { say: '物流好几天没动了', must: [/不正常/], offers: /请人工催办/ },
      { say: '请人工催办', must: [/人工/], handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'takes “I will wait” for an answer',
    talker: 'late-dispatch',
    steps: [
      { say: '查下我的订单', offers: /我再等等/ },
      { say: '我再等等', mustNot: [/退货/] },
    ],
  },
  {
    title: 'starts a return by the shop’s rules: reason, fee, yes',
    talker: 'delivered',
    steps: [
      { say: '我要退货', offers: /不想要了/ },
      { say: '不想要了', must: [/可以退/, /¥10/], offers: /确认/ },
      { say: '确认', must: [/登记好了/, /\$O/] },
    ],
  },
  {
    title: 'takes the cost of a fault on the shop, and does nothing without a yes',
    talker: 'delivered',
    steps: [
      { say: '收到的拉链是坏的，我要退货', must: [/可以退/, /我们出/] },
      { say: '先不办', must: [/先不办/], mustNot: [/登记好了/] },
    ],
  },
  {
    title: 'starts an exchange for the size',
    talker: 'delivered',
    steps: [
      { say: '尺码小了，想换大一码', must: [/可以换/] },
      { say: '可以', must: [/登记好了/, /换货/] },
    ],
  },
  {
    title: 'does not take back what is not delivered',
    talker: 'shipped',
    steps: [{ say: '我要退货，订单 $O，不想要了', must: [/还没签收/], offers: /人工/ }],
  },
  {
    title: 'tells how a refund stands, and calls a person when asked again',
    talker: 'returning',
    steps: [
      { say: '退款什么时候到', must: [/退款/, /工作日/] },
      { say: '退款到底什么时候能到账', handoff: ['bot-failed', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'cancels an unpacked order after a yes',
    talker: 'paid',
    steps: [
      { say: '帮我取消订单', must: [/确定取消/], offers: /确认/ },
      { say: '确认', must: [/已取消订单 \$O/] },
    ],
  },
  {
    title: 'calls a person where a packed order is to be cancelled',
    talker: 'packed',
    steps: [{ say: '我要取消订单', must: [/打包/], handoff: 'predicted' }],
  },
  {
    title: 'tells how to change the address of an unpacked order',
    talker: 'paid',
    steps: [{ say: '地址填错了能改吗', must: [/修改地址/] }],
  },
  {
    title: 'calls a person for the address of a parcel on its way',
    talker: 'shipped',
    steps: [{ say: '我要改收货地址', must: [/人工/], handoff: 'predicted' }],
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
