import { both } from '../bilingual.ts';
import { policies } from '../policies.ts';
import type { Article } from './article.ts';

const { warranty } = policies;

/** What customers want to know before they buy. */
export const productArticles: readonly Article[] = [
  {
    id: 'shell-or-windbreaker',
    chapter: 'products',
    intent: 'product.compare-jackets',
    tags: ['outerwear', 'rain'],
    title: both('冲锋衣和防风外套选哪个', 'Rain shell or windbreaker'),
    questions: {
      zh: ['冲锋衣和防风衣有什么区别', '爬山穿哪个好', '下大雨能穿那件薄的吗', '三层的值得吗'],
      en: [
        'difference between the shell and the windbreaker',
        'which jacket for hiking',
        'is the thin one ok in rain',
        'is three layer worth it',
      ],
    },
    answer: both(
      '下雨就选三层冲锋衣：热封压胶，久淋不透。可收纳防风外套 118 克，挡风挡小雨，跑步通勤塞包里，两件用途不同，不冲突。',
      'For rain, the three-layer shell: taped seams, dry for hours. The packable windbreaker weighs 118 g and is for wind and light rain on a run or a commute. They do different jobs.',
    ),
  },
  {
    id: 'down-which-one',
    chapter: 'products',
    intent: 'product.compare-down',
    tags: ['down', 'outerwear'],
    title: both('轻羽绒和派克羽绒怎么选', 'Light down or parka'),
    questions: {
      zh: ['轻羽绒够暖吗', '零下十度穿哪件', '北方过冬买哪个', '羽绒几百蓬'],
      en: [
        'is the light down warm enough',
        'which jacket for minus ten',
        'what fill power',
        'warm jacket for a northern winter',
      ],
    },
    answer: both(
      '轻羽绒 700 蓬、240 克，适合 0 到 12℃，也可以当中层；长款派克 650 蓬鹅绒，零下十五度能站住。北方户外选派克，通勤和南方选轻羽绒。',
      'The light one is 700 fill, 240 g, for 0 to 12 °C and good as a mid layer. The parka is 650-fill goose down for minus fifteen. Outdoors in the north, the parka; for commuting and the south, the light one.',
    ),
  },
  {
    id: 'merino-itchy',
    chapter: 'products',
    intent: 'product.merino',
    tags: ['merino', 'wool'],
    title: both('美利奴会扎人吗', 'Does merino itch'),
    questions: {
      zh: ['羊毛贴身会不会扎', '穿几天不洗真的没味吗', '夏天能穿美利奴吗', '打底衫扎不扎'],
      en: [
        'does merino itch',
        'can i really wear it three days',
        'is it too warm for summer',
        'itchy next to skin?',
      ],
    },
    answer: both(
      '我们用的是 18.5 微米细毛，贴身不扎；羊毛天然抑菌，三天不洗也只是有点暖。190 克这款更适合春秋冬，夏天建议厚磅棉 T 恤。',
      'Ours is 18.5-micron fine wool and does not itch. Wool keeps bacteria down, so three days is really fine. At 190 gsm it is best from autumn to spring; in summer take the cotton tee.',
    ),
  },
  {
    id: 'tent-weather',
    chapter: 'products',
    intent: 'product.tent',
    tags: ['camping', 'tent'],
    title: both('帐篷能不能淋雨、好不好搭', 'Rain and setting up the tent'),
    questions: {
      zh: ['帐篷防雨吗', '一个人能搭起来吗', '两人帐睡三个挤吗', '刮大风行不行'],
      en: [
        'is the tent waterproof',
        'can one person pitch it',
        'does it fit three',
        'how does it do in wind',
      ],
    },
    answer: both(
      '外帐 3000 毫米、底 5000 毫米，夜里下雨没问题，建议多打两根风绳。自立式，一个人十分钟；两个人加行李正好，三个人就挤了。',
      'Fly 3,000 mm and floor 5,000 mm: a night of rain is fine, put out two extra guy lines. Free-standing, one person in ten minutes; two people with their things fit well, three do not.',
    ),
  },
  {
    id: 'sleeping-bag-temperature',
    chapter: 'products',
    intent: 'product.sleeping-bag',
    tags: ['camping', 'sleeping-bag'],
    title: both('睡袋温标怎么看', 'What the sleeping bag temperature means'),
    questions: {
      zh: ['0度睡袋能在零度睡吗', '怕冷要不要买厚的', '女生用够不够暖', '睡袋搭什么垫子'],
      en: [
        'can i sleep at 0C in it',
        'what does the temperature rating mean',
        'is it warm enough for me',
        'which pad goes with it',
      ],
    },
    answer: both(
      '0℃ 是下限，舒适温标 5℃；怕冷的按舒适温标买。垫子比睡袋更要紧，搭 R 值 3.4 的充气垫，地面的凉才隔得住。',
      '0 °C is the limit, comfort is 5 °C: go by comfort if you feel the cold. The pad matters more than the bag; ours has an R-value of 3.4, which keeps the ground out.',
    ),
  },
  {
    id: 'pack-which-size',
    chapter: 'products',
    intent: 'product.pack',
    tags: ['bags', 'laptop'],
    title: both('20 升和 45 升选哪个', '20 or 45 litres'),
    questions: {
      zh: ['上班买多大的包', '能放下15寸电脑吗', '三天徒步用哪个', '背包能上飞机吗', '45升会不会太大'],
      en: [
        'which size for the office',
        'does it fit a 15 inch laptop',
        'what pack for three days',
        'is it cabin size',
        'is 45L too big',
      ],
    },
    answer: both(
      '日行背包 20L 放得下 15 寸电脑，上班和一日徒步够了；三天以上带帐篷选 45L，背长可调、腰带承重。飞机上，20L 是随身件，45L 要托运或压到登机尺寸。',
      'The 20L daypack fits a 15-inch laptop and a day out; take the 45L for three days with a tent, its back length adjusts and the hip belt carries. On a plane the 20L is a personal item, the 45L is checked or squeezed to cabin size.',
    ),
  },
  {
    id: 'materials-and-origin',
    chapter: 'products',
    intent: 'product.materials',
    tags: ['material', 'origin'],
    title: both('材料和产地', 'Materials and where things are made'),
    questions: {
      zh: ['羊毛是哪里的', '羽绒有证书吗', '你们是不是动物友好', '面料环保吗', '在哪里生产'],
      en: [
        'where does the wool come from',
        'is the down certified',
        'are materials recycled',
        'animal welfare?',
        'where are you made',
      ],
    },
    answer: both(
      '羽绒全部有可追溯证书，不用活拔绒；羊毛来自澳洲、新西兰和内蒙古，标签上写明。成衣在浙江和福建做，陶杯在景德镇手作；锦纶和聚酯大多是再生的。',
      'All down is traceable and never live-plucked; the wool is Australian, New Zealand or Inner Mongolian, as the label says. We sew in Zhejiang and Fujian, throw the mugs in Jingdezhen, and most nylon and polyester is recycled.',
    ),
  },
  {
    id: 'gift-ideas',
    chapter: 'products',
    intent: 'product.gift',
    tags: ['gift'],
    title: both('送礼推荐', 'Ideas for a gift'),
    questions: {
      zh: ['送男朋友买什么好', '一百多的礼物推荐', '长辈生日送什么', '送客户什么合适'],
      en: [
        'gift ideas under 200',
        'what should i give my dad',
        'present for a hiker',
        'corporate gift ideas',
      ],
    },
    answer: both(
      '¥100 左右：搪瓷杯配毛巾、美利奴袜；¥200 上下：陶杯配旅行茶具、羽绒拖鞋；想送贵重一点的选羊绒围巾或人字纹毛毯。都可以礼品包装，卡片手写。',
      'Around ¥100: an enamel mug with towels, merino socks. Around ¥200: the travel tea set, down slippers. For something special, the cashmere scarf or the wool blanket. All can be gift wrapped with a handwritten card.',
    ),
  },
  {
    id: 'colour-difference',
    chapter: 'products',
    intent: 'product.colour',
    tags: ['colour', 'quality'],
    title: both('实物和图片颜色不一样', 'The colour differs from the picture'),
    questions: {
      zh: ['颜色和图片不一样', '色差好大', '苔绿是偏灰还是偏绿', '实物比图上深'],
      en: [
        'the colour looks different',
        'is moss more grey or green',
        'not the colour in the picture',
        'darker in real life',
      ],
    },
    answer: both(
      '图片在统一光源下拍，屏幕不同会差一点：苔绿偏灰、燕麦米偏黄一分。差得明显就不是色差，拍照发来，按质量问题退换，运费我们出。',
      'Pictures are taken in one light, but screens differ: moss leans grey, oat leans warm. If it is clearly different, that is a fault: send a photo and we pay for the return.',
    ),
  },
  {
    id: 'product-care-card',
    chapter: 'products',
    intent: 'product.manual',
    tags: ['care', 'manual'],
    title: both('说明书和水洗标', 'Instructions and care labels'),
    questions: {
      zh: ['水洗标剪掉了怎么看', '说明书丢了', '蛋卷桌怎么装', '有电子版说明书吗'],
      en: ['i cut off the care label', 'lost the instructions', 'how do i assemble the table', 'manual pdf'],
    },
    answer: both(
      '商品页最下面有电子说明书和洗标，搜商品名就能找到；装不上的地方发张照片，我们告诉您下一步。',
      'Instructions and care are at the foot of every product page; search its name. If assembly stops somewhere, send a photo and we tell you the next step.',
    ),
  },
  {
    id: 'repair-parts',
    chapter: 'products',
    intent: 'product.parts',
    tags: ['parts', 'repair'],
    title: both('能不能单买配件', 'Spare parts'),
    questions: {
      zh: ['单独买帐篷杆', '保温杯盖子能配吗', '鞋带断了有卖吗', '灯罩碎了能单买吗'],
      en: [
        'can i buy just the pole',
        'replacement lid for the bottle',
        'do you sell laces',
        'spare lamp shade',
      ],
    },
    answer: both(
      `帐篷杆、风绳、杯盖、灯罩、鞋带、腰带扣都有单卖，价格只收成本。${warranty.tentAndPackMonths} 个月内的帐篷配件免费，报订单号就行。`,
      `Poles, guy lines, lids, shades, laces and buckles are sold at cost. Tent parts are free for ${warranty.tentAndPackMonths} months; your order number is enough.`,
    ),
  },
];
