import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { returns, shipping } = policies;
const [lateCoupon, veryLateCoupon] = shipping.lateDispatchCoupons;

/** When a parcel is late, stuck, broken or not there. */
export const parcelTroubleArticles: readonly Article[] = [
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
