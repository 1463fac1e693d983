import type { Situation } from './situation.ts';

/** Another size, another mind. */
export const exchangeSituations: readonly Situation[] = [
  {
    id: 'exchange-size',
    causeCode: 'quality.size-off',
    moment: 'delivered',
    categories: ['outerwear', 'tops'],
    zh: [
      `c: {item}小了，想换大一码 | 买大了能换吗 | 按你们推荐的码买的，结果穿不上
b: @exchange
c: 大一码还有吗 | 那我要的码有没有货
h: predicted
a: 您好，我是{agent}。有的，我先给您留住，您今天寄回，我看到揽收就发新的。
c: 推荐的码不准这个你们记一下 | 好的，马上寄
a: 记下了，您这个身材我备注给尺码组，他们会改推荐表。
c: 谢谢 | 谢谢你
= solved: 尺码推荐偏小，已换`,
      `c: 尺码表是不是写错了，{size}码量出来跟小一号一样
c: 我自己量的，{item}肩宽差了3厘米
b: @garment-sizes
c: 我说的是尺码表不准，不是不会选
h: bot-failed
a: 您好，我是{agent}。您量得对，这批裁小了，我们在查。您的免费换，来回都我们出。
c: 那就换 | 行，换大一码
n: 该款 {size} 实测偏小，已报品控
= solved: 批次偏小，免费换`,
    ],
    en: [
      `c: the {item} {is} too small, can i get one size up? | followed your size advice and it doesn't fit
b: @exchange
c: is the next size in stock | do you have it in my size
h: predicted
a: Hello, {agent} here. It is, and I'm holding it for you. Send yours today and the new one leaves as soon as the courier scans it.
c: great, dropping it off now | perfect, thanks
= solved: Size advice too small, exchanged`,
    ],
  },
  {
    id: 'exchange-shoes',
    causeCode: 'quality.size-off',
    moment: 'delivered',
    categories: ['footwear'],
    zh: [
      `c: {item}挤脚，想换大一码 | {size}码小了，顶脚趾 | 鞋偏小你们怎么不写
b: @exchange
c: 穿了一次在家里走了走，算不算穿过 | 鞋盒还在，能换吧
h: predicted
a: 您好，我是{agent}。在家试走没关系。大一码有货，先给您留着，取件的人明天上门。
c: 取件费要出吗
a: 换货第一次免费。
c: 👌 | 好的谢谢 | 那太好了
= solved: 换大一码`,
      `c: {product} {size} 太大了，走路掉跟 | 听你们说选大一码，结果大了
b: @shoe-sizes
c: 我就是按这个选的
h: bot-failed
a: 您好，我是{agent}。您脚背低，这款确实容易掉跟。给您换小一码，再送一副后跟贴。
c: 行，想得周到 | 谢谢
= solved: 换小一码，送后跟贴`,
    ],
    en: [
      `c: the {item} pinch, can i go one size up? | size {size} is too small
b: @exchange
c: i only walked around at home in them
h: predicted
a: Hello, {agent} here. That's fine. The next size is held for you and pick-up is tomorrow, free for a first exchange.
c: excellent | thank you!
= solved: One size up`,
    ],
  },
  {
    id: 'exchange-gone',
    causeCode: 'returns.exchange-gone',
    moment: 'delivered',
    categories: ['outerwear', 'tops', 'bottoms', 'footwear', 'accessories'],
    zh: [
      `c: 换货说给我留着，现在又没货了 | 我东西都寄回去了你们说没码了
b: @exchange-out-of-stock
c: 那我现在什么都没有 | 两头空是吧
h: falling-mood
a: 您好，我是{agent}。这次是留货释放得早了，我们的问题。现在能给您{alt}，或者全额退，另补 ¥{faultCoupon}。
c: 看看{alt}吧 | 换那个的话差价呢
p: alt
a: 差价我们不收，就按这件的价给您。
c: 行，成交 | 那可以
n: 留货时间只有 40 小时就释放了，系统规则要查
= solved: 换相近款补差`,
    ],
    en: [
      `c: you said you'd hold my size and now it's gone | sent mine back and there's no exchange left
b: @exchange-out-of-stock
c: so i have nothing now | great
h: falling-mood
a: Hello, {agent} here. It was released too early, our mistake. I can offer the {alt}, or a full refund with ¥{faultCoupon} on top.
c: let me see the {alt} | refund please
p: alt
a: No extra charge, same price as yours.
c: ok, i'll take it | actually yes, thanks
= solved: Similar style at the same price`,
    ],
  },
  {
    id: 'exchange-became-refund',
    causeCode: 'returns.exchange-gone',
    moment: 'refund-awaited',
    zh: [
      `c: 换货等补货等到什么时候 | 你们说补货了通知我，没有啊 | 我的换货一直显示等待补货
b: @restock-notice
c: 那我不换了，直接退 | 算了，退吧 | 不等了，退钱
h: predicted
a: 您好，我是{agent}。补货要三周，太久了，我给您全退，运费我们出，钱今天就走。
c: 行 | 谢谢 | 好的，麻烦了
= solved: 换货改为全退`,
    ],
    en: [
      `c: how long do i have to wait for my exchange | my exchange says waiting for stock, for how long?
b: @restock-notice
c: then i'd rather have my money back | i won't wait that long
h: predicted
a: Hello, {agent} here. Restock takes three weeks, that's too long. Full refund today, freight on us.
c: ok thanks | good, thank you
= solved: Exchange turned into a refund`,
    ],
  },
  {
    id: 'wants-to-keep-it',
    causeCode: 'returns.changed-mind',
    moment: 'delivered',
    zh: [
      `c: 不想退了怎么撤销 | 点错退货了 | 退货申请能取消吗，其实还挺喜欢
b: @change-of-mind-after-refund
c: 已经被取走了 | 快递员刚拿走
h: predicted
a: 您好，我是{agent}，拦下来了，明天送还给您，不收费。
c: 谢谢！！差点就没了 | 多谢
= solved: 拦截退货`,
      `c: 老婆说好看，不退了 | 退货填错了，其实要退的是另一单
b: @change-of-mind-after-refund
c: 撤销按钮点了没反应 | 快递员已经在楼下了
h: predicted
a: 我是{agent}，让他先上别家，您这单我撤了。替我问您家里人好。
c: 哈哈好 | 撤掉了，谢谢
= solved: 撤销退货`,
    ],
    en: [
      `c: can i cancel my return? i want to keep it after all
b: @change-of-mind-after-refund
c: it's already been picked up | courier has it :(
h: predicted
a: Hi, {agent} here. Stopped it at the depot, it comes back to you tomorrow.
c: amazing thank you | phew thanks
= solved: Return stopped`,
    ],
  },
  {
    id: 'cancel-order',
    causeCode: 'returns.changed-mind',
    moment: 'cancel-wanted',
    zh: [
      `c: 帮我取消 {order} | 买错了要取消 | 刚下的单不想要了
b: @cancel-order
c: 已经点了，钱多久退 | 取消了，什么时候退我
b: 微信和支付宝一般当天退回，银行卡 {cardFrom} 到 {cardTo} 个工作日。
c: 好 | 谢谢
= solved:`,
      `c: 先别发！我要改主意了 | 停停停，{order}不要了
b: @cancel-order
c: 点不了取消，显示打包中 | 取消按钮灰的
h: bot-failed
a: 您好，我是{agent}，替您拦下来了，还没出仓。退款现在走。
c: 好险，谢谢 | 谢谢，速度
= solved: 打包前拦截`,
    ],
    en: [
      `c: please cancel {order} | i ordered by mistake, cancel it
b: @cancel-order
c: done. when is the refund?
b: WeChat Pay and Alipay arrive the same day, cards take {cardFrom} to {cardTo} working days.
c: thank you | cool
= solved:`,
    ],
  },
];
