import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { shipping, returns } = policies;
const [lateCoupon, veryLateCoupon] = shipping.lateDispatchCoupons;
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
    id: 'tracking-not-updated',
    chapter: 'shipping',
    intent: 'shipping.stuck',
    tags: ['tracking', 'delay', 'carrier'],
    title: both('物流好几天不更新', 'Tracking has not moved for days'),
    questions: {
      zh: [
        '物流三天没动了',
        '快递卡在中转站了',
        '怎么一直不更新物流',
        '包裹停在那不动了是不是丢了',
        '四天了还在同一个地方',
      ],
      en: [
        'my tracking hasnt updated in days',
        'parcel stuck in transit',
        'is my package lost',
        'it has been in the same depot for 4 days',
        'tracking not moving',
      ],
    },
    answer: both(
      `超过 ${shipping.stuckAfterHours} 小时没有新记录，我们会主动向快递催查，当天给您答复。满 ${shipping.lostAfterDays} 天仍无更新按丢件处理，重发或全额退款由您选。`,
      `After ${shipping.stuckAfterHours} hours without a new entry we open a trace with the carrier and answer you the same day. At ${shipping.lostAfterDays} days it counts as lost: we send it again or refund it in full, as you prefer.`,
    ),
  },
  {
    id: 'late-dispatch-compensation',
    chapter: 'shipping',
    intent: 'shipping.compensation',
    tags: ['delay', 'compensation', 'coupon'],
    title: both('发货超时怎么补偿', 'Compensation for late dispatch'),
    questions: {
      zh: [
        '超过48小时没发货怎么赔',
        '发货超时有补偿吗',
        '说好两天发货的，现在都第四天了',
        '延迟发货给不给券',
        '晚发货你们赔多少',
      ],
      en: [
        'compensation for late shipping',
        'you promised 48 hours and its still not shipped',
        'do i get anything for the delay',
        'late dispatch coupon',
        'my order is late what do i get',
      ],
    },
    answer: both(
      `付款后超过 ${lateCoupon.afterHours} 小时未发出，补 ¥${yuan(lateCoupon.valueFen)} 发货保障券；超过 ${veryLateCoupon.afterHours} 小时，补 ¥${yuan(veryLateCoupon.valueFen)}（不叠加前一张）。券自动到账，发出前您也可以随时取消，全额退款。`,
      `If your order is not dispatched ${lateCoupon.afterHours} hours after payment you get a ¥${yuan(lateCoupon.valueFen)} coupon; past ${veryLateCoupon.afterHours} hours it is ¥${yuan(veryLateCoupon.valueFen)} instead. It arrives by itself, and until dispatch you can cancel for a full refund.`,
    ),
  },
  {
    id: 'delivered-not-received',
    chapter: 'shipping',
    intent: 'shipping.not-received',
    tags: ['carrier', 'lost'],
    title: both('显示签收但没收到', 'Marked delivered but not received'),
    questions: {
      zh: [
        '显示已签收可我没收到',
        '谁签收的啊我根本没拿到',
        '快递说放门口了没有啊',
        '签收了但是东西呢',
        '快递员乱签收',
      ],
      en: [
        'says delivered but i didnt get it',
        'my parcel is marked delivered but nothing here',
        'who signed for my package',
        'courier says left at door, its not there',
        'delivered but missing',
      ],
    },
    answer: both(
      `先看看驿站、门卫和邻居那里；没有的话告诉我们，我们向快递要签收凭证。${returns.missingReportHours} 小时内找不到，由我们重发或退款，不让您和快递扯皮。`,
      `Please check the pick-up point, the gate and your neighbours first. If it is not there, tell us and we ask the carrier for proof of delivery; if it is not found within ${returns.missingReportHours} hours we send it again or refund it. You will not have to argue with the courier.`,
    ),
  },
  {
    id: 'damaged-in-transit',
    chapter: 'shipping',
    intent: 'shipping.damaged',
    tags: ['damage', 'carrier', 'quality'],
    title: both('收到时破损', 'Damaged on arrival'),
    questions: {
      zh: [
        '杯子收到就碎了',
        '箱子压坏了东西也坏了',
        '快递暴力运输给我弄坏了',
        '到手是破的怎么办',
        '打开一看裂了',
      ],
      en: [
        'arrived broken',
        'the mug came in pieces',
        'box was crushed and item damaged',
        'item damaged in shipping',
        'my lamp arrived cracked',
      ],
    },
    answer: both(
      `签收后 ${returns.missingReportHours} 小时内拍照给我们（外箱和商品各一张），不用寄回，直接补发或退款。急用的话我们走特快，费用我们出。`,
      `Send us two photos (box and item) within ${returns.missingReportHours} hours of delivery: no need to return it, we send a new one or refund you. If you need it soon we pay for express.`,
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
  {
    id: 'missing-item',
    chapter: 'shipping',
    intent: 'shipping.missing-item',
    tags: ['wrong-item', 'warehouse'],
    title: both('少发、发错怎么办', 'Something missing or wrong in the parcel'),
    questions: {
      zh: ['少发了一件', '我买两个只收到一个', '发错颜色了', '寄来的不是我要的', '箱子里少一双袜子'],
      en: [
        'item missing from my order',
        'you sent the wrong colour',
        'i ordered two and got one',
        'wrong item in the box',
        'part of my order is missing',
      ],
    },
    answer: both(
      `${returns.missingReportHours} 小时内告诉我们（附一张开箱照），我们当天补发，不用您先寄回。发错的那件有人上门取，运费我们出。`,
      `Tell us within ${returns.missingReportHours} hours with a photo of the opened box and we send the right one the same day, without waiting for yours. The wrong one is picked up at our cost.`,
    ),
  },
];
