import type { Situation } from './situation.ts';

/** Before buying: sizes, choices, gifts, bulk. */
export const adviceSituations: readonly Situation[] = [
  {
    id: 'size-advice',
    causeCode: 'advice.size',
    moment: 'none',
    categories: ['outerwear', 'tops', 'bottoms'],
    zh: [
      `c: 我165 55公斤，{item}穿什么码 | {item}偏大还是偏小
b: @garment-sizes
c: 我喜欢宽松一点 | 那S还是M
b: 按您的身高体重，这款 M 合身，喜欢宽松就 L。
p: product M
c: 那买M了 | 好的谢谢
= solved:`,
      `c: 身高178 体重80，肩宽，买多大 | 172，68公斤，胳膊长，{item}穿几码 | 老公穿L但肚子大，选啥码
b: @garment-sizes
c: 能不能叫个人帮我看下
h: asked-for-person
a: 您好，我是{agent}。看您肩宽，L 肩膀会紧，建议 XL，腰这边不会显大。
p: product XL
c: 行 就XL | 谢谢
= solved: 尺码建议`,
    ],
    en: [
      `c: 170cm, 62kg, what size in the {item}? | i heard the {item} run{s} small, true?
b: @garment-sizes
c: i like it loose | M or L?
b: For your height and weight M is right; L if you want it loose.
p: product M
c: M it is, thanks | thank you
= solved:`,
    ],
  },
  {
    id: 'shoe-size-advice',
    causeCode: 'advice.size',
    moment: 'none',
    categories: ['footwear'],
    zh: [
      `c: {item}码偏大还是偏小 | 平时42，你们家的选多少 | 脚背高买多大
b: @shoe-sizes
c: 我脚宽 | 厚袜子的话呢
h: predicted
a: 您好，我是{agent}。脚宽选大一码，前面别顶住；实在拿不准就两码都拍，留一双，取件一次收费。
c: 这个办法好 | 那我先拍42
p: product
= solved: 选码建议`,
      `c: 我左脚比右脚大半码怎么买 | 脚长26厘米，{product}多大合适
b: @shoe-sizes
c: 那按大的那只买？ | 有没有半码
h: predicted
a: 按大的那只买，小的那只加一片半码垫，我随鞋送您。我是{agent}，拿不准随时找我。
p: product
c: 还送垫子，可以 | 谢谢谢谢
= solved: 按大脚选码，送半码垫`,
    ],
    en: [
      `c: do the {item} run big or small? | i'm usually a 42, what should i get
b: @shoe-sizes
c: wide feet btw
h: predicted
a: Hello, {agent} here. Take one size up then. If in doubt order both and send one back, one pick-up fee.
p: product
c: good idea, doing that | thanks!
= solved: Size advice`,
    ],
  },
  {
    id: 'jacket-choice',
    causeCode: 'advice.product',
    moment: 'none',
    drawings: ['shell', 'windbreaker'],
    zh: [
      `c: 想买件爬山穿的外套，推荐一下 | 周末爬山，穿什么外套好 | 南方下雨天多，买哪件外套
b: @shell-or-windbreaker
c: 就附近小山，一天来回，怕下雨 | 主要怕淋雨
b: 那三层冲锋衣更放心，雨里站久了里面也是干的。
p: three-layer-rain-shell
c: 看起来可以，有点贵 | 好看，就是预算有点超
b: 冲锋衣能穿好几年；预算紧的话，小雨天防风外套也够用。
c: 那我再想想 | 行，咬咬牙买了
= solved:`,
      `c: {product}洗几次会不会就不防水了 | 冲锋衣一年穿不了几次，有必要买吗
b: @shell-waterproofing
c: 那平时下小雨穿哪件就够 | 只是上班路上淋一点
b: 上班路上的话，可收纳防风外套就够，挡风挡小雨，塞包里不占地方。
p: packable-windbreaker
c: 这个便宜一半，就它 | 省钱了，谢谢
= solved:`,
    ],
    en: [
      `c: looking for a jacket for the hills, what do you recommend? | which jacket for rainy weekends
b: @shell-or-windbreaker
c: it does rain a lot here | mostly worried about rain
b: Then the three-layer shell: an hour of heavy rain and you stay dry.
p: three-layer-rain-shell
c: looks good, thanks | bit pricey but ok
= solved:`,
    ],
  },
  {
    id: 'camping-choice',
    causeCode: 'advice.product',
    moment: 'none',
    categories: ['camping'],
    zh: [
      `c: 第一次露营，要买些什么 | 周末想带孩子露营，求清单 | 新手露营，别让我买一堆没用的
b: 说说去哪儿、几个人、开车还是背着走？我按这个帮您配。
c: 两个人，开车，就住一晚 | 两大一小，开车去
c: 预算别太高
h: predicted
a: 您好，我是{agent}，我自己也常去。先买三样：帐篷、睡垫、睡袋，桌椅可以先借朋友的。
p: two-person-tent
p: insulated-sleeping-pad
c: 这么一说清楚多了 | 谢谢，不忽悠我
a: 晚上比您想的冷，睡垫别省。
c: 记住了，先下单这两样 | 好嘞
= solved: 新手露营清单`,
      `c: 露营椅和蛋卷桌哪个先买 | 预算一千，两个人露营先买哪几样
b: @gift-ideas
c: 这是送礼的吧…我自己用 | 不是送礼，自己去
h: bot-failed
a: 哈哈它想多了，我是{agent}。一千块先买两把椅子一盏灯，过夜的东西可以先租，试过两次再买。
p: low-folding-chair
p: rechargeable-camp-lantern
c: 租这个主意好，没想到 | 真实在，谢谢
= solved: 先租后买，推荐椅子和灯`,
    ],
    en: [
      `c: first camping trip, what do i actually need? | going camping with a friend, where do i start
b: Tell me where you go, how many nights, and whether you drive, and I'll put a set together.
c: one night, two of us, by car
h: predicted
a: Hello, {agent} here. Start with three things: tent, pad, sleeping bag. Borrow the rest.
p: two-person-tent
c: that's refreshingly honest | great, thanks
= solved: First camping set`,
    ],
  },
  {
    id: 'bag-choice',
    causeCode: 'advice.product',
    moment: 'none',
    categories: ['bags'],
    zh: [
      `c: 通勤背包哪个好 | {product}和{alt}纠结，帮我选 | 上班背的包，要放电脑
b: @pack-which-size
c: 15寸的，偶尔出差一晚 | 放电脑加水杯就够
b: 那日行背包 20L 刚好，出差一晚再塞一套衣服也行。
p: twenty-litre-daypack
c: 黑色有吗 | 就这个吧
b: 墨黑现在有货，能当天发。
c: 好，我下单 | OK
= solved:`,
      `c: 想买个能背去徒步又能上班的包 | 有没有一个包，平时上班周末爬山都能背的 | 上班爬山两用，买哪个包
b: @pack-which-size
c: 不要给我列参数，直接说买哪个 | 太长不看，哪个？
h: bot-failed
a: 哈哈好，我是{agent}。买 20L 的，上班够用；真去三天徒步再来找我。
p: twenty-litre-daypack
c: 爽快，买了 | 好 谢谢
= solved: 直接推荐`,
    ],
    en: [
      `c: which bag for the office? needs to fit a laptop | torn between the {product} and the {alt}
b: @pack-which-size
c: 15 inch, sometimes one night away
b: Then the Daypack 20L: laptop, bottle and a change of clothes.
p: twenty-litre-daypack
c: ordering it | perfect thanks
= solved:`,
    ],
  },
  {
    id: 'tent-question',
    causeCode: 'advice.product',
    moment: 'none',
    drawings: ['tent', 'sleeping-bag', 'sleeping-pad'],
    zh: [
      `c: 帐篷三个人睡得下吗 | 海边风大能用吗 | 下雨漏不漏
b: @tent-weather
c: 那睡袋呢，秋天山上够不够暖 | 晚上五六度，配什么睡袋
b: @sleeping-bag-temperature
p: zero-degree-sleeping-bag
c: 懂了，垫子也得买 | 行 学到了
= solved:`,
      `c: 新帐篷第一次用要注意什么 | 帐篷收起来总是塞不回袋子，有诀窍吗
b: @tent-weather
c: 不是问防水，我是问怎么收
h: bot-failed
a: 您好，我是{agent}。对折成和袋子一样宽，杆子当芯，边卷边压，两分钟。说明书最后一页有图。
c: 试了，进去了！ | 原来杆子要当芯，学到了
= solved: 收纳方法`,
    ],
    en: [
      `c: is the tent ok in strong wind? | would three people fit in the tent
b: @tent-weather
c: and the sleeping bag at 5 degrees?
b: @sleeping-bag-temperature
c: very helpful | ok, getting the pad as well
= solved:`,
    ],
  },
  {
    id: 'warmth-question',
    causeCode: 'advice.product',
    moment: 'none',
    drawings: ['down-jacket'],
    zh: [
      `c: {item}零下十度够吗 | 东北能穿这{unit}{item}吗 | 轻的那款会不会冷
b: @down-which-one
c: 那还是长的那款吧 | 看来得买长的
b: 对，长款派克零下十五度也站得住。
p: long-down-parka
c: 就它了 | 好的
= solved:`,
    ],
    en: [
      `c: is the {item} ok for minus ten? | will this be warm enough in harbin
b: @down-which-one
c: the long one then | so the parka
b: Yes, the parka is good to minus fifteen.
p: long-down-parka
c: great | thanks
= solved:`,
    ],
  },
  {
    id: 'gift-advice',
    causeCode: 'advice.gift',
    moment: 'none',
    drawings: ['scarf', 'blanket', 'tea-set', 'slipper', 'beanie', 'cushion', 'ceramic-mug', 'thermos'],
    zh: [
      `c: 送妈妈什么好，怕冷 | 朋友搬家，送点什么合适 | 男朋友生日，两百左右 | 送领导的，体面点
b: @gift-ideas
c: 有没有带卡片的 | 能写几句话吗
b: @gift-wrap
c: 包装好看吗
h: predicted
a: 您好，我是{agent}。牛皮纸加棉绳，挺大方，卡片我给您手写。
p: product
c: 好，就这个 | 谢谢，字写好点哈
a: 放心，我字还行。
= solved: 送礼推荐并包装`,
      `c: 想送老师，不能太贵 | 闺蜜乔迁，一百来块
b: @gift-ideas
c: {product}会不会太普通 | 这个颜色挑人吗
h: predicted
a: 不普通的，我是{agent}，上周我自己也送了一{unit}。{colour}不挑人，配一张卡片就很周到。
p: product
c: 那包起来吧，卡片写「平安喜乐」 | 好，听你的
a: 记下了，今天就发，箱子里不放价格单。
= solved: 推荐并包装`,
    ],
    en: [
      `c: gift for someone who hikes, under 200? | birthday present for my dad
b: @gift-ideas
c: can you wrap it and write a card
b: @gift-wrap
p: product
c: perfect, ordering now | lovely, thank you
= solved:`,
    ],
  },
  {
    id: 'bulk-advice',
    causeCode: 'advice.bulk',
    moment: 'none',
    drawings: ['thermos'],
    zh: [
      `c: 公司要买60个保温杯，能印logo吗 | 60个保温杯企业采购什么价 | 想给员工发保温杯，60个，怎么买
b: @bulk-orders
c: 60个 下周五要 | 那先报个价
h: asked-for-person
a: 您好，我是{agent}，做企业这块。60 个能优惠 {bulkDiscount}%，印标要七天，今天下能赶上下周五。
c: 合同能开吗
a: 能，专票也能。我把报价单发您邮箱。
c: 好的，等邮件 | 收到
n: 意向单：60 个保温杯印标，下周五交
= promised: 企业报价已发`,
      `c: 学校社团，{item}35个，学生价有没有 | 我们跑团想订一批{item}，三四十个
b: @bulk-orders
c: 没有公司抬头，个人能享受吗 | 不开专票也行吧
h: asked-for-person
a: 能的，我是{agent}。看数量不看抬头，35 个一样优惠 {bulkDiscount}%，不印标三天发。
c: 太好了，那我去收钱 | 好，我统计完找你
= promised: 社团团购，等统计数量`,
    ],
    en: [
      `c: we need 60 bottles with our logo, what's the price | corporate order, 60 bottles, do you print logos?
b: @bulk-orders
c: by end of next week if possible
h: asked-for-person
a: Hello, {agent} here, I do the company orders. {bulkDiscount}% off at that quantity, seven days for the print, you'd have it in time.
c: can you invoice our company
a: Yes, with a special VAT invoice. The quote is on its way.
c: thanks, waiting for it | great
= promised: Quote sent`,
    ],
  },
  {
    id: 'care-question',
    causeCode: 'advice.care',
    moment: 'delivered',
    drawings: ['down-jacket', 'parka', 'sleeping-bag', 'slipper'],
    zh: [
      `c: 羽绒服怎么洗，第一次洗怕搞坏 | {item}能机洗吗 | 洗完一坨一坨的怎么办
b: @down-care
c: 明白了，谢谢 | 学到了
= solved:`,
      `c: 羽绒压在箱子里一冬天，扁了怎么办 | {item}沾了油，能局部洗吗
b: @down-care
c: 没有烘干机怎么办 | 用吹风机行吗
b: 没有烘干机就摊平晾，半干时拍一拍，再晾再拍，两天就回来了；吹风机用冷风可以，别用热风。
c: 好，今晚拍 | 收到
= solved:`,
    ],
    en: [
      `c: how do i wash the {item} without ruining it | clumps after washing my {item}
b: @down-care
c: thank you, will try | ok thanks
= solved:`,
    ],
  },
  {
    id: 'wool-care-question',
    causeCode: 'advice.care',
    moment: 'delivered',
    drawings: ['base-layer', 'sweater', 'scarf', 'coat', 'socks', 'beanie', 'blanket'],
    zh: [
      `c: {item}能扔洗衣机吗 | 怕缩水，怎么洗 | {item}有股羊味
b: @wool-care
c: 好，我手洗 | 懂了
= solved:`,
      `c: {item}被我扔洗衣机了，还有救吗 | 羊毛缩成娃娃衣服了😭
b: @wool-care
c: 拉了，回来一点点 | 用护发素泡有用吗
b: 有一点用：温水加护发素泡半小时，用毛巾吸干，一边晾一边轻轻拉。拉不回来发照片，我帮您转同事看看。
c: 我试试 | 回来一大半了！
= solved:`,
    ],
    en: [
      `c: can i machine wash the {item} | it smells a bit like a farm, is that ok
b: @wool-care
c: great, hand wash it is | thanks
= solved:`,
    ],
  },
];
