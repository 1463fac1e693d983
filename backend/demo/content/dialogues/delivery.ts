import type { Situation } from './situation.ts';

/** Parcels on their way. */
export const deliverySituations: readonly Situation[] = [
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
a: 您好，{agent}。已经看到超时了，我这边直接找仓库主管加急，半小时内给您答复。 | 您好，我是{agent}，给您加急处理，先说声抱歉。
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
a: 您好，{agent}。我把上次的对话翻出来了，同事确实答应了，但没有提交。这是我们的错。
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
    id: 'stuck-parcel',
    causeCode: 'logistics.carrier.stuck',
    moment: 'stuck',
    zh: [
      `c: 物流卡住好几天了 | {order} 的快递停在一个地方不动了 | 麻烦看下我的包裹，好几天没更新了
b: 我查到运单 {tracking}（{carrier}），最近一条是到达分拨中心，之后没有更新。超过 {stuckHours} 小时我们会向快递催查，要我转人工处理吗？
c: 转 | 要的 | 好，转人工吧
h: asked-for-person
a: 您好，{agent}。我已经给{carrier}提了催查工单，他们网点说是分拣积压。 | 您好，我是{agent}，刚和{carrier}通过电话。
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
      `c: tracking for {order} hasn't moved in days | my parcel has been sitting in the same hub since forever | is my {item} lost? no updates for days
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
a: 您好，{agent}。查到了，网点爆仓，今天肯定装不了车，我不骗您。
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
a: 您好，{agent}。两件事分开办：东西我马上追，投诉我替您提。
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
a: 您好，{agent}。照片看到了，箱角塌成这样一定是路上摔的，不用您寄回。
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
      `c: my {item} arrived broken :( | the box was crushed and the {item} is cracked | received {order} today, {item} in pieces
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
a: 您好，{agent}。对不起，拣货扫错了码。对的今天发出，错的周三有人上门取，不用您跑。
c: 希望这次别再错 | 好的
= solved: 拣错颜色，先补后取`,
    ],
    en: [
      `c: there's an item missing from my box | I ordered several things and the {item} {was} not in it | my {item} never made it into the parcel
b: @missing-item
c: photo attached | sent you a picture of the open box
h: predicted
a: Hello, {agent}. Your parcel left too light, so it was left out here. It goes today, nothing for you to do.
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
    id: 'change-address',
    causeCode: 'logistics.wrong-address',
    moment: 'before-dispatch',
    zh: [
      `c: 地址填错了 怎么改 | 刚下的单地址写成旧家了 | 手滑，地址少写了门牌号
b: @change-address
c: 它说已经打包了改不了 | 点不了，显示处理中
h: bot-failed
a: 您好，{agent}。刚好还在我们仓，我给您换面单。新地址发我一下？
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
a: Hi, {agent}. It's still with us, so I can swap the label. What's the new address?
c: sent it, same city | same street, number 12 instead of 2
a: Done. Please read it once more on the order page.
c: looks right, thanks | perfect
= solved: Label swapped before dispatch`,
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
    ],
    en: [
      `c: I asked for door delivery and it's at the pick-up point again | why do I always have to collect it
b: @pick-up-and-door-delivery
c: I did write the note. every time. | the note is there, nobody reads it
h: falling-mood
a: Hello, {agent}. I've had it brought back out today, and marked your address “door only” for good.
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
a: 您好，{agent}。这单申报过了，不用补税，海关只是抽检，一般两天放行。
c: 哦哦好的 | 那就好
= solved: 海关抽检，无需补税`,
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
