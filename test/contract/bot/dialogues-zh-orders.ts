import type { Script } from './dialogue.ts';

const anyOrderFact = [/SY\d{9,}/, /已发出|在路上|已签收|备货|打包|承运|单号/];

/** What the bot has to do in Chinese about orders. */
export const chineseOrderScripts: readonly Script[] = [
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
    title: 'takes praise for praise',
    talker: 'delivered',
    steps: [
      {
        say: '收到啦，颜色好好看，包装也用心，替我谢谢打包的同事',
        must: [/谢谢|不客气|应该的/],
        mustNot: [/退|原因/],
      },
    ],
  },
  {
    title: 'looks up the order that is named, however politely',
    talker: 'late-dispatch',
    steps: [
      {
        say: '您好，打扰了，请问订单$O大概什么时候能发出呢？已经4天了',
        must: [/\$O/, /晚了/],
        cards: ['order'],
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
      { say: '怎么还不发', handoff: ['predicted', 'anger', 'falling-mood'] },
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
      { say: '退款到底什么时候能到账', handoff: ['predicted', 'anger', 'falling-mood'] },
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
];
