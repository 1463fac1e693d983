import { both } from '../bilingual.ts';
import { policies } from '../policies.ts';
import type { Article } from './article.ts';

const { returns } = policies;

/** Which size to take, and how to keep it for years. */
export const sizeAndCareArticles: readonly Article[] = [
  {
    id: 'garment-sizes',
    chapter: 'sizes',
    intent: 'size.garment',
    tags: ['size', 'outerwear', 'tops', 'bottoms'],
    title: both('衣服怎么选尺码', 'Choosing a garment size'),
    questions: {
      zh: ['我170 60公斤穿什么码', '衣服偏大吗', '尺码表在哪', '选M还是L', '身高165体重52选几码'],
      en: [
        'what size should i take',
        'does it run large',
        'where is the size chart',
        'M or L?',
        'im 180cm 75kg which size',
      ],
    },
    answer: both(
      '参考：S 适合 155–164 厘米、45–55 公斤，M 162–172、53–65，L 170–180、63–76，XL 178–188、74–88。介于两码之间，外套选大一码，贴身的选小一码；每件商品页都有平铺尺寸。',
      'As a guide: S 155–164 cm and 45–55 kg, M 162–172 and 53–65, L 170–180 and 63–76, XL 178–188 and 74–88. Between two, go up for outerwear and down for close layers; every page lists flat measurements.',
    ),
  },
  {
    id: 'shoe-sizes',
    chapter: 'sizes',
    intent: 'size.shoe',
    tags: ['size', 'footwear'],
    title: both('鞋子怎么选码', 'Choosing a shoe size'),
    questions: {
      zh: ['鞋码标准吗', '平时穿42要选几码', '徒步靴要买大一码吗', '帆布鞋偏大还是偏小', '脚宽能穿吗'],
      en: [
        'do your shoes fit true to size',
        'should i size up for hiking boots',
        'are the sneakers big',
        'i take 42 which size',
        'wide feet, what size',
      ],
    },
    answer: both(
      '徒步靴和越野鞋按脚长 +10 到 15 毫米，脚宽或穿厚袜再大半到一码；帆布鞋偏大，选小半码；切尔西靴按皮鞋码。发脚长给我，我帮您查。',
      'Hiking boots and trail shoes: foot length plus 10–15 mm, half to a size more for wide feet or thick socks. The canvas sneakers run large, take half down; Chelsea boots follow dress-shoe sizes. Send me your foot length.',
    ),
  },
  {
    id: 'hat-glove-belt-sizes',
    chapter: 'sizes',
    intent: 'size.accessories',
    tags: ['size', 'accessories'],
    title: both('帽子手套皮带的尺码', 'Sizes of hats, gloves and belts'),
    questions: {
      zh: ['头大能戴吗', '帽子头围多少', '手套选什么码', '皮带怎么选长度', '腰围80皮带买多长'],
      en: [
        'does the beanie fit a large head',
        'what glove size',
        'which belt length',
        'my waist is 80 which belt',
        'hat circumference',
      ],
    },
    answer: both(
      '毛线帽适合头围 54–60 厘米，渔夫帽 56–60 可调。手套量手掌一圈：18 厘米以下 S，18–20 M，以上 L。皮带长度取裤腰围加 10 厘米。',
      'The wool beanie fits 54–60 cm, the bucket hat 56–60 and adjusts. Gloves by hand circumference: under 18 cm S, 18–20 M, above L. Belts are the trouser waist plus 10 cm.',
    ),
  },
  {
    id: 'waist-and-length',
    chapter: 'sizes',
    intent: 'size.trousers',
    tags: ['size', 'bottoms'],
    title: both('裤子腰围和长度', 'Waist and length of trousers'),
    questions: {
      zh: ['裤子多长', '腰围31买什么码', '能改裤脚吗', '裤长对我会不会太长', '这条腰围多大'],
      en: [
        'how long are the trousers',
        'waist 31 which size',
        'can you hem them',
        'what is the inseam',
        'is it long enough for 185cm',
      ],
    },
    answer: both(
      `直筒裤 M 腰围约 80 厘米、内长 74，每大一码腰围 +4、内长 +1.5；徒步裤短 2 厘米，裤脚可收。不提供改裤脚，但 ${returns.windowDays} 天内可以换一次码。`,
      `The straight trousers: M is about 80 cm at the waist with a 74 cm inseam, each size up +4 and +1.5; hiking trousers are 2 cm shorter and adjust at the hem. We do not hem, but you can exchange once within ${returns.windowDays} days.`,
    ),
  },
  {
    id: 'layering-size',
    chapter: 'sizes',
    intent: 'size.layering',
    tags: ['size', 'outerwear'],
    title: both('里面要穿厚的怎么选', 'Wearing layers underneath'),
    questions: {
      zh: ['里面要穿羽绒选什么码', '冲锋衣要买大一码吗', '内搭毛衣会不会紧', '冬天叠穿选几码'],
      en: [
        'does the shell fit over a down jacket',
        'room for a sweater underneath',
        'should i size up for layers',
        'too tight with a fleece?',
      ],
    },
    answer: both(
      '冲锋衣和派克羽绒按平时尺码，里面已经留了一件抓绒的量；要叠轻羽绒再大一码。大衣、工装夹克本来偏宽，不用加码。',
      'Shell and parka are cut to wear over a fleece, so take your usual size; go up one for a down jacket underneath. The wool coat and the work jacket are roomy already.',
    ),
  },
  {
    id: 'down-care',
    chapter: 'care',
    intent: 'care.down',
    tags: ['care', 'down'],
    title: both('羽绒怎么洗', 'Washing down'),
    questions: {
      zh: ['羽绒服怎么洗', '可以水洗吗', '洗完一坨一坨的', '能干洗吗', '睡袋怎么清洗'],
      en: [
        'how do i wash down',
        'can i machine wash the jacket',
        'my down is clumpy',
        'dry clean or wash',
        'cleaning a sleeping bag',
      ],
    },
    answer: both(
      '轻羽绒可以 30℃ 轻柔机洗，用羽绒洗剂、不加柔顺剂，低温烘干时放两三个网球拍散结块。长款派克羽绒和睡袋建议送干洗或手洗，不要拧，不要压缩存放。',
      'The light jacket takes a gentle 30 °C wash with down soap, no softener, then a cool dryer with two or three tennis balls to break the clumps. Send the parka and the sleeping bag to a cleaner or wash by hand; never wring, never store compressed.',
    ),
  },
  {
    id: 'wool-care',
    chapter: 'care',
    intent: 'care.wool',
    tags: ['care', 'wool', 'cashmere'],
    title: both('羊毛羊绒怎么洗', 'Washing wool and cashmere'),
    questions: {
      zh: ['羊毛衫怎么洗不缩水', '围巾可以机洗吗', '毛衣起球怎么办', '洗完变小了', '羊绒能水洗不'],
      en: [
        'how to wash merino without shrinking',
        'can i machine wash cashmere',
        'pilling on my sweater',
        'it shrank after washing',
        'care for wool',
      ],
    },
    answer: both(
      '羊毛程序 30℃ 以内、专用洗剂，翻面，脱水后平铺晾干，不挂不烘。起球是正常的，用去球梳；洗缩了先别烘，用毛巾吸水拉回形状，救不回来的发给我们看看。',
      'A wool cycle below 30 °C with wool soap, inside out, then dry flat: no hanging, no dryer. Pilling is normal, use a comb. If it shrank, stop drying and stretch it back on a towel; if not, send us a photo.',
    ),
  },
  {
    id: 'shell-waterproofing',
    chapter: 'care',
    intent: 'care.waterproof',
    tags: ['care', 'waterproof'],
    title: both('防水面料的保养', 'Keeping things waterproof'),
    questions: {
      zh: ['冲锋衣不防水了', '下雨洇湿了是坏了吗', '防泼水怎么恢复', '雨裤渗水', '多久做一次防水护理'],
      en: [
        'my jacket soaks through now',
        'the shell is not waterproof anymore',
        'how to restore water repellency',
        'rain trousers leak',
        'how often should i reproof',
      ],
    },
    answer: both(
      '面料被打湿多半是防泼水层脏了，不是漏：冷水洗净、不加柔顺剂，再用防泼水喷剂，最后低温烘十分钟。接缝真的渗水就是质量问题，拍照找我们免费处理。',
      'A face that soaks is usually a dirty repellent, not a leak: wash cold without softener, apply a spray-on treatment, then ten minutes in a cool dryer. Water at the seams is a fault; send a photo and we fix it free.',
    ),
  },
  {
    id: 'leather-care',
    chapter: 'care',
    intent: 'care.leather',
    tags: ['care', 'leather'],
    title: both('皮具鞋靴护理', 'Caring for leather'),
    questions: {
      zh: ['皮靴怎么保养', '皮带能碰水吗', '鞋面脏了怎么擦', '靴子有划痕', '皮子变硬了'],
      en: [
        'how do i care for leather boots',
        'scratches on my boots',
        'can leather get wet',
        'the belt has gone stiff',
        'cleaning suede',
      ],
    },
    answer: both(
      '皮面用微湿软布擦，干了薄薄上一层皮油，划痕用手指搓一搓会淡。牛反绒用橡皮刷；淋雨后塞报纸阴干，不要靠暖气，三个月上一次护理蜡。',
      'Wipe with a barely damp cloth, then a thin coat of conditioner; rub a scratch with your finger and it fades. Suede takes a rubber brush. After rain stuff with paper and dry away from heat, and wax every three months.',
    ),
  },
  {
    id: 'canvas-and-linen-care',
    chapter: 'care',
    intent: 'care.canvas',
    tags: ['care', 'cotton', 'linen'],
    title: both('帆布亚麻会缩水吗', 'Do canvas and linen shrink'),
    questions: {
      zh: ['帆布会不会缩水', '亚麻皱巴巴的正常吗', '裤子会掉色吗', '可以甩干吗', '洗了会不会变短'],
      en: [
        'will the canvas shrink',
        'linen is very creased, normal?',
        'does it fade',
        'can i tumble dry it',
        'did it get shorter',
      ],
    },
    answer: both(
      '工装和裤子是先洗后卖的，缩水在 2% 以内；亚麻皱是特点，半干时熨最平。深色头两次单独冷水洗，都不建议高温烘干。',
      'Our canvas is washed before sale, so expect under 2%. Linen creases by nature, iron it while damp. Wash dark colours alone twice at first, and keep everything out of a hot dryer.',
    ),
  },
  {
    id: 'kettle-and-mug-care',
    chapter: 'care',
    intent: 'care.kitchen',
    tags: ['care', 'kitchen'],
    title: both('杯子和水壶怎么清洗', 'Cleaning mugs and kettles'),
    questions: {
      zh: ['保温杯有茶垢', '可以放洗碗机吗', '杯子能进微波炉吗', '水壶烧黑了', '第一次用要怎么洗'],
      en: [
        'can it go in the dishwasher',
        'tea stains in my bottle',
        'microwave safe?',
        'kettle is black outside',
        'how to clean before first use',
      ],
    },
    answer: both(
      '陶杯可微波、可洗碗机；搪瓷杯可洗碗机、可明火，不能微波；保温杯手洗，茶垢用小苏打热水泡两小时。水壶外壁发黑是碳，用软布和小苏打擦，不要用钢丝球。',
      'Stoneware mugs are microwave and dishwasher safe; enamel is dishwasher and flame safe but never goes in a microwave; insulated bottles are hand wash, baking soda for tea stains. Black on the kettle is soot: a soft cloth and baking soda, no steel wool.',
    ),
  },
  {
    id: 'new-item-smell',
    chapter: 'care',
    intent: 'care.smell',
    tags: ['care', 'quality'],
    title: both('新东西有味道', 'A new item smells'),
    questions: {
      zh: ['收到有味道', '新帐篷好大一股味', '味道会散吗', '羊毛衫有股味', '保温杯盖子有橡胶味'],
      en: [
        'it smells when new',
        'my tent has a strong smell',
        'will the smell go away',
        'wool smells like a sheep',
        'lid smells of rubber',
      ],
    },
    answer: both(
      '挂在通风处两三天会散，羊毛和羊绒的味道属于天然，洗一次就淡。刺鼻、辣眼的不正常，拍照找我们，按质量问题处理。',
      'Air it for two or three days and it goes; wool has a natural scent that fades with one wash. Anything sharp or stinging is not normal: write to us and we treat it as a fault.',
    ),
  },
];
