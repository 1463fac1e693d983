import type { Situation } from './situation.ts';

/** Orders that have not left the warehouse, or left it late. */
export const dispatchSituations: readonly Situation[] = [
  {
    id: 'late-dispatch-urge',
    causeCode: 'logistics.warehouse-delay',
    moment: 'late-dispatch',
    zh: [
      `c: 在吗，{order} 怎么还没发货 | 你好 {date}下的单到现在还没发出来 | 请问我的{item}啥时候发？都过两天了
b: @dispatch-time
c: 我知道{dispatchHours}小时，已经过了啊 | 问题是早就过了 | 你说的这个时间已经超了
h: falling-mood
a: 您好，我是{agent}。{order} 我看到了，仓库这边这批货贴标晚了，是我们的问题，对不起。 | 您好，{agent}来帮您看。这单确实超过了承诺时间，责任在我们。
c: 那到底什么时候能发 | 所以今天能发吗
a: 我刚和仓库确认过，今天下午随第一车走。超时的发货保障券 ¥{lateCoupon} 已经给您补上，不用申请。
c: 行吧，希望说话算话 | 好的，那我等着 | 嗯嗯，发了告诉我一声
= solved: 仓库贴标积压，当日已发`,
      `c: 催一下发货 | 麻烦催催仓库 | 在不在，帮忙催个单
c: 单号 {order}
b: 您的订单 {order} 已付款，正在仓库处理。承诺 {dispatchHours} 小时内发出，目前已经超过，我为您转人工催办。
h: bot-failed
a: 您好，我是{agent}。已经看到超时了，我这边直接找仓库主管加急，半小时内给您答复。 | 您好，我是{agent}，给您加急处理，先说声抱歉。
c: 谢谢，我周末要用 | 尽量快点哈，周末出门穿的
n: 仓库说拣货单卡在 B 区，已手动推单
a: 推好了，今晚八点前出库，晚上您就能看到揽收记录。另外补您一张 ¥{lateCoupon} 的券。
c: 效率可以👍 | 好嘞，多谢 | 收到，谢谢你
= solved: 拣货单卡住，手动推单`,
      `c: 你们发货也太慢了吧！！ | 发个货这么难吗 | 等得我都想退了
c: {days}天了还在等待仓库处理 | 付了款就没下文了是吗
b: @late-dispatch-compensation
c: 我不要券，我要货 | 谁稀罕你的券，赶紧发
h: anger
a: 您着急是应该的，这单确实是我们拖了。我是{agent}，现在就盯着仓库给您发。
c: 每次都这么说
a: 这次我给您具体时间：今天 17 点前出库，没出我主动给您打电话。券照样补，和货不冲突。
c: 那我记着了 | 好，17点我来看
= solved: 大促后积压，当天出库`,
    ],
    en: [
      `c: hi, my order {order} still says paid, it's been {days} days | Hello, when will {order} be dispatched? It's past the promised time | any news on order {order}? still not shipped
b: @dispatch-time
c: that time is already over | yes I read that, it's later than that now
h: falling-mood
a: Hello, this is {agent}. You're right, it is past our promise. The warehouse labelled this batch late, and I'm sorry.
c: so when does it actually leave? | ok, but when?
a: It goes out with this afternoon's truck. A ¥{lateCoupon} coupon for the delay is already in your account.
c: fine, thanks | thank you, that helps
= solved: Label backlog, left the same day`,
      `c: why is nothing happening with my {item}
c: ordered {date} and it hasn't even left your warehouse
b: @late-dispatch-compensation
c: i'd rather have the {item} than a coupon tbh | keep the coupon, just ship it
h: falling-mood
a: Fair enough. I'm {agent}, and I have just pushed your pick list myself. It was stuck in one zone.
a: You'll see the first scan tonight before nine.
c: great, appreciate it | ok. will check tonight
= solved: Pick list stuck, pushed by hand`,
    ],
  },
  {
    id: 'late-for-an-occasion',
    causeCode: 'logistics.warehouse-delay',
    moment: 'late-dispatch',
    zh: [
      `c: 我买的{item}是送人的，后天就过生日了 | 急急急，{item}周五前能到吗 | 这周六要出发，{order} 还没发我怎么带走
b: @delivery-time
c: 我问的是还没发出来的单！
h: falling-mood
a: 您好，我是{agent}。看到了，还没出仓，我给您改走特快，运费我们出。
c: 改特快能赶上吗 | 确定来得及？
a: 今晚出，{city}后天上午到。万一没赶上，我给您全退，{item}送您。
c: 有你这句话我放心了 | 好 那就靠你了
n: 已批特快，费用走仓库超时
= solved: 改特快赶上日期`,
      `c: 我下单的时候页面写{dispatchHours}小时，现在几个小时了你们自己算 | 说好两天，今天第{days}天
c: 孩子后天学校活动要用的
b: 很抱歉给您带来不便。{order} 目前等待仓库处理，我帮您转给同事加急。
h: asked-for-person
a: 您好，{agent}在。后天一早要用，普通快递怕是赶不上，我实话跟您说。 | 您好，我是{agent}。我先不给您空头支票：普通快递赶不上后天。
c: ……那怎么办 | 所以呢
a: 两个办法：改走航空件，明晚之前送到，费用我们出；或者全额退，券 ¥{lateCoupon} 照补。您选。
c: 航空件吧，谢谢 | 那就航空件 | 航空，麻烦快点
a: 安排好了，送之前派件员会打您电话。
c: 真的谢谢，刚才话说重了 | 可以可以，辛苦了
= solved: 改航空件补救`,
    ],
    en: [
      `c: I need this for a birthday on Saturday and it hasn't moved | I leave on a trip in two days, {order} is still not shipped
b: @delivery-time
c: it isn't even dispatched. please read my message | that only helps once it ships
h: falling-mood
a: Hi, {agent} here. I've upgraded {order} to express at our cost. It leaves tonight and reaches {city} the day after tomorrow.
c: and if it doesn't make it? | are you sure?
a: Then you get a full refund and keep the {item}. I've written that into the order.
c: that's very fair, thank you | ok wow. thanks {agent}
= solved: Express at our cost`,
    ],
  },
  {
    id: 'late-compensation-missing',
    causeCode: 'commitment.compensation-missing',
    moment: 'after-late-delivery',
    zh: [
      `c: 上次发货晚了说补我券，怎么没看到 | 你们答应的超时补偿券呢，{order} 这单
b: @late-dispatch-compensation
c: 写的自动到账，我没有啊 | 自动到账？我翻遍了都没有
h: bot-failed
a: 您好，我是{agent}。查到了，那张券发到了您小程序的账号，网页登录的是另一个手机号。
c: 我就一个手机号吧 | 那能挪过来吗
a: 已经给您在这个账号补发一张，¥{lateCoupon}，三十天内有效。之前那张也还能用。
c: 行，谢谢 | 好的收到了 | 看到了，谢啦
= solved: 券发到另一账号，补发`,
      `c: 客服承诺的{veryLateCoupon}块补偿一个月了没影 | 我就想问一句，说好的补偿还算数吗
c: 单号{order}
b: 您好，超时补偿会自动发到卡包。没看到的话我帮您转人工核对。
c: 转吧
h: asked-for-person
a: 您好，我是{agent}。我把上次的对话翻出来了，同事确实答应了，但没有提交。这是我们的错。
c: 所以我不来问就没了？ | 呵呵，我要是忘了呢
a: 您说得对，不该让您来追。券 ¥{lateCoupon} 现在到账，另外我加您 500 积分，算是这一个月的利息。
c: 态度还可以 | 好吧，这次就算了 | 行，谢谢你这么痛快
n: 上次承诺人未提交补偿单，已反馈组长
= solved: 承诺未提交，补发并加积分`,
    ],
    en: [
      `c: you promised me a coupon for the late order {order} and it never came | still waiting for the compensation for {order}
b: @late-dispatch-compensation
c: it says by itself. it didn't | well it did not arrive by itself
h: bot-failed
a: Hello, {agent} here. I read the earlier conversation: my colleague promised it and never filed it. That's on us.
a: ¥{lateCoupon} is in your account now, with 500 points on top for making you ask.
c: thanks for sorting it | ok that's decent of you
= solved: Promise was not filed; made good`,
    ],
  },
  {
    id: 'change-address',
    causeCode: 'logistics.wrong-address',
    moment: 'before-dispatch',
    zh: [
      `c: 地址填错了 怎么改 | 刚下的单地址写成旧家了 | 手滑，地址少写了门牌号
b: @change-address
c: 它说已经打包了改不了 | 点不了，显示处理中
h: bot-failed
a: 您好，我是{agent}。刚好还在我们仓，我给您换面单。新地址发我一下？
c: 到 {city} 这个新地址，其他不变 | 还是{city}，换成新小区
a: 换好了，您核对一遍，没问题就这么发。
c: 对的，谢谢 | 没问题 辛苦
= solved: 打包前换面单`,
      `c: 包裹能改派吗，我临时出差了 | 人不在家，能不能改到公司
b: @change-address
c: 已经在路上了
h: asked-for-person
a: 您好，我是{agent}。{carrier}可以改派一次，我替您提，明天送到公司。
c: 太好了 | 谢谢！
= solved: 在途改派`,
    ],
    en: [
      `c: I put the wrong address, can you change it? | just ordered {order} with my old address 🤦
b: @change-address
c: it says it's being packed and won't let me | the button is grey
h: bot-failed
a: Hi, {agent} here. It's still with us, so I can swap the label. What's the new address?
c: sent it, same city | same street, number 12 instead of 2
a: Done. Please read it once more on the order page.
c: looks right, thanks | perfect
= solved: Label swapped before dispatch`,
    ],
  },
];
