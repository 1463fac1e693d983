import type { Situation } from './situation.ts';

/** Sending things back, and waiting for the money. */
export const returnSituations: readonly Situation[] = [
  {
    id: 'how-to-return',
    causeCode: 'returns.how-to',
    moment: 'return-wanted',
    zh: [
      `c: 想退货怎么弄 | {item}不太合适，怎么退 | 退货入口在哪，找了半天
b: @how-to-return
c: 要自己出运费吗
b: @return-freight
c: 知道了，我去申请 | 行，谢谢 | 好的已提交
= solved:`,
      `c: {order} 我想退掉，穿上不好看
b: 可以的，这单还在退货期内。要我现在帮您提交退货申请吗？
c: 提交吧 | 嗯，帮我提
b: 已提交，明天有快递员上门取件，请保持电话畅通。
c: 👌 | 好
= solved:`,
    ],
    en: [
      `c: how do i return something | the {item} {is}n't for me, how do i send {them} back
b: @how-to-return
c: is the pick-up free?
b: @return-freight
c: ok, clear. thanks | got it
= solved:`,
    ],
  },
  {
    id: 'refund-when',
    causeCode: 'returns.refund-slow',
    moment: 'refund-awaited',
    zh: [
      `c: 退款啥时候到 | 退的钱怎么还没收到 | 退货都寄回去几天了
b: @refund-time
c: 哦那再等等 | 好的，知道了 | 行吧
= solved:`,
      `c: {order} 的退款到哪一步了
b: 您的退货已被仓库签收，正在验货，通过后原路退回，通常一两天内。
c: ok | 谢谢
= solved:`,
    ],
    en: [
      `c: when do i get my money back for {order} | any update on my refund?
b: @refund-time
c: ok, i'll wait | thanks, that's clear
= solved:`,
    ],
  },
  {
    id: 'refund-overdue',
    causeCode: 'returns.refund-slow',
    moment: 'slow-refund',
    zh: [
      `c: 东西退回去这么久了钱呢 | 仓库都收到了，凭什么不退钱 | 你们是打算不退了吗
b: @refund-time
c: 早就超了你自己看看 | 别给我念规则，看看日期
h: anger
a: 您好，我是{agent}。查到了，仓库验完没点「通过」，钱一直没出来，是我们的错。
c: 没点？？一个按钮拖了我多少天 | 所以我不来问就一直放着？
a: 您说得对。我刚点了，现在原路退出，微信十分钟内到。另外给您 ¥{faultCoupon}。
c: 到了 | 收到退款了
a: 对不起，耽误您这么久。
c: 算了 | 行吧，到了就好
n: 验货台积压 37 单，已报仓库经理
= solved: 验货后未提交，当场退出`,
      `c: 说好{refundDays}个工作日，{days}天了 | 退款{days}天了，我都不敢退你们家东西了
b: 您的退货 {order} 仓库已签收，我帮您催一下退款进度。
c: 催了几次了都是这句话
h: falling-mood
a: 您好，我是{agent}。这笔卡在银行通道被打回来一次，我刚换通道重发，明早到账。
c: 没到我还找你 | 那明天我再看
a: 我记着这事，明早十点我主动给您看结果。
c: 嗯 | 好的谢谢
= promised: 银行通道失败，次日到账`,
    ],
    en: [
      `c: you've had my return for ages, where is the refund | it's been {days} days. where is my money
b: @refund-time
c: that's long over | look at the dates please
h: anger
a: Hello, {agent} here. Your return was checked and nobody pressed approve. That is our fault, and it's sent now, with ¥{faultCoupon} on top.
c: it just came in. thank you | finally. thanks
a: I'm sorry you had to chase it.
= solved: Approved after inspection was missed`,
      `c: honestly considering a chargeback over {order}
b: I understand. Your refund for {order} is being processed.
c: processing for {days} days isn't processing
h: anger
a: {agent} here. It bounced at the bank and nobody noticed. I've resent it now and can confirm it leaves today.
c: please confirm when it's through | let me know then
a: I will write to you the moment it is.
= promised: Bounced refund resent`,
    ],
  },
  {
    id: 'return-refused',
    causeCode: 'returns.refused',
    moment: 'refund-awaited',
    zh: [
      `c: 凭什么驳回我的退货 | 说影响二次销售，我就试穿了一下 | 仓库说我洗过，我真没洗
b: @return-refused
c: 我现在申诉 | 那我要申诉
h: sensitive-subject
a: 您好，我是{agent}。我调了入库照片，标签确实是我们自己撕的，不是您。
c: 所以呢 | 我就说吧
a: 退款现在走。这件事不该让您解释，我替您记到质检那边。
c: 谢谢你讲理 | 谢了
= solved: 误判，已退`,
      `c: 退货被打回来了，运费还要我出？ | 说我把吊牌弄丢了，来的时候就没有
b: @return-refused
c: 我有开箱视频 | 视频能发给你们吗
h: sensitive-subject
a: 发我就好，我是{agent}。……看完了，来的时候确实没吊牌。退款现在办，运费我们出。
c: 幸好我录了 | 公道，谢谢
= solved: 开箱视频证明，已退`,
    ],
    en: [
      `c: my return was refused and i did nothing wrong | they say i washed it. i did not wash it
b: @return-refused
c: then please look again | appealing it
h: sensitive-subject
a: Hello, {agent} here. I pulled the intake photos: that tag was cut here, not by you. The refund goes out now.
c: thank you for actually looking | appreciate it
= solved: Refusal was wrong`,
    ],
  },
  {
    id: 'return-too-late',
    causeCode: 'returns.refused',
    moment: 'long-delivered',
    zh: [
      `c: {item}一直没穿，现在还能退吗 | 买了{days}天了，吊牌都没拆，可以退不
b: @return-window
c: 就超了几天，通融一下呗 | 我前阵子出差，没顾上
h: sensitive-subject
a: 您好，我是{agent}。全新未拆的话，我最多给您换成购物金，退现金过了 {windowDays} 天系统就关了，抱歉。
c: 购物金也行吧，多久有效 | 那算了，我留着穿
a: 一年有效，您随时可以来找我办。
= unsolved: 超过退货期，客人未接受购物金`,
      `c: 过了{windowDays}天就一分钱不退？ | 我{days}天前买的，全新，你们说退不了 | 才{days}天，规定是死的人是活的
b: @return-window
c: 我要找人说 | 叫个能做主的来
h: asked-for-person
a: 您好，我是{agent}。过期的退货我确实批不了，给您按维修和以旧换新想想办法，行吗？
c: 不行，我就要退 | 那不用了，以后不来了
= unsolved: 超期退货，客人不满`,
    ],
    en: [
      `c: is it too late to return my {item}? bought {days} days ago | never wore it, can i still send it back
b: @return-window
c: i was away, can you make an exception
h: sensitive-subject
a: Hello, {agent} here. Past {windowDays} days I can't refund it, but if it's unworn I can offer store credit for a year.
c: i'd rather have the money, but ok | no thanks then
= unsolved: Past the window, credit offered`,
    ],
  },
  {
    id: 'freight-dispute',
    causeCode: 'returns.freight-dispute',
    moment: 'return-wanted',
    zh: [
      `c: 明明是你们的问题为什么扣我运费 | {item}是坏的，凭什么让我付退货运费 | 不是说质量问题免运费吗
b: @return-freight
c: 可是扣了我{returnFee}块 | 结果还是从退款里扣了
h: bot-failed
a: 您好，我是{agent}。这单原因选成了「不喜欢」，所以系统扣了。我改成质量问题，¥{returnFee} 马上退。
c: 哦是这样，谢谢 | 好的
= solved: 退货原因改正，退还运费`,
      `c: 为啥退货要我出钱，尺码不合适也算我的？
b: @return-freight
c: 按你们推荐买的不合适，那这运费谁的 | 推荐的尺码错了也怪我咯
h: falling-mood
a: 您说得在理，推荐错了算我们的。这次取件费我给您免了，谢谢您说清楚。
c: 好，谢谢 | 可以
= solved: 推荐尺码错，免运费`,
    ],
    en: [
      `c: why am I paying freight for a faulty {item}? | I was charged for a return that's your mistake
b: @return-freight
c: but you did charge me | that's not what happened
h: bot-failed
a: Hello, {agent} here. The reason was set to “changed mind”; I've set it to fault and the fee is on its way back.
c: thank you | great
= solved: Reason corrected, fee returned`,
    ],
  },
];
