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
a: 您好，我是{agent}。那条消息里确实没写清，给您补一张，十天内用掉就行。
c: 好，谢谢 | 谢谢
= solved: 到期提示不清，补发`,
      `c: 券满减算上运费吗，差两块钱 | 就差一双袜子的钱才够门槛
b: @shipping-fee
c: 我问的是券！ | 跟运费没关系…
h: bot-failed
a: 您好，我是{agent}。门槛只算商品，不算运费。差两块就别凑了，我给您换一张低一档的，省得买用不上的。
c: 还能这样，谢谢 | 良心
= solved: 换低门槛券`,
    ],
    en: [
      `c: my coupon doesn't work | the discount won't apply
b: @coupon-not-working
c: i meet the minimum though
h: bot-failed
a: Hello, {agent} here. That style is excluded and the page doesn't say so. Here's one of the same value that works.
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
a: 您好，我是{agent}。查到了，差价今天退给您，不用您等。
c: 好的👍 | 谢谢
= solved: 价保退差`,
      `c: 上周才买的，现在便宜，亏了 | 昨晚十二点一过就降价，故意的吧
b: @price-protection
c: 申请按钮在哪，没找到 | 我这单怎么没有价保按钮
h: bot-failed
a: 您好，我是{agent}。您这单用过券，按钮会隐藏，我替您提了，差价按实付算，今晚到。
c: 那就好，不白熬夜 | 谢谢，还以为不给
= solved: 人工提交价保`,
    ],
    en: [
      `c: it's cheaper today than when i bought it :( | bought the {item} yesterday, it's on sale today
b: @price-protection
c: applied for it
h: predicted
a: Hello, {agent} here. The difference goes back to you today, no need to wait.
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
      `c: 满减和会员折扣能叠加吗 | 我是金卡，为什么没打折
b: @tiers
c: 看完了，没写能不能叠 | 所以到底叠不叠
h: bot-failed
a: 我是{agent}，一句话：券和积分能叠，会员没有折扣，只有积分倍数和生日券。页面我去让他们加上这句。
c: 早写清楚不就好了 | 明白了，谢谢直说
= solved: 规则页未写叠加，已反馈`,
    ],
    en: [
      `c: how does the spend and save work exactly | can i use two coupons
b: @coupon-not-working
c: so why wasn't it taken off
h: bot-failed
a: Hello, {agent} here. One of your items doesn't count towards it. Add a {alt} and you end up paying less.
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
a: 您好，我是{agent}。系统晚了一班，我手工补上了，按您的等级算。
c: 看到了 | 好的
= solved: 积分延迟到账`,
      `c: 生日月双倍积分呢 | 退了一件，积分扣多了吧
b: @points
c: 我算了一遍，少了一百多 | 不对，我自己算的不是这个数
h: bot-failed
a: 您好，我是{agent}。您算得对，系统把运费也扣进去了，差的已补，另送 50 分谢谢您较真。
c: 哈哈行 | 收到了，谢谢
= solved: 积分计算有误，已补`,
    ],
    en: [
      `c: where are my points for {order} | delivered three days ago, no points
b: @points
c: still nothing
h: bot-failed
a: Hello, {agent} here. The run failed last night, I've added them by hand at your rate.
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
      `c: 付款页面一直转，是不是被扣了 | 显示支付中，不知道付没付成
b: @order-confirmation-missing
c: 银行没扣，那我再付一次？ | 不会重复扣吧
b: 没有扣款短信就是没成功，可以放心再付；万一扣了两次，多的那笔会自动退回。
c: 付成了 | 好的，成功了
= solved:`,
    ],
    en: [
      `c: my card keeps getting declined | payment fails every time
b: @payment-failed
c: it's a foreign visa
h: bot-failed
a: Hello, {agent} here. Your bank is refusing it; one call settles that. I've kept your basket meanwhile.
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
a: 您好，我是{agent}。多的那笔已经人工退了，截图发您了，明早到账。
c: 到了说一声 | 行
a: 到账我发您消息。
= promised: 人工退重复扣款`,
      `c: 你们系统扣了两遍，{total}乘以二！ | 微信一笔支付宝一笔，怎么都扣了
b: @charged-twice
c: 我是学生，这钱不是小数 | 今天能退吗，等着用
h: sensitive-subject
a: 我是{agent}，两笔都看到了。多的那笔我现在人工退，十分钟内您手机会响。
c: 响了响了 | 退回来了，谢谢
a: 让您担心了，对不起。
= solved: 人工退回，当场到账`,
    ],
    en: [
      `c: i was charged twice for {order} | two payments for one order??
b: @charged-twice
c: it's been hours already
h: falling-mood
a: Hello, {agent} here. I've refunded the second one by hand; screenshot sent, money tomorrow.
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
a: 您好，我是{agent}。邮箱写错了一个字母。我重发到您订单里的邮箱，您刷新一下。
c: 收到了谢谢 | 收到 辛苦
= solved: 邮箱错误，重发`,
      `c: 月底了财务催我，发票发我下 | 上个月的发票还能补开吗
b: @e-invoice
c: 申请过了，显示已开具 | 已开具，但是没收到邮件
h: bot-failed
a: 您好，我是{agent}。邮件被您公司邮箱拦了，我换个方式，链接发在这里，点开就能下。
c: 下到了！ | 可以可以，救急了
= solved: 邮件被拦，改发链接`,
    ],
    en: [
      `c: never got my invoice for {order} | my company needs the invoice today
b: @invoice-not-received
c: checked spam, nothing
h: bot-failed
a: Hello, {agent} here. The address had a typo, it's resent to the one in your order. Please reload.
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
      `c: 发票开成餐饮了？？我买的是{item} | 品名写「日用品」财务不认
b: @invoice-wrong
c: 要写具体品名 | 明细要列出来
h: predicted
a: 明白，我是{agent}。作废重开，品名写「{product}」，附销货清单，明天发您邮箱。
c: 好，就是这样 | 行，这次别错了哈
= solved: 按明细重开`,
    ],
    en: [
      `c: wrong company name on the invoice | tax number is off by one digit
b: @invoice-wrong
c: please reissue it, here are the details
h: predicted
a: Hello, {agent} here. The old one is voided, the new one is with you within a working day.
c: thank you | perfect
= solved: Reissued`,
    ],
  },
];
