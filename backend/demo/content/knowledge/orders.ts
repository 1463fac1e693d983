import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { orders, service, gifts } = policies;

/** Changing, cancelling, protecting and giving away an order. */
export const orderArticles: readonly Article[] = [
  {
    id: 'change-address',
    chapter: 'orders',
    intent: 'order.change-address',
    tags: ['address', 'change'],
    title: both('修改收货地址', 'Change the delivery address'),
    questions: {
      zh: [
        '地址填错了能改吗',
        '帮我改下地址',
        '刚下单地址写的旧家',
        '电话号码写错了一位怎么改',
        '还没发货可以换个地址不',
      ],
      en: [
        'i put the wrong address',
        'can i change my shipping address',
        'wrong phone number on my order',
        'send it to another address please',
        'i moved, update the address',
      ],
    },
    answer: both(
      '打包前可以自己改：「我的订单」点订单，再点「修改地址」。已经打包或发出的请马上找我们，我们联系快递改派，能成八成左右，不收费。',
      'Until it is packed you can change it yourself: open the order in “My orders”, then “Change address”. If it is packed or gone, write to us at once: we ask the carrier to redirect it, free of charge, and it works about eight times in ten.',
    ),
  },
  {
    id: 'change-size-or-colour',
    chapter: 'orders',
    intent: 'order.change-variant',
    tags: ['change', 'size'],
    title: both('下单后改尺码或颜色', 'Change size or colour after ordering'),
    questions: {
      zh: ['能把M改成L吗', '颜色选错了', '还没发货想换个码', '下单手滑选成黑的了', '订单里的尺码可以改吗'],
      en: [
        'can i change the size',
        'picked the wrong colour',
        'change M to L please',
        'swap the size before it ships',
        'edit my order',
      ],
    },
    answer: both(
      '打包前在订单里点「修改商品」就能换，有货的都能选，差价多退少补。已经打包的话，收到后走换货，我们替您留货。',
      'Until it is packed choose “Change item” in the order; anything in stock goes, and the difference is settled. If it is packed, exchange it after it arrives and we hold the right one for you.',
    ),
  },
  {
    id: 'cancel-order',
    chapter: 'orders',
    intent: 'order.cancel',
    tags: ['cancel', 'refund'],
    title: both('取消订单', 'Cancel an order'),
    questions: {
      zh: ['我不想要了怎么取消', '取消订单', '买错了退掉', '还没发能取消吗', '帮我把刚才那单撤了'],
      en: [
        'cancel my order',
        'i dont want it anymore',
        'how do i cancel',
        'ordered by mistake',
        'can i cancel before it ships',
      ],
    },
    answer: both(
      '没打包的订单点「取消订单」立刻生效，钱原路退回。已经打包或发出的，我们可以申请拦截；没拦住就拒收，不收您运费。',
      'Before packing, “Cancel order” works at once and the money goes back the way you paid. After that we can ask the carrier to turn it round; if that fails, refuse it at the door. You pay no freight.',
    ),
  },
  {
    id: 'unpaid-order',
    chapter: 'orders',
    intent: 'order.unpaid',
    tags: ['payment', 'cancel'],
    title: both('未付款订单多久取消', 'How long an unpaid order is kept'),
    questions: {
      zh: [
        '没付款的订单会自动取消吗',
        '待付款能保留多久',
        '我订单怎么没了',
        '晚点付可以吗',
        '还没付钱订单就关闭了',
      ],
      en: [
        'how long do you hold an unpaid order',
        'my order disappeared',
        'can i pay later',
        'unpaid order cancelled?',
        'order closed before i paid',
      ],
    },
    answer: both(
      `待付款订单保留 ${orders.unpaidCancelledAfterMinutes} 分钟，到时自动取消，用掉的券会退回。再下一单就行，库存紧张的款建议先付款。`,
      `An unpaid order is kept for ${orders.unpaidCancelledAfterMinutes} minutes, then cancelled, and any coupon comes back to you. Just order again; with low stock it is safer to pay first.`,
    ),
  },
  {
    id: 'price-protection',
    chapter: 'orders',
    intent: 'order.price-protection',
    tags: ['price', 'refund'],
    title: both('买完降价了', 'Price dropped after I bought'),
    questions: {
      zh: ['刚买就降价', '能退差价吗', '价保怎么申请', '昨天买今天便宜50', '降价了给不给补'],
      en: [
        'it got cheaper after i bought it',
        'price protection',
        'refund the difference',
        'price dropped the next day',
        'do you price match yourselves',
      ],
    },
    answer: both(
      `签收后 ${orders.priceProtectionDays} 天内，同款同色同码降价都退差价，「我的订单」点「申请价保」，24 小时内原路退回。只和我们自己的价格比，优惠券不算降价。`,
      `If the same item in the same colour and size gets cheaper within ${orders.priceProtectionDays} days of delivery, we refund the difference: “Price protection” in the order, paid back within 24 hours. It compares with our own prices; personal coupons do not count.`,
    ),
  },
  {
    id: 'merge-orders',
    chapter: 'orders',
    intent: 'order.merge',
    tags: ['shipping', 'fee'],
    title: both('两个订单能不能一起发', 'Can two orders ship together'),
    questions: {
      zh: ['两单能合并发货吗', '我下了两单一起寄行不行', '合并一下省运费', '分两次买的能放一个箱子吗'],
      en: [
        'can you combine my orders',
        'ship both orders together',
        'merge two orders',
        'put them in one box please',
      ],
    },
    answer: both(
      '同一地址、都没打包的订单，一小时内下的系统会自动合并，多收的运费退回。超过一小时请告诉我们订单号，我们手工合。',
      'Orders to one address placed within an hour are merged by themselves as long as neither is packed, and the extra fee comes back. After an hour, send us both numbers and we do it by hand.',
    ),
  },
  {
    id: 'gift-wrap',
    chapter: 'orders',
    intent: 'order.gift',
    tags: ['gift', 'wrap'],
    title: both('礼品包装', 'Gift wrapping'),
    questions: {
      zh: ['可以包装成礼物吗', '送人的能写贺卡吗', '包装要钱吗', '箱子里别放价格单', '想给女朋友一个惊喜'],
      en: [
        'do you gift wrap',
        'can you add a card',
        'its a present, no price please',
        'how much is gift wrapping',
        'send it as a gift',
      ],
    },
    answer: both(
      `可以，¥${yuan(gifts.wrapFeeFen)} 一份，含手写卡片（${gifts.cardMaxCharacters} 字以内），结算页勾「礼品包装」。白金会员免费；礼物包裹里从不放价格单。`,
      `Yes: ¥${yuan(gifts.wrapFeeFen)} each with a handwritten card of up to ${gifts.cardMaxCharacters} characters; tick “Gift wrap” at checkout. Free for Platinum members, and a gift parcel never holds a price.`,
    ),
  },
  {
    id: 'bulk-orders',
    chapter: 'orders',
    intent: 'order.bulk',
    tags: ['bulk', 'business'],
    title: both('企业采购与团购', 'Bulk and company orders'),
    questions: {
      zh: [
        '公司要买一百件能便宜吗',
        '团购有优惠吗',
        '可以印logo吗',
        '大批量怎么下单',
        '想采购一批保温杯做员工礼品',
      ],
      en: [
        'discount for bulk orders',
        'we need 80 jackets for our team',
        'can you print our logo',
        'corporate gifts',
        'how do i place a large order',
      ],
    },
    answer: both(
      `同款 ${orders.bulkFromPieces} 件起 ${chineseDiscount(orders.bulkDiscountPercent)}折，可以印标（50 件起，加七天）。把数量、款式和要的日期发给我们，工作时间 ${orders.bulkReplyHours} 小时内报价，合同和专票都能开。`,
      `From ${orders.bulkFromPieces} pieces of one style you get ${orders.bulkDiscountPercent}% off; we print logos from 50 pieces, seven days more. Send us quantity, style and date for a quote within ${orders.bulkReplyHours} working hours, with contract and special VAT invoice.`,
    ),
  },
  {
    id: 'order-confirmation-missing',
    chapter: 'orders',
    intent: 'order.confirmation',
    tags: ['order', 'message'],
    title: both('没收到下单短信', 'No confirmation message'),
    questions: {
      zh: ['下单没收到短信', '不知道有没有下成功', '付了款没有订单', '怎么没给我发确认', '钱扣了订单找不到'],
      en: [
        'no confirmation email',
        'did my order go through',
        'i paid but see no order',
        'money gone but no order',
        'where is my order confirmation',
      ],
    },
    answer: both(
      `「我的订单」里能看到就是成功了，短信可能被手机拦下。扣了款却没有订单的，一般两小时内自动退回；还没退请把付款截图发来，工作时间（${service.agentsFromHour} 到 ${service.agentsToHour} 点）马上查。`,
      `If it shows in “My orders” it went through; phones sometimes filter the message. If you paid and there is no order, the money usually returns within two hours. If not, send a screenshot of the payment and we check at once between ${service.agentsFromHour}:00 and ${service.agentsToHour}:00.`,
    ),
  },
];

/** Chinese counts what remains: 12% off is 8.8 折. */
function chineseDiscount(percentOff: number): string {
  return String((100 - percentOff) / 10);
}
