import type { Situation } from './situation.ts';

/** The account, the page, the bot and ourselves. */
export const serviceSituations: readonly Situation[] = [
  {
    id: 'bot-in-circles',
    causeCode: 'service.bot-failed',
    moment: 'delivered',
    zh: [
      `c: {item}能不能只退一件 | 我想先换货再退一件，行不行
b: @how-to-return
c: 我说的不是这个 | 你没听懂
b: 抱歉，可以再说一遍吗？
c: 我不说了，找人 | 别装听懂了，转人工
h: bot-failed
a: 您好，我是{agent}。可以只退一件，优惠按退后的重算，换货和退货能走同一单。
c: 早这么说不就完了 | 谢谢
= solved: 机器人未理解部分退货`,
      `c: 人工 | 转人工 | 真人客服在吗
c: 人工人工
b: @talk-to-person
c: 所以人呢 | 你倒是转啊
h: asked-for-person
a: 来了，{agent}在。您说。
c: 就问一句，{item}发到{city}要几天
a: 今天发，后天到。
c: 就这？…谢谢 | 好 谢谢
= solved: 直接找人，一问一答`,
      `c: 一单里两样东西，一样想退一样想换，怎么弄
b: @exchange
c: 还有一件要退 | 退的那件呢？
b: @how-to-return
c: 你能把两句话连起来理解吗 | 我快被你绕晕了
h: bot-failed
a: 我来，我是{agent}。一次取件就行：箱子里放两件，纸条写清哪件换，我这边已经拆成两条。
c: 这就对了 | 谢谢，一下就清楚了
= solved: 一退一换合并取件`,
    ],
    en: [
      `c: can i return just one of the two items in {order}
b: @how-to-return
c: that's not what i asked | you don't understand my question
b: Sorry, could you say it in other words?
c: no. a person please
h: bot-failed
a: Hello, {agent} here. Yes, just that one: the offer is worked out again and it can go with an exchange.
c: that's all i needed | thank you
= solved: Bot missed a partial return`,
    ],
  },
  {
    id: 'waited-too-long',
    causeCode: 'service.wait-too-long',
    moment: 'none',
    zh: [
      `c: 我等了四十分钟了！ | 你们是不是没人上班 | 排队排到睡着
b: @waiting-too-long
c: 高峰高峰，什么时候不高峰 | 你们每天都高峰是吧
h: falling-mood
a: 让您等这么久，对不起，我是{agent}，今天少了两个人。您说，我不让您白等。
c: 其实就想问一句，{item}还有货吗
a: 有的，要我给您留一{unit}吗？
p: product
c: 好吧，谢谢，辛苦了 | 留一{unit}，谢谢
= solved: 等待过长`,
      `c: 你们是两个客服管全国吗 | 排第几了能不能显示一下
b: @waiting-too-long
c: 算了我再等五分钟 | 五分钟，最后五分钟
h: falling-mood
a: 来了来了，我是{agent}。刚才在处理一个丢件，耽误您了。您说。
c: {item}能不能开发票，公司抬头 | 就问下{item}能不能周末送
a: 都可以，下单时备注一句就行，我现在给您的账号也标上。
c: 就这么简单，行 | 好，早接三分钟我都不生气
= solved: 等待过长，问题当场答复`,
    ],
    en: [
      `c: been in this queue forever | is anyone there??
b: @waiting-too-long
c: i've heard that three times today
h: falling-mood
a: Hello, {agent} here. You waited far too long, we are two people short today. What can I do for you?
c: just wanted to know if the {item} {is} in stock
p: product
a: Yes, want me to put one aside?
c: yes please, thanks | ok cool, thank you
= solved: Waited too long`,
    ],
  },
  {
    id: 'attitude',
    causeCode: 'service.attitude',
    moment: 'delivered',
    zh: [
      `c: 刚才那个客服什么态度 | 我好好问，你们客服那是什么口气 | 你们就这么说话的？
b: @complaint
c: 截图给你，你自己看 | 我不接受这种语气
h: sensitive-subject
a: 您好，我是{agent}。那句「系统就这样」确实不该说，我替他给您道歉。您的事现在我接着办。
c: 事小，态度问题 | 那我的{item}怎么办
a: 已经给您换新，加急。这段对话我会给他看，不是为了罚，是为了别再说一次。
c: 你这么说就行了 | 谢谢
n: 已和前一位同事复盘
= solved: 服务态度，已致歉并办结`,
      `c: 我要投诉你们一个客服，回我一个「哦」 | 问三句回一个字，惜字如金啊
b: @complaint
c: 我不要书面结论，我要有人好好说话 | 就想有个人能正常沟通
h: falling-mood
a: 您好，我来好好说，我是{agent}。您问的{item}的事，前面三个问题我一个一个答。
a: 第一，能退；第二，上门取，运费我们出；第三，钱 {refundDays} 个工作日内到。还有哪句没说清的？
c: 没有了，这才叫客服 | 清楚了，谢谢
n: 提醒同事：忙也不能只回一个字
= solved: 回复敷衍，重新答复`,
    ],
    en: [
      `c: your colleague was rude to me just now | not the tone i expect
b: @complaint
c: screenshots attached
h: sensitive-subject
a: Hello, {agent} here. That line shouldn't have been written, I'm sorry. Your {item} {is} sorted, and I'll go through this with them.
c: thank you for taking it seriously | ok, that's good enough
= solved: Tone of a colleague`,
    ],
  },
  {
    id: 'cannot-sign-in',
    causeCode: 'service.account',
    moment: 'none',
    zh: [
      `c: 登录不上去 | 验证码一直收不到 | 换手机号了登不进去
b: @sign-in-problem
c: 还是收不到 | 邮箱也忘了
h: bot-failed
a: 您好，我是{agent}。您报一下最近一单的收货城市和日期，我核对完给您换绑。
c: {city}，{date} | {city}，上个月买的
a: 对上了，换绑好了，新手机收验证码就行。
c: 进去了，谢谢 | 终于，谢谢
= solved: 换绑手机`,
      `c: 账号显示异常登录被锁了 | 我没换手机，就是进不去
b: @sign-in-problem
c: 解锁要多久，我等着下单
h: bot-failed
a: 您好，我是{agent}。系统看到您昨天在外地登录，怕是别人，就先锁了。您确认是本人的话，我现在解。
c: 是我，出差呢 | 是本人，在{city}
a: 解开了，顺手给您加了登录提醒。
c: 谢谢，谨慎点也好 | 进去了
= solved: 异地登录被锁，已解`,
    ],
    en: [
      `c: can't sign in, no code coming | changed my phone and i'm locked out
b: @sign-in-problem
c: no email either
h: bot-failed
a: Hello, {agent} here. Tell me the city and day of your last order and I'll move the number for you.
c: {city}, {date} | it was {date}
a: Matches. Your new number works now.
c: i'm in, thank you | finally, thanks
= solved: Number changed`,
    ],
  },
  {
    id: 'page-error',
    causeCode: 'service.page-error',
    moment: 'none',
    zh: [
      `c: 网页打不开 | 加购物车没反应 | 小程序白屏了
b: @slow-page
c: 换网也不行 | 还是白屏
h: bot-failed
a: 您好，我是{agent}。是我们一个活动页的问题，刚修好，您再试一次。
c: 可以了 | 好了
= solved: 活动页故障`,
      `c: 图片一张都看不到 | app点开就闪退，更新过了
b: @slow-page
c: 重装了还是 | 更新了，一样
h: bot-failed
a: 我是{agent}。您的系统版本有点旧，这版 App 的确有问题，下周修好。您先用小程序，购物车是通的。
c: 小程序可以，谢谢 | 行，那我先用小程序
n: 旧系统闪退，第四位反馈，已报技术
= solved: 旧系统闪退，引导小程序`,
    ],
    en: [
      `c: the page won't load | nothing happens when i tap add to cart
b: @slow-page
c: same on another network
h: bot-failed
a: Hello, {agent} here. It was a campaign page of ours, just fixed. Try once more?
c: works now | good, thanks
= solved: Campaign page failed`,
    ],
  },
  {
    id: 'praise',
    causeCode: 'service.praise',
    moment: 'delivered',
    zh: [
      `c: {item}太好看了，谢谢你们 | {item}质量比我想的好 | 写手写卡片的小姐姐太用心了
b: 谢谢您告诉我们！我会转给同事，也希望{item}陪您走很多路。
c: 替我谢谢她 | 会再来的
= solved:`,
      `c: 必须夸一下，昨天那位客服特别有耐心 | 上次的问题处理得很好，来说声谢谢
b: @complaint
c: 不是投诉，是表扬！ | 我是来夸的哈哈
h: bot-failed
a: 您好，我是{agent}。哈哈机器人看见「客服」两个字就紧张。谢谢您，我转给他，他会很开心。
c: 好嘞 | 嗯嗯，继续加油
= solved: 表扬`,
    ],
    en: [
      `c: just wanted to say the {item} {is} lovely | best packaging i've seen, thank you
b: Thank you for telling us! I'll pass it on, and I hope it goes a long way with you.
c: please do | will be back
= solved:`,
    ],
  },
];
