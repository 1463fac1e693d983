import type { Script } from '../dialogue.ts';

/** Where an order is, in Chinese: verified customers, strangers, digressions, changes. */
export const ordersZh: readonly Script[] = [
  {
    title: 'order: a general question after the lookup is a new question, not a repetition',
    talker: 'shipped',
    steps: [
      { say: '我的快递到哪了', must: [/\$O/], cards: ['order'] },
      { say: '你们一般几天发货', must: [/48 小时|当天/], handoff: null },
      { say: '那一般几天到呢', must: [/天/], handoff: null },
    ],
  },
  {
    title: 'order: typed carelessly, with a homophone',
    talker: 'shipped',
    steps: [{ say: '我德快第到那里了啊', must: [/\$O/] }],
  },
  {
    title: 'order: somebody else’s number is told nothing, and the reason is said',
    talker: 'shipped',
    steps: [
      { say: '帮我查下$X', mustNot: [/运单|已签收|已发货|派送|省|市|区/], offers: /./ },
      { say: '那是我老公的订单 他让我查的', mustNot: [/运单|已签收|派送/] },
    ],
  },
  {
    title: 'order: a stranger with a phone number learns nothing',
    talker: 'guest',
    steps: [
      { say: '查订单 手机13812345678', must: [/登录/], mustNot: [/SY\d{6,}/, /运单号：/] },
      { say: '我登不上 你直接告诉我到哪了', mustNot: [/SY\d{6,}/, /派送中|已签收/] },
    ],
  },
  {
    title: 'order: a stranger pushing three times gets a person, never the order',
    talker: 'guest',
    steps: [
      { say: '$X 这个订单到哪了', must: [/登录/], mustNot: [/派送中|已签收|揽收/] },
      {
        say: '我就是本人啊 快告诉我',
        mustNot: [/派送中|已签收|揽收/],
        handoff: [null, 'bot-failed', 'predicted'],
      },
      {
        say: '不想登录 你查一下就好了啊',
        mustNot: [/派送中|已签收|揽收/],
        handoff: [null, 'bot-failed', 'predicted', 'falling-mood', 'anger'],
      },
    ],
  },
  {
    title: 'order: paid an hour ago, can it go today',
    talker: 'paid',
    steps: [{ say: '刚拍的 今天能发吗', must: [/\$O|16 点|当天/], mustNot: [/晚了/] }],
  },
  {
    title: 'order: the address, then back to the question where it is',
    talker: 'paid',
    steps: [
      {
        say: '我地址写错了 想改成杭州市西湖区文三路18号',
        must: [/修改地址|人工/],
        handoff: [null, 'predicted'],
      },
    ],
  },
  {
    title: 'order: a parcel marked delivered that did not come',
    talker: 'delivered',
    steps: [
      {
        say: '显示签收了可是我根本没收到啊',
        must: [/驿站|门卫|邻居|凭证/],
        offers: /人工/,
        handoff: [null, 'predicted', 'falling-mood'],
      },
    ],
  },
  {
    title: 'order: cancel, think again, leave it',
    talker: 'paid',
    steps: [
      { say: '不想要了 取消吧', must: [/取消/], offers: /确认/ },
      { say: '等等 运费退不退', must: [/运费|原路|退/], mustNot: [/已取消订单/] },
      { say: '算了不取消了', mustNot: [/已取消订单/] },
    ],
  },
];
