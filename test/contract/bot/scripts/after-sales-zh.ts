import type { Script } from '../dialogue.ts';

/** After the sale, in Chinese: return, exchange, repair, refund, each by the shop's rules. */
export const afterSalesZh: readonly Script[] = [
  {
    title: 'return: resumed after a question about the freight',
    talker: 'delivered',
    steps: [
      { say: '我想退货', offers: /不想要了|不喜欢/ },
      { say: '运费谁出啊', must: [/运费/, /¥10|我们出/] },
      { say: '就是不喜欢', must: [/可以退/], offers: /确认/ },
      { say: '嗯 退吧', must: [/登记好了/, /\$O/] },
    ],
  },
  {
    title: 'exchange: another colour of the same thing',
    talker: 'delivered',
    steps: [
      { say: '这个颜色我不喜欢 能换个颜色不', must: [/可以换|换成|哪个颜色|换货/], mustNot: [/登录/] },
      { say: '可以 帮我换', must: [/登记好了|想换成|哪/] },
    ],
  },
  {
    title: 'repair: a broken zip within the warranty is repaired free',
    talker: 'delivered',
    steps: [{ say: '拉链坏了 能修吗', must: [/修/, /免费|我们出|24 个月/], mustNot: [/没听懂/] }],
  },
  {
    title: 'repair: how long and what it costs after the warranty',
    talker: 'guest',
    steps: [{ say: '买了三年的背包背带断了 过保了还能修不 多少钱', must: [/修/, /¥20|36 个月/] }],
  },
  {
    title: 'refund: where the money is, then how long cards take',
    talker: 'returning',
    steps: [
      { say: '退的钱到哪了', must: [/退款|验货|退货/, /\$O|工作日/] },
      { say: '我是银行卡付的 要几天', must: [/3 到 7|工作日/], handoff: null },
    ],
  },
  {
    title: 'return: socks that were worn do not come back, and why',
    talker: 'guest',
    steps: [{ say: '袜子穿过了可以退吗', must: [/袜子|质量问题/] }],
  },
  {
    title: 'return: a stranger is asked to sign in',
    talker: 'guest',
    steps: [{ say: '我要退货 订单$X', must: [/登录/], mustNot: [/登记好了/, /可以退，/] }],
  },
  {
    title: 'faulty: damage on arrival is made good without sending it back',
    talker: 'delivered',
    steps: [
      {
        say: '杯子收到就碎了[流泪]',
        must: [/补发|退款|不用寄回|我们出/],
        handoff: [null, 'predicted', 'falling-mood', 'sensitive-subject'],
      },
    ],
  },
  {
    title: 'missing: one of the things was not in the box',
    talker: 'delivered',
    steps: [
      {
        say: ['我买了两双', '只收到一双', '少发了吧'],
        must: [/补发|开箱照|少/],
        handoff: [null, 'predicted'],
      },
    ],
  },
];
