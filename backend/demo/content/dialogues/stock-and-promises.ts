import type { Situation } from './situation.ts';

/** What was not there, and what was promised and not done. */
export const stockAndPromiseSituations: readonly Situation[] = [
  {
    id: 'no-callback',
    causeCode: 'commitment.no-callback',
    moment: 'delivered',
    zh: [
      `c: 上周说今天给我回电话，一直没人打 | 说好的回复呢 | 你们客服说查完告诉我，三天没消息了
b: @broken-promise
c: 那现在谁来管 | 所以呢，谁来回我
h: falling-mood
a: 您好，我是{agent}，我接着办。上次的记录我看完了，是维修报价没出来，他一直等就忘了回您。
c: 等也该说一声吧 | 忘了我能理解，不吭声不行
a: 您说得对。报价现在出来了：免费修，最晚 {repairDays} 个工作日寄还。这次我把回电时间写进系统，到点它会提醒我。
c: 行，那等你消息 | 好的谢谢
n: 前一位同事未设置回访提醒，已补流程
= solved: 未设回访提醒，已解决`,
      `c: 我已经是第三次来问同一件事了 | 每次都说登记了登记了，登记到哪去了
b: 很抱歉让您多次联系。我为您转人工。
c: 转吧，这回别挂
h: falling-mood
a: 您好，我是{agent}。三次的记录我都打开了，前两次确实只登记没人跟。这次不登记了，现在办。
c: 那就现在办 | 好，我等着
a: 办完了：补寄的配件今天发出，单号稍后短信给您。
c: 早这样多好 | 谢谢，总算有人管
= solved: 多次登记未跟进，当场办结`,
    ],
    en: [
      `c: someone was going to call me back and nobody did | still waiting for the answer you promised
b: @broken-promise
c: so who deals with it now?
h: falling-mood
a: Me. {agent} here, I read all of it: my colleague was waiting for a repair quote and never told you. It's in: free of charge, back within {repairDays} working days.
c: that's all i wanted to hear | thank you for picking it up
= solved: Call-back was never set`,
    ],
  },
  {
    id: 'contradiction',
    causeCode: 'commitment.contradiction',
    moment: 'return-wanted',
    zh: [
      `c: 昨天那个客服说能退，今天说不能退 | 你们到底听谁的 | 两个人两个说法
b: @broken-promise
c: 截图我有 | 我截图了，你们别不认
h: sensitive-subject
a: 您好，我是{agent}。以先答应您的为准，退。话说错的是我们，不用您来对质。
c: 那运费呢
a: 也我们出，已经办好了。
c: 行 谢谢 | 你这么说就对了
n: 按先前承诺执行退货，已提醒同事
= solved: 按先前承诺办理`,
      `c: 电话里说免运费，打字的说要收 | 前面那位说能换，你们系统说不能
b: @return-freight
c: 所以谁说了算 | 你们自己先商量好行吗
h: falling-mood
a: 我说了算，我是{agent}。前面那位答应的，照办；系统那边我来改。
c: 爽快 | 那就好，谢谢
= solved: 口径不一，按先承诺办`,
    ],
    en: [
      `c: one agent says yes, the next says no | i got two different answers about returning my {item}
b: @broken-promise
c: i have the screenshot
h: sensitive-subject
a: Hello, {agent} here. What you were told first counts; it's our mistake, not yours. Return approved, freight on us.
c: thank you | that's how it should be
= solved: First promise honoured`,
    ],
  },
  {
    id: 'broken-promise-dispatch',
    causeCode: 'commitment.broken-promise',
    moment: 'late-dispatch',
    zh: [
      `c: 昨天你们说今天一定发，今天呢？ | 答应我今天发的，页面还是等待处理
c: 我截图了，别赖
b: @broken-promise
c: 行，那现在怎么办 | 所以你打算怎么办
h: anger
a: 您好，我是{agent}。昨天那句话是我们说的，没做到，是我们的错，不辩解。
a: 我现在在仓库群里，等他们拍到面单我才走。拍到了我发您照片。
c: 好，我等照片 | 这还差不多
a: 发出来了，照片已发您。券 ¥{veryLateCoupon} 也到了，算超过 {veryLateHours} 小时的。
c: 谢谢你盯着 | 收到 | 嗯
n: 承诺未兑现，仓库排班问题，已升级给组长
= solved: 承诺落空后盯单发出`,
      `c: 三天前：明天发。昨天：明天发。今天：？ | 你们的「明天」是哪一年的明天
b: @late-dispatch-compensation
c: 我已经学会背你们的答案了 | 券收到了，货呢
h: anger
a: 我是{agent}，前面两次的话我都看到了，换我也不信第三次。所以我不说明天——货在我同事手上，五点前扫描，您看物流就行。
c: 我等到五点零一分 | 好，就看你这次
a: 16:42 已经扫描了。券 ¥{veryLateCoupon} 补到了，谢谢您还愿意等。
c: 看到了，行 | 嗯，终于
= solved: 两次承诺落空，当日发出`,
    ],
    en: [
      `c: yesterday i was promised it ships today. it has not
c: i took a screenshot so please don't deny it
b: @broken-promise
c: then what happens now
h: anger
a: {agent} here. We said it and didn't do it, no excuses. I'm staying on the warehouse chat until I see the label.
a: It's out. Photo sent, and the ¥{veryLateCoupon} coupon is yours.
c: thank you for following through | finally. thanks
= solved: Promise missed, chased until dispatch`,
    ],
  },
  {
    id: 'oversold',
    causeCode: 'stock.oversold',
    moment: 'cancelled',
    zh: [
      `c: 你们把我的订单取消了 | 付完钱说没货？？ | 下单成功三小时后告诉我没货
b: @oversold-cancelled
c: 我等了半个月的款 | 就剩这个码有，你们还卖超
h: falling-mood
a: 您好，我是{agent}。库存没对上，真的对不起。钱已经退了，另补 ¥{faultCoupon}。
c: 我不要券我要衣服 | 能不能给我留一件
a: 下一批我给您锁一{unit}，到了先发您，不用您再抢。要不看看{alt}，这个现在有货。
p: alt
c: 那就等下一批吧 | 行吧 谢谢
= promised: 下批锁货`,
      `c: 凭什么取消我订单，我都付钱了 | 「因库存原因取消」是什么意思
b: @oversold-cancelled
c: 下单的时候明明显示有货 | 我截图了，显示仅剩2件
h: anger
a: 我是{agent}。最后两件是同时卖出的，系统慢了一秒，怪我们。钱已退，我给您找到仓库一件样品，九五新，半价您要吗？
c: 样品有瑕疵吗 | 九五新是哪里旧
a: 只是吊牌拆过。要的话我拍照给您看，不要也完全没关系。
c: 拍吧，我看看 | 那算了，有货通知我
= promised: 样品照片已发，等客人决定`,
    ],
    en: [
      `c: you cancelled my order after i paid?? | paid for the {item} and then told it's out of stock
b: @oversold-cancelled
c: i waited weeks for this colour
h: falling-mood
a: I'm sorry. {agent} here: our count was wrong. You have your money and ¥{faultCoupon}, and the next one is put aside for you.
p: alt
c: ok please keep one for me | fine, i'll take the alternative
= promised: One kept from the next batch`,
    ],
  },
  {
    id: 'restock-question',
    causeCode: 'stock.restock-question',
    moment: 'none',
    zh: [
      `c: {item}什么时候补货 | 我要的码没货了 | {product}还会有{colour}吗
b: @restock-notice
c: 已经点了通知 | 那有什么差不多的不
b: 可以看看{alt}，风格接近，现在有货。
p: alt
c: 这个也不错 | 我看看
= solved:`,
      `c: {colour}的{item}断货多久了，还补不补
b: @restock-notice
c: 能不能给我留一{unit} | 我加钱行不行
h: predicted
a: 您好，我是{agent}。不能加钱留，但到货通知的前半天只给订阅的人买，您开着就行。
c: 公平，谢谢 | 好的
= solved:`,
      `c: {colour}卖完就不做了吗 | 等{item}补货等了一个月了
b: @restock-notice
c: 常青款还是季节款 | 到底补不补，给个准话
h: predicted
a: 查了排产，我是{agent}。{product}这个月底回一批，{colour}有。您开着通知，我也给您记一笔。
c: 月底，好，我等 | 有准话就行，谢谢
= promised: 月底到货，已登记通知`,
    ],
    en: [
      `c: when will the {item} be back in {colour} | sold out in my size, is it coming back?
b: @restock-notice
c: ok i turned it on | any similar one meanwhile?
b: Have a look at the {alt}, close in style and in stock.
p: alt
c: nice, thanks | i'll check it out
= solved:`,
    ],
  },
  {
    id: 'preorder-late',
    causeCode: 'stock.preorder-late',
    moment: 'late-dispatch',
    zh: [
      `c: 预售说好今天发，还没动静 | 预售延期了也不说一声
b: @preorder
c: 又是过几天 | 你们预售是不是先收钱再说
h: falling-mood
a: 您好，我是{agent}。厂里绣标返工，晚了{days}天，早该先告诉您。今天发第一批，您在里面。
c: 第一批？
a: 是，我给您排到第一批了，券 ¥{lateCoupon} 也给了。
c: 好，谢谢 | 行
= solved: 预售返工延期`,
      `c: 预售又延？这是第二次了 | 预售页的日期悄悄改了，当我没看见？
b: @preorder
c: 延可以，别偷偷改 | 我截了旧页面的图
h: anger
a: 您截得对，我是{agent}。日期是工厂改的，我们没发通知，错了。现在可以全退，或者等到周五，券 ¥{lateCoupon} 都给。
c: 等到周五，再延我就退 | 行，周五
= promised: 周五发，未发按退款处理`,
    ],
    en: [
      `c: my pre-order was supposed to ship by now | pre-order delayed and nobody told me
b: @preorder
c: it's past that date
h: falling-mood
a: Hello, {agent} here. The factory reworked the labels and we should have told you first. You're in the first batch, today, with a ¥{lateCoupon} coupon.
c: ok. please warn people next time | thanks
= solved: Pre-order reworked`,
    ],
  },
  {
    id: 'not-told-out-of-stock',
    causeCode: 'stock.not-told',
    moment: 'cancelled',
    zh: [
      `c: 没货为什么不早说，等了我三天 | 缺货也不通知一声？？
b: @oversold-cancelled
c: 我东西都搭配好了 | 你们通知一下很难吗
h: anger
a: 您说得对，通知这一步没做。我是{agent}，钱退了，券 ¥{faultCoupon} 也补了，下批给您留着。
c: …行吧 | 好，下次提前说
n: 缺货自动通知没触发，已报技术
= solved: 缺货未通知`,
      `c: 等了三天等来一条取消短信 | 取消之前不能打个电话吗
b: @oversold-cancelled
c: 我不是要券，我是觉得你们不尊重人 | 问题不是钱
h: sensitive-subject
a: 您说的我完全认。我是{agent}，缺货当天就该有人告诉您，这一步漏了，我已经写进今天的复盘。
c: 行，有这句话就行了 | 好吧，希望真的改
= solved: 缺货未告知，已致歉复盘`,
    ],
    en: [
      `c: why wasn't i told it's out of stock? waited three days
b: @oversold-cancelled
c: a message would have been enough
h: falling-mood
a: You're right, that message never went out. {agent} here: refunded, ¥{faultCoupon} added, and one kept for you.
c: ok, thanks | fine
= solved: Notice did not go out`,
    ],
  },
];
