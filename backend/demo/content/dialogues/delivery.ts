import type { Situation } from './situation.ts';

/** Parcels on their way. */
export const deliverySituations: readonly Situation[] = [
  {
    id: 'stuck-parcel',
    causeCode: 'logistics.carrier.stuck',
    moment: 'stuck',
    zh: [
      `c: 物流卡住好几天了 | {order} 的快递停在一个地方不动了 | 麻烦看下我的包裹，好几天没更新了
b: 我查到运单 {tracking}（{carrier}），最近一条是到达分拨中心，之后没有更新。超过 {stuckHours} 小时我们会向快递催查，要我转人工处理吗？
c: 转 | 要的 | 好，转人工吧
h: asked-for-person
a: 您好，我是{agent}。我已经给{carrier}提了催查工单，他们网点说是分拣积压。 | 您好，我是{agent}，刚和{carrier}通过电话。
c: 积压到什么时候？ | 那还要等多久
a: 他们答应今天装车。满 {lostDays} 天还没动，我们直接给您重发，不用您等快递的结论。
c: 好的，那我再等等 | OK 麻烦你盯一下
= solved: 快递分拣积压，催查后发出`,
      `c: 我的{item}是不是丢了？？ | 快递四天没动静了，丢了吧这是
b: @tracking-not-updated
c: 那现在算哪种 | 那你倒是催啊
h: falling-mood
a: 您好，我是{agent}，已经催了。{carrier}说外箱标签蹭掉了，人工找到了您的包裹。
c: 真能找到？别又拖 | 确定是我那个？
a: 确定，里面是{product}，{variant}，我让他们拍了照。今天重新贴单发出。
c: 👌 | 行，谢谢你 | 那就好，吓我一跳
n: 面单脱落，快递责任，已登记索赔
= solved: 面单脱落，已找回`,
    ],
    en: [
      `c: tracking for {order} hasn't moved in days | my parcel has been sitting in the same hub since forever | {is} my {item} lost? no updates for days
b: @tracking-not-updated
c: so can you chase it please | ok, please open that trace
h: asked-for-person
a: Hello, {agent} here. I've just spoken to {carrier}: the label came off and they found your box by hand.
c: you're sure it's mine? | phew. really?
a: Yes, I had them open it: {product}, {variant}. It travels on today. At {lostDays} days we would have sent you a new one.
c: brilliant, thanks | good to know, thank you
= solved: Label came off, found`,
    ],
  },
  {
    id: 'stuck-before-a-trip',
    causeCode: 'logistics.carrier.stuck',
    moment: 'stuck',
    categories: ['outerwear', 'footwear', 'bags', 'camping', 'bottoms'],
    zh: [
      `c: 我后天进山，{item}还在路上躺着 | 马上要出发了，包裹还卡在分拨中心，你们管不管
c: 打快递电话永远占线 | 快递客服让我找你们，你们让我找快递
b: @tracking-not-updated
c: 别念这些了，找人 | 我不要看规则
h: anger
a: 您好，我是{agent}。您别找快递了，我来找。您告诉我几点出发、从哪儿走。
c: 后天早上六点，{city}出发 | 后天一早的高铁
a: 明白。我从离您最近的备货仓给您调一{unit}同款，明晚前送到家；路上那个到了您拒收就行。
c: 还能这样？那太好了 | ……早这么处理不就完了
n: 调货走当日配送，费用我们承担
= solved: 就近调货救急`,
      `c: 包裹动了吗 | 又来问了，包裹动了没 | 我的快递今天动了吗
c: 我问的是动了吗？？
b: 您的包裹 {tracking} 最近一次更新在三天前，仍在分拨中心。
c: 周末露营全靠这{unit}{item}了 | 我东西都收拾好了就差这个
h: falling-mood
a: 您好，我是{agent}。查到了，网点爆仓，今天肯定装不了车，我不骗您。
c: ……
a: 您看这样行不行：我重新发一{unit}走特快，明天到。原来的那{unit}到了您留着拒收都行，我来收尾。
c: 这样可以的 谢谢 | 行，靠谱
= solved: 重发特快`,
    ],
    en: [
      `c: I fly out in two days and my {item} {is} stuck somewhere | leaving for a hike on friday and my parcel hasn't moved
c: the courier line is always busy
b: @tracking-not-updated
c: I don't have {lostDays} days | rules don't help me right now
h: anger
a: Hello, I'm {agent}. Stop calling them, I'll do it. When exactly do you leave, and from where?
c: friday 6am from {city} | early friday, {city}
a: I'm sending another one by express tonight, it's with you tomorrow. Refuse the old parcel when it turns up.
c: you just saved my trip, thanks | ok. that works. thank you
= solved: Sent again by express`,
    ],
  },
  {
    id: 'delivered-not-received',
    causeCode: 'logistics.carrier.not-handed-over',
    moment: 'just-delivered',
    zh: [
      `c: 显示已签收，我根本没收到 | 谁签收的？我一天都在家 | 快递说送到了，门口啥也没有
b: @delivered-not-received
c: 都问过了没有 | 门卫邻居我都问了，没有
h: bot-failed
a: 您好，我是{agent}。已经让{carrier}调签收底单和照片。
c: 好，我等着 | 快点，我怕被别人拿走了
a: 照片出来了，派件员放错楼，放到隔壁单元的消防栓旁边了。他现在回去取，二十分钟到您手上。
c: 拿到了 谢谢 | 真的在那儿…收到了 | 收到了，谢谢帮忙跑一趟
= solved: 派错单元，已取回`,
      `c: 快递员没给我打电话就点了签收！ | 电话都不打一个就签收了？ | 人还没见着，包裹先「已签收」了
c: 我要投诉这个快递员
b: @complaint
c: 先把东西给我找到再说投诉 | 先找东西！
h: anger
a: 您好，我是{agent}。两件事分开办：东西我马上追，投诉我替您提。
a: {carrier}那边说塞在了驿站，没发取件码。取件码是 8-2-1047。
c: 又是驿站，我说过要送上门的 | 服了，备注写得清清楚楚
a: 我已经在您的地址上标了「必须上门」，这次的投诉也提交了，处理结果三天内告诉您。
c: 好吧 谢谢 | 行，取到了
= solved: 擅自放驿站，已投诉并标注`,
    ],
    en: [
      `c: says delivered but I have nothing | my order {order} is marked as delivered, it isn't here | who signed for my parcel?? I was home all day
b: @delivered-not-received
c: checked all of those. nothing | asked everyone, no parcel
h: bot-failed
a: Hello, {agent} here. I've asked {carrier} for the photo... it shows the wrong building. The courier is going back now.
c: ok I'll wait downstairs | thanks, keeping an eye out
a: He should be with you in twenty minutes.
c: got it! thank you | it's here. thanks for staying on it
= solved: Wrong building, brought back`,
    ],
  },
  {
    id: 'damaged-on-arrival',
    causeCode: 'logistics.carrier.damaged',
    moment: 'just-delivered',
    drawings: ['ceramic-mug', 'tea-set', 'desk-lamp', 'lantern', 'table', 'enamel-mug'],
    zh: [
      `c: 收到就是坏的 | {item}到手裂了😢 | 箱子压扁了，里面的{item}也坏了
b: @damaged-in-transit
c: 照片发你们了 | 拍好了，外箱和里面都有
h: predicted
a: 您好，我是{agent}。照片看到了，箱角塌成这样一定是路上摔的，不用您寄回。
c: 那是补发还是退钱 | 我还想要，能补一个吗
a: 补发的今天出，走特快。坏的那{unit}您处理掉就好，小心划手。
c: 好的，包装能不能厚点 | 谢谢，处理得挺快
a: 您这个建议我转给包装组了，谢谢。
= solved: 运输破损，补发`,
      `c: 第二次了，又碎了 | 你们这个{item}的包装真的不行
b: 非常抱歉。请拍下外箱和商品，我转人工为您补发。
c: 上次也是这么说的，补来还是碎的 | 补了又碎，碎了又补，有意思吗
h: falling-mood
a: 您好，我是{agent}，两次的记录我都看了，换成我也火。
a: 这次我让仓库用木箱单独打，我拍照给您看过再发。钱我也先退您一半，算耽误您的。
c: …这倒不用，别再碎就行 | 好，希望第三次是好的
n: 申请该款改双层箱，连续两次破损
= promised: 木箱重发，反馈包装`,
    ],
    en: [
      `c: my {item} arrived broken :( | the box was crushed and the {item} {is} cracked | received {order} today, {item} in pieces
b: @damaged-in-transit
c: photos sent | here are both photos
h: predicted
a: Thank you, I can see it. {agent} here: no need to send anything back, a new one leaves today by express.
c: can you pack it better this time? | great, more padding please
a: Double box, I've put it in the note and told the packing team.
c: perfect | thanks, that was quick
= solved: Broken in transit, sent again`,
    ],
  },
  {
    id: 'missing-from-parcel',
    causeCode: 'quality.wrong-item',
    moment: 'just-delivered',
    zh: [
      `c: 少发了一件 | 拆开只有一半，{item}没在里面 | 箱子里没有{item}，我翻了三遍
b: @missing-item
c: 照片已发 | 开箱照给你们了
h: predicted
a: 您好，我是{agent}。看了出库称重，轻了，确实没装进去。
a: {product}今天补发，不用您做任何事，单号晚点发您。
c: 好，尽快 | 行，谢谢 | 没事，补就行
= solved: 漏装，当日补发`,
      `c: 我买的{variant}，寄来的颜色不对 | 发错了，我要的不是这个色
c: 你们核对一下不行吗
b: @missing-item
c: 对的那件先发，错的我等人来取 | 行吧那快点
h: falling-mood
a: 您好，我是{agent}。对不起，拣货扫错了码。对的今天发出，错的周三有人上门取，不用您跑。
c: 希望这次别再错 | 好的
= solved: 拣错颜色，先补后取`,
      `c: 箱子挺大，{item}没在里面 | 单子上有{item}，箱子里没有
b: @missing-item
c: 不急，你们补一下就行 | 不是大事，就是想说一声
h: predicted
a: 谢谢您这么说，我是{agent}。补的今天寄，另外放一条毛巾，算我们手滑的。
c: 哈哈太客气了 | 那我就不客气了
= solved: 漏装补寄并致谢`,
    ],
    en: [
      `c: there's an item missing from my box | I ordered several things and the {item} {was} not in it | my {item} never made it into the parcel
b: @missing-item
c: photo attached | sent you a picture of the open box
h: predicted
a: Hello, {agent} here. Your parcel left too light, so it was left out here. It goes today, nothing for you to do.
c: thank you | great, thanks
= solved: Left out, sent the same day`,
      `c: you sent me the wrong colour | this is not {variant}
b: @missing-item
c: yes please. the right one first
h: predicted
a: Sorry about that. {agent} here: {product} in {variant} leaves today, and the other one is picked up on Wednesday.
c: good service, cheers | ok
= solved: Wrong colour picked`,
    ],
  },
  {
    id: 'where-is-my-parcel',
    causeCode: 'logistics.tracking-unclear',
    moment: 'in-transit',
    zh: [
      `c: 我的快递到哪了 | 查下{order}的物流 | 东西大概哪天到呀
b: 您的订单 {order} 由{carrier}承运，运单 {tracking}，正在运往{city}，预计这两天送到。
c: 好的谢谢 | 知道了 | ok
= solved:`,
      `c: 物流写的「离开转运中心」是啥意思，到底到哪了 | 这个物流信息我看不懂，啥时候能到
b: 这表示包裹已从杭州出发，正在干线运输，到{city}后会显示分拨中心，再由派件员送上门。
c: 那还要多久 | 明天能到不
b: 按目前进度，大约一到两天。派送当天您会收到短信。
c: 明白了 | 好滴
= solved:`,
    ],
    en: [
      `c: where is my parcel? | hi can you tell me where {order} is | when will my {item} arrive
b: Order {order} is with {carrier}, tracking {tracking}, on its way to {city}. It should arrive within a day or two.
c: thanks | great thank you
= solved:`,
    ],
  },
  {
    id: 'pick-up-point',
    causeCode: 'logistics.carrier.not-handed-over',
    moment: 'just-delivered',
    zh: [
      `c: 我写了送上门，还给我扔驿站 | 每次都放驿站，我腿脚不方便 | 备注写的送货上门是摆设吗
b: @pick-up-and-door-delivery
c: 我就是写了备注的！ | 写了，快递没看
h: falling-mood
a: 您好，我是{agent}。我已经要求{carrier}今天重新上门，并把您的地址标成「必须上门」。
c: 以后都能这样吗 | 希望以后别再这样了
a: 能，面单上会印出来。今天送到后给我回个话就好。
c: 好的，谢谢你 | 行
= solved: 标注必须上门`,
      `c: 驿站九点关门我八点五十下班，你们考虑过吗 | 驿站要收我一块钱保管费
b: @pick-up-and-door-delivery
c: 备注写了三次了，每次都没用 | 下单备注等于没写
h: falling-mood
a: 我是{agent}。备注他们不看，我给您换一家送货上门的快递，以后您的单都走那家。
c: 还能这样？那太好了 | 早说能换啊，谢谢
= solved: 改派固定快递`,
    ],
    en: [
      `c: I asked for door delivery and it's at the pick-up point again | why do I always have to collect it
b: @pick-up-and-door-delivery
c: I did write the note. every time. | the note is there, nobody reads it
h: falling-mood
a: Hello, {agent} here. I've had it brought back out today, and marked your address “door only” for good.
c: finally. thank you | ok that would be great
= solved: Marked door only`,
    ],
  },
  {
    id: 'customs',
    causeCode: 'logistics.customs',
    moment: 'in-transit',
    zh: [
      `c: 寄给香港朋友的，显示清关中是要交税吗 | 海外的包裹卡在海关了
b: @international-shipping
c: 那要我朋友自己交吗
h: bot-failed
a: 您好，我是{agent}。这单申报过了，不用补税，海关只是抽检，一般两天放行。
c: 哦哦好的 | 那就好
= solved: 海关抽检，无需补税`,
      `c: 寄去台湾给表姐的，海关要她身份证？ | 澳门的件，显示「待补资料」
b: @international-shipping
c: 补什么资料，在哪补
h: bot-failed
a: 您好，我是{agent}。是收件人实名，让她点短信里的链接填一下就放行，不收钱。
c: 她以为是诈骗，哈哈 | 好，我跟她说
= solved: 收件人实名认证`,
    ],
    en: [
      `c: tracking says customs hold, do I have to pay something? | my parcel has been in customs for days
b: @international-shipping
c: so how much will it be | nobody told me about duties
h: bot-failed
a: Hello, {agent} here. Yours was declared below the limit, so nothing to pay; it's a random check, two days as a rule.
c: ah ok, good | thanks for checking
= solved: Random customs check`,
      `c: the courier wants money before delivery?? | got a bill for duty with my {item}
b: @international-shipping
c: it wasn't clear at checkout | i had no idea
h: falling-mood
a: I understand. {agent} here: the duty is the country's, but our page should say it more plainly, and I've reported that. I'm adding ¥{faultCoupon} to your account for the surprise.
c: okay, fair | thanks, I'll pay it then
= solved: Duty not clear at checkout`,
    ],
  },
];
