import { type IntentName, intentSchema } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';

export type { IntentName };
/** Every intent. */
export const intentNames = intentSchema.options;

/**
 * Which class of the model belongs to which flow, per language. Chinese classes are the 118 intents of CIC, English ones the 27 of Bitext;
 * classes named as a flow were added with sentences of ours and need no row. Any other class that is missing here is `other`.
 */
const flowClasses: Record<Language, Partial<Record<IntentName, readonly string[]>>> = {
  zh: {
    'order-status': [
      '买家咨询物流信息',
      '买家咨询快递单号',
      '买家催促发货',
      '买家表示物流太慢了',
      '买家要求核对订单信息',
      '买家要求延长收货时间',
      '买家表示已经收到货了',
    ],
    'shipping-time': [
      '买家咨询到货时间',
      '买家咨询发货时间',
      '买家咨询发什么快递',
      '买家咨询能否分开/一起发货',
      '买家咨询偏远地区是否发货',
      '买家咨询商家发货地',
      '买家咨询是否可以发顺丰',
      '买家咨询是否可以指定快递',
      '买家咨询运费金额',
      '买家要求延迟发货',
      '买家咨询赠品何时发货',
      '买家咨询能否到付',
      '买家要求发货检查',
      '买家要求改运费',
      '买家咨询商品是不是预售款',
    ],
    return: [
      '买家表示需要退货退款',
      '买家咨询退换货规则',
      '买家咨询退换货运费由谁承担',
      '买家咨询退换货支持快递',
      '买家咨询退换货地址',
      '买家咨询退货退款原因选什么',
      '买家表示具体时间寄回去',
      '买家表示商品已经寄回去了',
      '买家咨询运费险赔付规则',
      '买家咨询是否可以拒收',
      '买家要求取消退换货退款',
      '买家表示无法申请退款',
      '买家反馈收到的商品有问题',
      '买家表示商家发错货了',
      '买家表示商家发错地址',
    ],
    exchange: ['买家咨询换货发货时间'],
    'refund-status': [
      '买家咨询退款时间',
      '买家咨询退款去向',
      '买家咨询退款金额',
      '买家咨询商家是否收到寄回的商品',
      '买家要求退运费',
    ],
    'cancel-order': ['买家表示不想要了', '买家表示要重拍', '买家表示拍错了', '买家要求改商品信息'],
    'change-address': [
      '买家要求修改收件信息',
      '买家确认地址是否修改成功',
      '买家表示收件信息不需要修改了',
      '买家表示地址正确',
    ],
    'product-question': [
      '买家咨询商品的材质/面料',
      '买家咨询商品的色差问题',
      '买家咨询商品规格数量',
      '买家咨询商品具体尺码尺寸',
      '买家咨询商品区别',
      '买家咨询商品产地',
      '买家咨询商品是什么颜色',
      '买家咨询商品重量',
      '买家咨询商品包装',
      '买家咨询是否有味道',
      '买家咨询商品质量是否有保障',
      '买家咨询能否定制',
      '买家咨询是否有买家秀',
      '买家咨询是否有实体店',
      '买家咨询商品是否可以单买/单卖',
    ],
    recommend: [
      '买家需要商品推荐',
      '买家咨询哪款更好',
      '买家咨询什么颜色好看',
      '买家表示送人的',
      '买家对特定款式/颜色表达喜好',
    ],
    stock: ['买家咨询补货/上货时间', '买家咨询商品上新时间'],
    price: [
      '买家咨询商品价格',
      '买家咨询活动规则',
      '买家咨询是否有活动',
      '买家咨询如何领取优惠券',
      '买家咨询优惠券使用规则',
      '买家咨询是否可以打折',
      '买家咨询买多件能否优惠',
      '买家咨询是否可以改价',
      '买家讨价还价',
      '买家抱怨商品涨价了',
      '买家咨询商品是否有赠品',
      '买家咨询赠品是否可以自选',
      '买家咨询能否提前享受优惠',
      '买家表示优惠券无法使用',
      '买家咨询返现金额',
      '买家咨询返现时间',
      '买家咨询返现方式',
      '买家咨询是否有好评返现',
      '买家表示是老顾客',
    ],
    invoice: ['买家咨询能否开发票及发票类型和寄送时间', '买家发送开票信息'],
    payment: [
      '买家咨询是否可以微信支付',
      '买家咨询如何下单',
      '买家表示无法下单',
      '买家表示已下单付款',
      '买家表示马上下单付款',
      '买家发送支付宝账号',
    ],
    complaint: ['买家表达不满/生气', '买家要求补偿'],
    greeting: ['买家打招呼'],
    thanks: ['买家表示麻烦卖家，表达感谢', '买家表达赞美/满意'],
    goodbye: ['买家发送结束语'],
    warranty: ['买家咨询商品是否有质保，质保多久'],
    account: ['买家咨询如何加入会员', '买家咨询自己的旺旺昵称'],
    acknowledge: ['买家表示好的', '买家表示稍等', '买家表示再看看'],
  },
  en: {
    'order-status': ['track_order'],
    'shipping-time': ['delivery_options', 'delivery_period'],
    return: ['get_refund', 'check_refund_policy'],
    'refund-status': ['track_refund'],
    'cancel-order': ['cancel_order', 'check_cancellation_fee', 'change_order'],
    'change-address': ['change_shipping_address', 'set_up_shipping_address'],
    invoice: ['check_invoice', 'get_invoice'],
    payment: ['payment_issue', 'check_payment_methods', 'place_order'],
    human: ['contact_human_agent', 'contact_customer_service'],
    account: [
      'create_account',
      'delete_account',
      'edit_account',
      'switch_account',
      'recover_password',
      'registration_problems',
      'newsletter_subscription',
    ],
  },
};

/** The flow of each class of a model; a class named as a flow is that flow. */
export function flowOfClass(language: Language): ReadonlyMap<string, IntentName> {
  const pairs = Object.entries(flowClasses[language]) as [IntentName, readonly string[]][];
  return new Map([
    ...intentNames.map((name) => [name, name] as const),
    ...pairs.flatMap(([intent, classes]) => classes.map((name) => [name, intent] as const)),
  ]);
}
