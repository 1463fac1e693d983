import type { Script } from '../dialogue.ts';

/** Talks that wander, in Chinese: slang, mixed language, several lines at once, second thoughts. */
export const moreZh: readonly Script[] = [
  {
    title: 'hours: at night a person is wanted; what is promised is true',
    talker: 'guest',
    at: 'night',
    steps: [
      { say: '转人工', must: [/9:00/, /22:00/], mustNot: [/马上有人|2 分钟/], handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'hours: at night the bot still answers by itself',
    talker: 'guest',
    at: 'night',
    steps: [{ say: '运费多少呀', must: [/99/], mustNot: [/休息/] }],
  },
  {
    title: 'advice: English words in a Chinese question',
    talker: 'guest',
    steps: [{ say: '有没有 waterproof 的 jacket 推荐', must: [/冲锋衣/, /¥899/], cards: ['product'] }],
  },
  {
    title: 'advice: shoes in a size that the shop has or has not',
    talker: 'guest',
    steps: [
      { say: '溪谷越野跑鞋有42码的吗', must: [/42|有货|没货/], cards: ['product'] },
      { say: '那41呢', must: [/41|有货|没货/] },
    ],
  },
  {
    title: 'advice: what goes with a tent',
    talker: 'guest',
    steps: [{ say: '买了帐篷还需要配什么', must: [/睡袋|睡垫|¥/] }],
  },
  {
    title: 'advice: too dear, cheaper please, then the second',
    talker: 'guest',
    steps: [
      { say: '推荐双徒步鞋', must: [/¥\d+/], cards: ['product'] },
      { say: '太贵了有便宜的吗', must: [/¥\d+|没有现货/] },
    ],
  },
  {
    title: 'advice: size without measures is asked for once, then told',
    talker: 'guest',
    steps: [
      { say: '抓绒衫我穿什么码合适', must: [/身高/, /体重/] },
      { say: '168 110斤', must: [/M/] },
    ],
  },
  {
    title: 'advice: size question interrupted by shipping',
    talker: 'guest',
    steps: [
      { say: '羊毛大衣选几码', must: [/身高/] },
      { say: '先问下包邮吗', must: [/包邮/] },
      { say: '180 75公斤', must: [/L|XL/] },
    ],
  },
  {
    title: 'order: two lines at once, a greeting and the matter',
    talker: 'shipped',
    steps: [{ say: ['在吗亲', '我的包裹怎么还没到啊', '急用'], must: [/\$O/], cards: ['order'] }],
  },
  {
    title: 'order: after the lookup thanks, and no handoff',
    talker: 'shipped',
    steps: [
      { say: '查物流', must: [/\$O/] },
      { say: '好的谢谢', must: [/不客气|应该的/] },
    ],
  },
  {
    title: 'order: the parcel number instead of the order number',
    talker: 'shipped',
    steps: [{ say: '运单号是多少', must: [/\$O|单号/] }],
  },
  {
    title: 'order: packed, wants another colour before it leaves',
    talker: 'paid',
    steps: [{ say: '拍错颜色了 还没发货能改吗', must: [/修改商品|改|换/], handoff: [null, 'predicted'] }],
  },
  {
    title: 'order: asks for an invoice for the order',
    talker: 'delivered',
    steps: [{ say: '帮我开张发票', must: [/申请发票/] }],
  },
  {
    title: 'order: late, wants compensation; told the rule, then a person',
    talker: 'late-dispatch',
    steps: [
      { say: '超时没发货有赔偿吗', must: [/券|补|晚/], handoff: [null, 'predicted'] },
      { say: '那给我找人处理', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'return: second thoughts end it without a trace',
    talker: 'delivered',
    steps: [
      { say: '申请退货', offers: /尺码|质量|不想要/ },
      { say: '算了不退了', must: [/先不办|好的/], mustNot: [/登记好了/] },
    ],
  },
  {
    title: 'return turned into an exchange half way',
    talker: 'delivered',
    steps: [
      { say: '想退货 不喜欢', offers: /确认/ },
      { say: '还是换货吧', must: [/换/], mustNot: [/登记好了/] },
    ],
  },
  {
    title: 'exchange: a size up, named in slang',
    talker: 'delivered',
    steps: [{ say: '买小了 想换大一号', must: [/可以换|换成|没货|想换成/] }],
  },
  {
    title: 'repair: the lamp does not light any more',
    talker: 'guest',
    steps: [{ say: '营地灯不亮了咋整', must: [/8 秒|充电|换新/] }],
  },
  {
    title: 'repair: seam open after months, out of the window for returns',
    talker: 'delivered',
    steps: [{ say: '开线了 想维修一下', must: [/修/], offers: /确认/ }],
  },
  {
    title: 'refund: a question that the books cannot answer is answered from the rules',
    talker: 'paid',
    steps: [{ say: '如果退货的话退款多久能到', must: [/工作日/], handoff: null }],
  },
  {
    title: 'complaint: told in a calm voice, asked what happened, then a person',
    talker: 'delivered',
    steps: [
      { say: '我对你们这次服务很不满意', must: [/抱歉|对不起|没做好/], handoff: [null, 'falling-mood'] },
      {
        say: '快递员把包裹扔在门口就走了 打电话也不接',
        handoff: ['predicted', 'falling-mood', 'anger', null],
      },
    ],
  },
  {
    title: 'sensitive: a rash from the wool goes to a person at once',
    talker: 'guest',
    steps: [{ say: '穿了你们的毛衣过敏了 身上起疹子', handoff: 'sensitive-subject' }],
  },
  {
    title: 'privacy: a phone number typed is not read back',
    talker: 'guest',
    steps: [
      {
        say: '我电话13900001234 给我打个电话',
        mustNot: [/13900001234/],
        handoff: [null, 'asked-for-person'],
      },
    ],
  },
  {
    title: 'three strikes: nonsense thrice, then a person',
    talker: 'guest',
    steps: [
      { say: '你会做红烧肉吗', offers: /人工/ },
      { say: '给我唱首歌', offers: /人工/ },
      { say: '我要去火星', handoff: ['bot-failed', 'predicted', 'falling-mood'] },
    ],
  },
  {
    title: 'unclear, then clear: the row of misses ends',
    talker: 'guest',
    steps: [
      { say: '嗯……怎么说呢', offers: /./ },
      { say: '就是想问下会员生日有啥福利', must: [/生日/] },
    ],
  },
  {
    title: 'small talk in the middle of advice',
    talker: 'guest',
    steps: [
      { say: '想买双鞋', must: [/哪|场合|¥/] },
      { say: '哈哈你是机器人吧', must: [/机器人/] },
      { say: '跑步穿的', must: [/¥\d+/], cards: ['product'] },
    ],
  },
  {
    title: 'membership: points, then how long they last',
    talker: 'guest',
    steps: [{ say: '积分啥时候过期', must: [/12 个月/] }],
  },
  {
    title: 'payment: charged twice',
    talker: 'guest',
    steps: [
      { say: '扣了我两次钱怎么回事', must: [/退回|多付/], handoff: [null, 'predicted', 'falling-mood'] },
    ],
  },
  {
    title: 'account: cannot sign in',
    talker: 'guest',
    steps: [{ say: '验证码收不到 登陆不了', must: [/验证码|重发/] }],
  },
  {
    title: 'address: on its way, only a person can',
    talker: 'shipped',
    steps: [{ say: '能不能帮我改下地址 我换公司了', must: [/人工/], handoff: 'predicted' }],
  },
  {
    title: 'praise is taken with thanks and nothing else',
    talker: 'guest',
    steps: [{ say: '你们家衣服质量真不错👍', must: [/谢/], mustNot: [/¥/] }],
  },
  {
    title: 'goodbye ends it',
    talker: 'guest',
    steps: [
      { say: '支持花呗吗', must: [/支付宝|分期/] },
      { say: '行 拜拜', must: [/再见/] },
    ],
  },
];
