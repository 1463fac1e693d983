import type { Situation } from './situation.ts';

/** Prices, payment and invoices. */
export const moneySituations: readonly Situation[] = [
  {
    id: 'coupon-failed',
    causeCode: 'price.coupon-failed',
    moment: 'none',
    zh: [
      `c: 券用不了 | 为啥我的券一直不能勾选 | 优惠券点了没反应啊 | 结算的时候券是灰色的
b: @coupon-not-working
c: 门槛够的，还是不行 | 我满了，买了两件
h: bot-failed
a: 您好，我是{agent}。是这款不参加满减，页面没写清楚。给您换一张指定可用的，面额一样。
c: 可以用了，谢谢 | 好了
n: 商品页缺少「不参加满减」标注，已提单
= solved: 规则页缺标注`,
      `c: 券怎么又过期了，我还没用呢 | 昨天还在的券今天没了 | 优惠券显示已失效？我都没用过
b: @coupon-not-working
c: 发的时候没写过期时间啊
h: bot-failed
a: 您好，{agent}。那条消息里确实没写清，给您补一张，十天内用掉就行。
c: 好，谢谢 | 谢谢
= solved: 到期提示不清，补发`,
    ],
    en: [
      `c: my coupon doesn't work | the discount won't apply
b: @coupon-not-working
c: i meet the minimum though
h: bot-failed
a: Hello, {agent}. That style is excluded and the page doesn't say so. Here's one of the same value that works.
c: applied, thank you | works now, cheers
= solved: Exclusion not shown`,
    ],
  },
  {
    id: 'price-dropped',
    causeCode: 'price.dropped-after',
    moment: 'just-delivered',
    zh: [
      `c: 刚到手就降价了 | 昨天{price}今天便宜了，心疼 | 买完第二天打折什么意思
b: @price-protection
c: 怎么申请 | 已经点了申请价保
h: predicted
a: 您好，{agent}。查到了，差价今天退给您，不用您等。
c: 好的👍 | 谢谢
= solved: 价保退差`,
    ],
    en: [
      `c: it's cheaper today than when i bought it :( | bought the {item} yesterday, it's on sale today
b: @price-protection
c: applied for it
h: predicted
a: Hello, {agent}. The difference goes back to you today, no need to wait.
c: brilliant | thank you
= solved: Price protection paid`,
    ],
  },
  {
    id: 'rule-unclear',
    causeCode: 'price.rule-unclear',
    moment: 'none',
    zh: [
      `c: 满减到底怎么算 | 这个满减我算了半天没算明白 | 两张券能一起用吗 | 跨店凑单吗？没看懂
b: @coupon-not-working
c: 那我凑够了怎么没减 | 那应该减多少
h: bot-failed
a: 您好，我是{agent}。您这单一件不参加，算上只有差一点；加一{altUnit}{alt}就满了，算下来反而便宜。
p: alt
c: 那加一{altUnit}吧 | 哦懂了，谢谢
= solved: 满减规则说明`,
    ],
    en: [
      `c: how does the spend and save work exactly | can i use two coupons
b: @coupon-not-working
c: so why wasn't it taken off
h: bot-failed
a: Hello, {agent}. One of your items doesn't count towards it. Add a {alt} and you end up paying less.
p: alt
c: sold, thanks | got it now
= solved: Rule explained`,
    ],
  },
  {
    id: 'points-missing',
    causeCode: 'price.points-missing',
    moment: 'delivered',
    zh: [
      `c: 积分怎么没到 | 收货三天了积分还是0 | 我不是金卡吗怎么按一倍算
b: @points
c: 还是没有啊 | 没到
h: bot-failed
a: 您好，{agent}。系统晚了一班，我手工补上了，按您的等级算。
c: 看到了 | 好的
= solved: 积分延迟到账`,
    ],
    en: [
      `c: where are my points for {order} | delivered three days ago, no points
b: @points
c: still nothing
h: bot-failed
a: Hello, {agent}. The run failed last night, I've added them by hand at your rate.
c: i see them, thanks | cheers
= solved: Points added by hand`,
    ],
  },
  {
    id: 'payment-failed',
    causeCode: 'payment.failed',
    moment: 'none',
    zh: [
      `c: 一直付不了款 | 支付失败三次了 | 点支付就白屏
b: @payment-failed
c: 换了支付宝可以了 | 好了，是我网的问题
b: 太好了，订单给您保留了 {unpaidMinutes} 分钟，还在。
c: 嗯嗯 谢谢
= solved:`,
      `c: 外国卡付不了吗 | 信用卡一直拒 | 境外发的卡能付吗，老是失败
b: @payment-methods
c: Visa 就是不行
h: bot-failed
a: 您好，我是{agent}。您的行拒绝的，给他们打个电话就行；急的话先用支付宝国际版。
c: 好，我打电话 | 谢谢
= solved: 发卡行拒付`,
    ],
    en: [
      `c: my card keeps getting declined | payment fails every time
b: @payment-failed
c: it's a foreign visa
h: bot-failed
a: Hello, {agent}. Your bank is refusing it; one call settles that. I've kept your basket meanwhile.
c: ok calling them | thanks
= solved: Bank refused the card`,
    ],
  },
  {
    id: 'charged-twice',
    causeCode: 'payment.charged-twice',
    moment: 'before-dispatch',
    zh: [
      `c: 扣了我两笔钱 | 银行短信来了两条，扣了两次 | 一单怎么扣两次
c: {order} {total}块扣了两遍
b: @charged-twice
c: 两小时都过了 | 你们倒是快点
h: falling-mood
a: 您好，{agent}。多的那笔已经人工退了，截图发您了，明早到账。
c: 到了说一声 | 行
a: 到账我发您消息。
= promised: 人工退重复扣款`,
    ],
    en: [
      `c: i was charged twice for {order} | two payments for one order??
b: @charged-twice
c: it's been hours already
h: falling-mood
a: Hello, {agent}. I've refunded the second one by hand; screenshot sent, money tomorrow.
c: thank you | ok i'll watch for it
= promised: Double charge refunded by hand`,
    ],
  },
  {
    id: 'invoice-missing',
    causeCode: 'payment.invoice-missing',
    moment: 'delivered',
    zh: [
      `c: 发票一直没收到 | 申请一周了，公司催报销 | 开票怎么这么慢
b: @invoice-not-received
c: 垃圾箱也没有 | 找遍了没有
h: bot-failed
a: 您好，{agent}。邮箱写错了一个字母。我重发到您订单里的邮箱，您刷新一下。
c: 收到了谢谢 | 收到 辛苦
= solved: 邮箱错误，重发`,
    ],
    en: [
      `c: never got my invoice for {order} | my company needs the invoice today
b: @invoice-not-received
c: checked spam, nothing
h: bot-failed
a: Hello, {agent}. The address had a typo, it's resent to the one in your order. Please reload.
c: got it! thanks | here it is, thank you
= solved: Wrong address on the request`,
    ],
  },
  {
    id: 'invoice-wrong',
    causeCode: 'payment.invoice-wrong',
    moment: 'delivered',
    zh: [
      `c: 发票抬头少了两个字 | 税号错了一位，公司不给报 | 要专票给我开成普票了
b: @invoice-wrong
c: 那就重开吧，资料给你 | 正确的发你了
h: predicted
a: 您好，我是{agent}。原来那张作废，新的一个工作日内发邮箱。
c: 好的谢谢 | 明天能到不，要入账
a: 明早第一张开您的。
= solved: 作废重开`,
    ],
    en: [
      `c: wrong company name on the invoice | tax number is off by one digit
b: @invoice-wrong
c: please reissue it, here are the details
h: predicted
a: Hello, {agent}. The old one is voided, the new one is with you within a working day.
c: thank you | perfect
= solved: Reissued`,
    ],
  },
];
