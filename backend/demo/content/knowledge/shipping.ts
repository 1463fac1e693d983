import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { shipping } = policies;
const { near, usual, remote } = shipping.deliveryDays;
const { international } = shipping;

/** When and how parcels travel. */
export const shippingArticles: readonly Article[] = [
  {
    id: 'dispatch-time',
    chapter: 'shipping',
    intent: 'shipping.dispatch',
    tags: ['dispatch', 'time'],
    title: both('下单后多久发货', 'How soon an order is dispatched'),
    questions: {
      zh: ['什么时候发货', '几天能发货呀', '我下单了今天能发吗', '怎么还不发货', '下午下单当天发不发'],
      en: [
        'when will my order ship',
        'how long till you dispatch',
        'do you ship same day',
        'why hasnt it shipped yet',
        'if i order now does it go out today',
      ],
    },
    answer: both(
      `${shipping.sameDayBeforeHour} 点前付款的现货订单一般当天发出，最晚 ${shipping.dispatchWithinHours} 小时内。发出后会有短信和站内消息，里面有运单号。`,
      `In-stock orders paid before ${shipping.sameDayBeforeHour}:00 (Beijing time) usually leave the same day, and within ${shipping.dispatchWithinHours} hours at the latest. You get a message with the tracking number.`,
    ),
  },
  {
    id: 'delivery-time',
    chapter: 'shipping',
    intent: 'shipping.time',
    tags: ['delivery', 'time'],
    title: both('多久能到', 'How long delivery takes'),
    questions: {
      zh: ['大概几天到', '到广州要多久', '快递几天能到啊', '周五前能收到不', '发到新疆要几天'],
      en: [
        'how long does delivery take',
        'when will it arrive',
        'will i get it by friday',
        'delivery time to chengdu?',
        'how many days til it gets here',
      ],
    },
    answer: both(
      `发出后江浙沪皖 ${near[0]} 到 ${near[1]} 天，其他地区 ${usual[0]} 到 ${usual[1]} 天，新疆、西藏、内蒙古、青海等 ${remote[0]} 到 ${remote[1]} 天。大促和恶劣天气可能再多一两天，运单页会显示最新预计时间。`,
      `After dispatch: ${near[0]}–${near[1]} days around Shanghai, Jiangsu, Zhejiang and Anhui, ${usual[0]}–${usual[1]} days elsewhere, ${remote[0]}–${remote[1]} days to Xinjiang, Tibet, Inner Mongolia and Qinghai. Big sales and bad weather can add a day or two; the tracking page has the latest estimate.`,
    ),
  },
  {
    id: 'shipping-fee',
    chapter: 'shipping',
    intent: 'shipping.fee',
    tags: ['fee', 'free-shipping'],
    title: both('运费与包邮', 'Shipping fee and free shipping'),
    questions: {
      zh: ['运费多少', '包邮吗', '满多少包邮', '为啥要收我运费', '差几块钱能不能免邮'],
      en: [
        'how much is shipping',
        'do you have free shipping',
        'whats the minimum for free delivery',
        'why was i charged postage',
        'is delivery free',
      ],
    },
    answer: both(
      `满 ¥${yuan(shipping.freeFromFen)} 包邮，不满收 ¥${yuan(shipping.feeFen)}。偏远地区未满额收 ¥${yuan(shipping.remoteFeeFen)}；按优惠后的实付金额计算。`,
      `Free from ¥${yuan(shipping.freeFromFen)}, otherwise ¥${yuan(shipping.feeFen)}; below that amount remote regions pay ¥${yuan(shipping.remoteFeeFen)}. What counts is the amount after discounts.`,
    ),
  },
  {
    id: 'which-carrier',
    chapter: 'shipping',
    intent: 'shipping.carrier',
    tags: ['carrier'],
    title: both('发什么快递', 'Which carrier we use'),
    questions: {
      zh: [
        '发什么快递',
        '能不能指定快递',
        '可以发快一点的快递吗',
        '你们用哪家快递啊',
        '我们这边那家快递不送货上门，能换吗',
      ],
      en: [
        'which courier do you use',
        'can i choose the carrier',
        'can you upgrade to express',
        'who delivers your parcels',
        'is express delivery available',
      ],
    },
    answer: both(
      `默认由仓库选当地口碑最好的快递，暂时不能指定。赶时间可以在结算页选「特快」，加 ¥${yuan(shipping.expressFeeFen)}，多数城市次日到。`,
      `The warehouse picks the carrier that serves your area best; you cannot choose it. If you are in a hurry, pick “Express” at checkout for ¥${yuan(shipping.expressFeeFen)}: next day in most cities.`,
    ),
  },
  {
    id: 'track-parcel',
    chapter: 'shipping',
    intent: 'shipping.track',
    tags: ['tracking'],
    title: both('怎么查物流', 'How to track a parcel'),
    questions: {
      zh: ['怎么查快递', '我的包裹到哪了', '物流单号在哪看', '快递到哪儿了帮我查下', '查一下物流'],
      en: [
        'where is my parcel',
        'how do i track my order',
        'wheres my package',
        'tracking number please',
        'track my order',
      ],
    },
    answer: both(
      '在「我的订单」点开订单，就能看到运单号和每一步的记录。您已登录的话，直接把订单号发给我，我帮您查。',
      'Open the order in “My orders” to see the tracking number and every step. If you are signed in, send me the order number and I will look it up.',
    ),
  },
  {
    id: 'pick-up-and-door-delivery',
    chapter: 'shipping',
    intent: 'shipping.door',
    tags: ['delivery', 'pickup'],
    title: both('送货上门与驿站', 'Door delivery and pick-up points'),
    questions: {
      zh: ['能送货上门吗', '别给我放驿站', '快递不打电话直接放柜子', '我要送到家门口', '可以放快递柜吗'],
      en: [
        'can you deliver to my door',
        'dont leave it at the pickup point',
        'please call before delivery',
        'can it go in a parcel locker',
        'door delivery please',
      ],
    },
    answer: both(
      '下单时在备注写「送货上门」，我们会打在面单上。大件（帐篷、桌椅）默认送上门；快递没照做的话告诉我们，我们去投诉并给您补一次上门。',
      'Write “door delivery” in the order note and we print it on the label. Bulky things come to the door anyway; if the courier ignores it, tell us and we have it delivered again.',
    ),
  },
  {
    id: 'bulky-goods',
    chapter: 'shipping',
    intent: 'shipping.bulky',
    tags: ['bulky', 'delivery'],
    title: both('大件怎么送', 'How bulky goods travel'),
    questions: {
      zh: ['蛋卷桌怎么送', '大件会不会要自提', '帐篷和椅子一起寄吗', '重的东西送上楼吗', '大件要加运费不'],
      en: [
        'how do you ship large items',
        'do i pay extra for the table',
        'will they carry it upstairs',
        'shipping for heavy stuff',
        'do the tent and chair come together',
      ],
    },
    answer: both(
      `单箱超过 ${shipping.bulkyFromKg} 公斤走大件，送到楼下，上楼请在备注写明（可能收搬运费，先告诉您价格）。我们的商品多数单箱不到 ${shipping.bulkyFromKg} 公斤，按普通包裹送。`,
      `Boxes over ${shipping.bulkyFromKg} kg go as bulky goods to the front of the building; ask for stairs in the note, we tell you the price first. Almost everything we sell is lighter and travels as a normal parcel.`,
    ),
  },
  {
    id: 'international-shipping',
    chapter: 'shipping',
    intent: 'shipping.international',
    tags: ['international', 'fee'],
    title: both('港澳台与海外配送', 'Delivery outside the mainland'),
    questions: {
      zh: ['可以寄香港吗', '发海外吗', '寄台湾多少钱', '我在新加坡能买吗', '国外收得到吗'],
      en: [
        'do you ship to singapore',
        'international shipping',
        'can you send it to hong kong',
        'how much to japan',
        'do you deliver abroad',
      ],
    },
    answer: both(
      `目前寄香港、澳门、台湾、新加坡和日本：运费 ¥${yuan(international.feeFen)}，满 ¥${yuan(international.freeFromFen)} 免运费，${international.days[0]} 到 ${international.days[1]} 天到。关税由收件人承担，睡袋和带电商品不寄海外。`,
      `We ship to Hong Kong, Macau, Taiwan, Singapore and Japan: ¥${yuan(international.feeFen)}, free from ¥${yuan(international.freeFromFen)}, in ${international.days[0]}–${international.days[1]} days. Duties are paid by the recipient; sleeping bags and anything with a battery stay home.`,
    ),
  },
];
