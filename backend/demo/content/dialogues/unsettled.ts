import type { Situation } from './situation.ts';

/** First contacts about trouble that is still not over: what was promised here is what the customer comes back for. */
export const unsettledSituations: readonly Situation[] = [
  {
    id: 'late-dispatch-promised',
    causeCode: 'logistics.warehouse-delay',
    moment: 'late-dispatch-unsettled',
    zh: [
      `c: {order} 能今天发吗 | 亲，啥时候发货呀，都超时了 | 看了眼订单，还是等待仓库处理 | 我的{item}怎么还没发 | 催单，{order}
b: @dispatch-time
c: 已经超了
h: falling-mood
a: 您好，我是{agent}。我去催仓库，今天一定发，晚上您看物流。
c: 好，信你一次 | 那我晚上看
n: 已在仓库群催单，晚上再看
= promised: 承诺当晚发出`,
      `c: 我下的单好像被你们忘了 | 两天了，别人家早发了 | 付款{days}天，物流一条都没有 | 是不是漏了我这单
b: @late-dispatch-compensation
c: 券可以有，东西更要有
h: falling-mood
a: 您好，我是{agent}。给您加急了，最晚明天上午，我盯着，发了告诉您。
c: 行 等你消息 | 麻烦了
= promised: 承诺次日上午发`,
      `c: 急着用，今天能出仓不 | 你好，这单能不能加个急 | 有没有人帮我看下{order}，等着用
b: 您的订单 {order} 正在等待仓库处理，我帮您登记加急。
c: 登记了会有人看吗
h: bot-failed
a: 有人看的，我是{agent}。我给仓库打了电话，下午四点前出。
c: 好的，谢谢！ | ok那我等四点
= promised: 承诺下午四点前出仓`,
    ],
    en: [
      `c: can {order} go out today? | my {item} should have been shipped by now
b: @dispatch-time
c: it's over that time
h: falling-mood
a: Hello, {agent} here. I've pushed the warehouse, it will definitely leave today. Check tonight.
c: ok, i'll take your word for it | thanks, will look tonight
= promised: Promised for the same day`,
      `c: did you forget my order? nothing since i paid
b: @late-dispatch-compensation
c: i just want it shipped
h: falling-mood
a: {agent} here, I've asked for tomorrow morning at the latest and I'll write to you once it's out.
c: please do | appreciated
= promised: Promised for the next morning`,
    ],
  },
  {
    id: 'stuck-promised',
    causeCode: 'logistics.carrier.stuck',
    moment: 'stuck-unsettled',
    zh: [
      `c: 快递停了好几天 | {carrier}这个件不动了 | 还在那个分拨中心，{days}天了 | {order} 的物流不动了 | 包裹是不是丢了
b: @tracking-not-updated
c: 帮我催一下
h: asked-for-person
a: 您好，我是{agent}，已经提了催查。快递今天会给说法，我今晚之前回您。
c: 好，等你 | 别忘了哦
= promised: 承诺当晚回复催查结果`,
      `c: 运单 {tracking} 卡在分拨中心了
b: 我查到最近一次更新停在分拨中心，已超过 {stuckHours} 小时。要转人工催查吗？
c: 要
h: asked-for-person
a: 您好，我是{agent}。{carrier}说明天上午装车，如果没装我直接给您重发。
c: 行，那就看明天 | 好的记下了
= promised: 承诺次日不动就重发`,
      `c: 你好，我那{unit}{item}到哪儿了，显示还在路上
c: 都没动过
b: @track-parcel
c: 我会查，就是查了才来问的
h: bot-failed
a: 您好，我是{agent}。这边显示网点积压，我催过了，最迟后天到您手上。
c: 后天啊…行吧 | 好，再等等
= promised: 承诺后天送到`,
    ],
    en: [
      `c: my parcel hasn't moved for days | {order} is stuck somewhere
b: @tracking-not-updated
c: please chase it
h: asked-for-person
a: Hello, {agent} here. Trace opened with {carrier}, I'll have an answer for you tonight.
c: ok thanks, waiting for it | great, talk later
= promised: Promised an answer the same night`,
      `c: where {is} my {item}, tracking is frozen
b: @track-parcel
c: i did track it, that's the problem
h: bot-failed
a: {agent} here. {carrier} loads it tomorrow morning; if they don't, I send you a new one.
c: deal | ok
= promised: New one if it does not move tomorrow`,
    ],
  },
  {
    id: 'refund-promised',
    causeCode: 'returns.refund-slow',
    moment: 'slow-refund-unsettled',
    zh: [
      `c: 退货都签收一周了，钱呢 | 仓库{days}天前就收到了，退款还没有 | 你好，退款超时了吧 | {order} 的退款怎么还没动
b: @refund-time
c: 超了，你看看日期
h: falling-mood
a: 您好，我是{agent}。我转给财务了，明天之内一定退。
c: 好，明天我看 | 行吧
= promised: 承诺次日退款`,
      `c: 退款进度一直是验货中，验什么要验这么久 | 一{unit}{item}要验{days}天？ | 验货中验货中，验到什么时候
b: 您的退货已由仓库签收，正在验货，请耐心等待。
c: 我很耐心了
h: falling-mood
a: 您好，我是{agent}。验货台排队，我给您插到前面，两天内退。
c: 两天，记住了 | 谢谢
= promised: 承诺两天内退款`,
    ],
    en: [
      `c: you've had my return for a week, where's the refund | refund for {order} still not here
b: @refund-time
c: that's already over
h: falling-mood
a: Hello, {agent} here. I've passed it to finance, you'll have it tomorrow.
c: alright, tomorrow then | ok
= promised: Promised for the next day`,
      `c: status says “inspecting” for days. how long can you look at {them}
b: Your return has arrived and is being inspected. Thank you for your patience.
c: patience is running out
h: falling-mood
a: {agent} here. I've moved yours to the front, refund within two days.
c: ok. two days. | noted, thanks
= promised: Promised within two days`,
    ],
  },
];
