import type { Situation } from './situation.ts';

/** Things that are not as they should be. */
export const qualitySituations: readonly Situation[] = [
  {
    id: 'zip-broken',
    causeCode: 'quality.defect',
    moment: 'delivered',
    drawings: [
      'down-jacket',
      'vest',
      'shell',
      'windbreaker',
      'parka',
      'quilted-jacket',
      'half-zip',
      'daypack',
      'trek-pack',
      'duffel',
      'sling',
      'sleeping-bag',
      'tent',
    ],
    zh: [
      `c: {item}的拉链坏了 | 拉链用了两次就卡死了 | 新买的{item}拉链脱齿，才{days}天
b: @quality-problem
c: 照片发了 | 拍给你们看了
h: predicted
a: 您好，我是{agent}。拉链头断了，属于我们的问题。换新还是寄来修？
c: 换新吧 | 直接换一{unit}
a: 新的今天发，旧的我安排人上门取，¥{faultCoupon} 券也给您补上了。
c: 好的，谢谢 | 谢谢，处理得快
= solved: 拉链头断裂，换新`,
      `c: 你们拉链是不是偷工减料，第二{unit}了 | 又是拉链！又是拉链！ | 拉链跟你们家有仇吗
c: 上一{unit}也是拉链坏的，换了新的又坏
b: 非常抱歉，请拍照，我为您转人工处理。
c: 再换一样的也没用 | 不要再给我换同一款了
h: falling-mood
a: 您好，我是{agent}。两次都是我们的批次问题，这次给您换成{alt}，不同的拉链，差价不收，旧的也不用寄回。
c: 那行，讲道理 | …好吧
n: 同一批次拉链，两次投诉，已报品控
= solved: 批次拉链问题，换相近款`,
    ],
    en: [
      `c: the zip on my {item} broke | {days} days old and the zip is stuck already
b: @quality-problem
c: photos sent | here you go
h: predicted
a: Hello, {agent} here. That's ours, not yours: new one or repair?
c: a new one please | just replace it
a: Leaves today. Keep the old one, and ¥{faultCoupon} is in your account.
c: fair, thanks | nice, thank you
= solved: Zip head broken, replaced`,
    ],
  },
  {
    id: 'seam-open',
    causeCode: 'quality.defect',
    moment: 'delivered',
    categories: ['outerwear', 'tops'],
    zh: [
      `c: 刚穿一次就开线了，太尴尬了 | {item}洗了一次腋下开线 | 新{item}一抬手就开线
b: @repair-service
c: 才{days}天就要修？ | 不是修的问题，是质量问题
h: bot-failed
a: 您好，我是{agent}。{days}天开线不该让您修，直接给您换新，这件不用寄回。
c: 好，你们检查一下再发 | 谢谢
a: 我让仓库发之前查缝线，今天出。
= solved: 缝线问题，直接换新`,
      `c: 线头一拉，袖子开了半边 | 第一次穿就崩线，在公司，尴尬死
b: @quality-problem
c: 照片有，口子有五厘米 | 拍了，你自己看这口子
h: predicted
a: 看到了，我是{agent}，这是漏缝，不是您穿坏的。新的今天发，旧的不用寄。
c: 好的，谢谢你没让我证明半天 | 行
= solved: 漏缝，换新`,
    ],
    en: [
      `c: a seam came open after one wash | {item} came apart at the seam
b: @repair-service
c: it's {days} days old. I don't want a repair | this is not a repair, it's faulty
h: bot-failed
a: You're right. {agent} here: a new one goes out today, keep the old one.
c: thanks | much better answer. thanks
= solved: Seam failed, replaced`,
    ],
  },
  {
    id: 'sole-came-off',
    causeCode: 'quality.worn-early',
    moment: 'delivered',
    categories: ['footwear'],
    zh: [
      `c: {item}穿两次就开胶了 | 这鞋底走着走着就张嘴了 | 才{days}天，鞋底就掉了一块
b: @quality-problem
c: 图发了 | 照片在上面
h: predicted
a: 您好，我是{agent}。看图了，{days}天这样确实不正常，给您换一双新的。
c: 行，别再是同一批就行 | 好的
a: 这批我让仓库先掰开看过再给您发。
n: 胶水批次疑似有问题，已留样
= solved: 开胶，换新`,
      `c: 便宜没好货是吧 | 这双鞋我真的无语 | 买贵的图个耐穿，结果呢
c: 穿了{days}天，后跟里面全磨破了
b: @warranty-terms
c: 保修？我穿{days}天要保修？ | 谁家鞋{days}天走保修啊
h: anger
a: 您好，我是{agent}。您这不叫保修，是我们没做好，直接换，外加 ¥{faultCoupon}。
c: ……行，讲道理就好 | 好吧，谢谢
= solved: 内里快速磨损，换新并补券`,
    ],
    en: [
      `c: the sole of my {item} came off after {days} days | my {item} {is} falling apart, glue everywhere
b: @quality-problem
c: photo attached | see the picture
h: predicted
a: Hello, {agent} here. That's not normal wear, a new pair leaves today.
c: great | thank you
= solved: Sole came off, replaced`,
    ],
  },
  {
    id: 'pilling',
    causeCode: 'quality.worn-early',
    moment: 'delivered',
    drawings: ['sweater', 'scarf', 'beanie', 'socks', 'coat', 'blanket', 'base-layer'],
    zh: [
      `c: 这{item}起球也太夸张了 | 才用{days}天就起球起成这样 | {item}蹭一下就起毛球，正常吗
b: @wool-care
c: 我知道会起球，但这才{days}天 | 这不是保养的问题吧
h: bot-failed
a: 您好，我是{agent}，麻烦拍一张起球最厉害的地方。
c: 拍了 | 发你了
a: 这个程度不对，是纱线松了。给您换新，再送一把去球梳。
c: 可以 谢谢 | 好，这个处理我认
= solved: 纱线问题，换新`,
      `c: 一件{price}的{item}，穿一周像穿了三年 | {item}一坐下来全是球
b: @wool-care
c: 这是回答为什么起球，不是怎么赔 | 所以就让我自己梳？
h: falling-mood
a: 不是让您自己梳。我是{agent}，一周就这样不正常，换一{unit}，或者退，您说了算。
c: 换吧，版型我喜欢 | 换，别再起球就行
= solved: 早期起球，换新`,
    ],
    en: [
      `c: my {item} {is} pilling like mad after {days} days | {days} days old and already full of bobbles
b: @wool-care
c: i know wool pills, but this much? | it's hardly been worn
h: bot-failed
a: Hello, {agent} here. I've looked at your photo: that yarn is too loose. You get a new one and a comb with it.
c: that's kind, thanks | good, thank you
= solved: Loose yarn, replaced`,
    ],
  },
  {
    id: 'colour-off',
    causeCode: 'quality.colour-off',
    moment: 'just-delivered',
    zh: [
      `c: 颜色跟图片差太多了 | 实物好暗，跟页面不是一个色 | 我买的{variant}，到手像另一个颜色
b: @colour-difference
c: 图我拍了，自己看 | 我拍了对比图
h: predicted
a: 您好，我是{agent}。确实深了一度，这批染色偏了。退、换，您选，运费我们出。
c: 换个别的颜色吧 | 换个浅一点的
a: 安排好了，明天有人上门。页面的图我们也重拍一张。
c: 好的 | 希望以后拍准点
= solved: 批次染色偏深`,
      `c: {colour}？我收到的这是{colour}？ | 灯下看是一个色，白天看又是一个色
b: @colour-difference
c: 不是屏幕的问题，我朋友也买了，两件放一起不一样
h: predicted
a: 两件放一起这个证据最好，我是{agent}。您这件是偏的那批，换一{unit}新批次的，今天发。
c: 好，那我等 | 行，跟我朋友那件一样就行
= solved: 批次色差，换新批次`,
    ],
    en: [
      `c: the colour is nothing like the picture | my {item} {is} much darker in real life
b: @colour-difference
c: photos attached | sent you a side by side
h: predicted
a: Hello, {agent} here. You're right, that batch came out darker. Return or exchange, we pay. And we're reshooting the picture.
c: exchange please, a lighter one | exchange, thanks
= solved: Batch dyed darker`,
    ],
  },
  {
    id: 'smell',
    causeCode: 'quality.smell',
    moment: 'just-delivered',
    drawings: [
      'tent',
      'shell',
      'trousers',
      'sleeping-pad',
      'duffel',
      'hiking-boot',
      'chelsea-boot',
      'socks',
      'sweater',
      'coat',
      'thermos',
    ],
    zh: [
      `c: 味道好冲，熏人 | {item}味道太大了，有毒吗 | 打开就一股塑料味
b: @new-item-smell
c: 晾了三天还这样 | 晾了还是有
h: bot-failed
a: 您好，我是{agent}。三天还刺鼻就不正常了。给您换一{unit}另一批的，运费我们出，这批我去查。
c: 行，换吧 谢谢 | 好，别再有味就行
= solved: 异味，换另一批`,
      `c: 一股汽油味，头都晕了 | {item}的味道把猫都熏跑了
b: @new-item-smell
c: 通风三天了大哥 | 挂阳台一周了，还有
h: bot-failed
a: 一周还有就别穿了，我是{agent}。新的换另一批，旧的放门口，明天有人取，您别再闻了。
c: 猫谢谢你 | 好的，谢谢
n: 同批次第三起异味，已停售待检
= solved: 异味，换批次并停售`,
    ],
    en: [
      `c: my {item} smell{s} awful even after airing | strong chemical smell, is this safe?
b: @new-item-smell
c: aired it for days already | no change
h: bot-failed
a: Hello, {agent} here. That's not right then. You get one from another batch, at our cost, and I'm having this one checked.
c: thank you | ok
= solved: Smell, exchanged`,
    ],
  },
  {
    id: 'size-chart-wrong',
    causeCode: 'quality.size-off',
    moment: 'just-delivered',
    categories: ['outerwear', 'tops'],
    zh: [
      `c: 尺码表不准吧 | 我按表买的，{item}套不进去 | 平时就穿{size}，这件{size}像小一号
b: @garment-sizes
c: 照着表买的啊 | 我就是按这个选的
h: bot-failed
a: 您好，我是{agent}。这款版型确实偏小，我们正在改表。您的免费换大一码，来回我们出。
c: 好，那换大一码 | 早说清楚我就买大的了
n: 该款版型偏小，尺码表已提交修改
= solved: 版型偏小，免费换`,
      `c: 你们{size}码有两种吗，和上次买的不一样 | 同样{size}，去年那件宽，今年这件紧
b: @garment-sizes
c: 去年今年都是{size}，表没变，衣服变了 | 我两件叠一起拍给你看
h: bot-failed
a: 叠一起看很清楚，我是{agent}。今年换了版，肩窄了一厘米半，页面忘了写。换大一码，来回我们出。
c: 好，换 | 写上去吧，省得别人也买错
= solved: 改版未说明，免费换码`,
    ],
    en: [
      `c: the size chart can't be right, {size} fits a size smaller
c: i measured my {item} myself
b: @garment-sizes
c: i used exactly this | that's what i followed
h: bot-failed
a: {agent} here. You're right, this one runs small and the chart is being corrected. Free exchange, both ways on us.
c: thank you for saying so | great, thanks
= solved: Runs small, chart corrected`,
    ],
  },
  {
    id: 'lamp-dead',
    causeCode: 'quality.worn-early',
    moment: 'delivered',
    drawings: ['lantern', 'desk-lamp'],
    zh: [
      `c: {item}不亮了 | {item}充电灯一直红，用不了
b: @lamp-not-working
c: 换线换头都试了 | 都试过了没用
h: predicted
a: 您好，我是{agent}。那就是坏了，新的今天发，旧的不用寄回，交给小区的电器回收点就行。
c: 谢谢 | 好的
= solved: 换新`,
      `c: {item}一闪一闪像鬼片 | 露营第一晚{item}就没电了，充满的
b: @lamp-not-working
c: 复位过了，还闪 | 按了8秒，没用
h: predicted
a: 电池出了问题，我是{agent}。换新的，今天发；您这周末还用的话，走特快。
c: 周末用，特快太好了 | 谢谢，不急慢慢发
= solved: 电池故障，换新`,
    ],
    en: [
      `c: my {item} stopped working | the light won't charge anymore
b: @lamp-not-working
c: tried all that already
h: predicted
a: Then it's faulty. {agent} here: a new one leaves today, no need to return this.
c: thanks | nice
= solved: Faulty, replaced`,
    ],
  },
];
