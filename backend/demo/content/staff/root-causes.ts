import { type Bilingual, both } from '../bilingual.ts';

/** A node of the tree of root causes. Codes are stable: history is kept under them. */
export interface RootCause {
  /** Dotted path from the root, e.g. `logistics.warehouse-delay`. */
  readonly code: string;
  readonly name: Bilingual;
  /** Only leaves can be chosen when a conversation is closed. */
  readonly children?: readonly RootCause[];
}

/** Why customers had to write to us. The shop may change names at will, codes never. */
export const rootCauses: readonly RootCause[] = [
  {
    code: 'logistics',
    name: both('发货与物流', 'Dispatch and delivery'),
    children: [
      { code: 'logistics.warehouse-delay', name: both('仓库发货晚了', 'Warehouse dispatched late') },
      {
        code: 'logistics.carrier',
        name: both('快递公司原因', 'Carrier'),
        children: [
          { code: 'logistics.carrier.stuck', name: both('包裹中途停滞', 'Parcel stuck on the way') },
          { code: 'logistics.carrier.lost', name: both('包裹丢失', 'Parcel lost') },
          { code: 'logistics.carrier.damaged', name: both('运输破损', 'Damaged in transit') },
          { code: 'logistics.carrier.not-handed-over', name: both('显示签收但没收到', 'Marked delivered, not received') },
        ],
      },
      { code: 'logistics.wrong-address', name: both('地址写错或没改成', 'Address wrong or not changed in time') },
      { code: 'logistics.tracking-unclear', name: both('物流信息看不懂或不更新', 'Tracking unclear or not updated') },
      { code: 'logistics.customs', name: both('清关与跨境', 'Customs and cross-border') },
    ],
  },
  {
    code: 'commitment',
    name: both('承诺没兑现', 'Promise not kept'),
    children: [
      { code: 'commitment.broken-promise', name: both('客服答应的事没做', 'Something we promised was not done') },
      { code: 'commitment.no-callback', name: both('说好回复却没回复', 'No reply although one was announced') },
      { code: 'commitment.contradiction', name: both('前后说法不一致', 'Different answers to the same question') },
      { code: 'commitment.compensation-missing', name: both('补偿没到账', 'Compensation never arrived') },
    ],
  },
  {
    code: 'stock',
    name: both('库存与缺货', 'Stock'),
    children: [
      { code: 'stock.not-told', name: both('缺货没有通知', 'Out of stock and nobody told') },
      { code: 'stock.oversold', name: both('超卖被取消', 'Oversold, order cancelled') },
      { code: 'stock.preorder-late', name: both('预售延期', 'Pre-order delayed') },
      { code: 'stock.restock-question', name: both('询问补货', 'Asked when it returns') },
    ],
  },
  {
    code: 'quality',
    name: both('商品质量', 'Quality'),
    children: [
      { code: 'quality.size-off', name: both('尺码偏差', 'Size differs from the chart') },
      { code: 'quality.defect', name: both('做工瑕疵', 'Faulty workmanship') },
      { code: 'quality.worn-early', name: both('用不久就坏', 'Failed early') },
      { code: 'quality.colour-off', name: both('色差', 'Colour differs from the picture') },
      { code: 'quality.smell', name: both('异味', 'Smell') },
      { code: 'quality.wrong-item', name: both('发错或漏发', 'Wrong or missing item') },
    ],
  },
  {
    code: 'returns',
    name: both('退换与退款', 'Returns and refunds'),
    children: [
      { code: 'returns.how-to', name: both('不知道怎么退换', 'Did not find how to return') },
      { code: 'returns.refund-slow', name: both('退款慢', 'Refund took too long') },
      { code: 'returns.refused', name: both('退货被拒', 'Return refused') },
      { code: 'returns.freight-dispute', name: both('运费谁出的分歧', 'Who pays return freight') },
      { code: 'returns.exchange-gone', name: both('换货时已无货', 'Exchange no longer in stock') },
    ],
  },
  {
    code: 'price',
    name: both('价格与优惠', 'Price and promotions'),
    children: [
      { code: 'price.coupon-failed', name: both('优惠券用不了', 'Coupon did not work') },
      { code: 'price.dropped-after', name: both('买完降价', 'Price dropped after the purchase') },
      { code: 'price.rule-unclear', name: both('活动规则看不懂', 'Promotion rule unclear') },
      { code: 'price.points-missing', name: both('积分或等级不对', 'Points or tier not as expected') },
    ],
  },
  {
    code: 'payment',
    name: both('支付与发票', 'Payment and invoices'),
    children: [
      { code: 'payment.failed', name: both('支付失败', 'Payment failed') },
      { code: 'payment.charged-twice', name: both('重复扣款', 'Charged twice') },
      { code: 'payment.invoice-missing', name: both('发票没收到', 'Invoice not received') },
      { code: 'payment.invoice-wrong', name: both('发票抬头或内容有误', 'Invoice details wrong') },
    ],
  },
  {
    code: 'service',
    name: both('服务与系统', 'Service and system'),
    children: [
      { code: 'service.bot-failed', name: both('机器人没答上', 'The bot could not answer') },
      { code: 'service.wait-too-long', name: both('等人工太久', 'Waited too long for a person') },
      { code: 'service.attitude', name: both('服务态度', 'Tone of the service') },
      { code: 'service.account', name: both('账号与登录', 'Account and sign-in') },
      { code: 'service.page-error', name: both('页面出错', 'Page or app error') },
    ],
  },
  {
    code: 'advice',
    name: both('售前咨询', 'Advice before buying'),
    children: [
      { code: 'advice.size', name: both('尺码建议', 'Size advice') },
      { code: 'advice.product', name: both('商品选择', 'Choosing a product') },
      { code: 'advice.care', name: both('洗护与使用', 'Care and use') },
      { code: 'advice.gift', name: both('礼物与包装', 'Gifts and wrapping') },
      { code: 'advice.bulk', name: both('企业采购', 'Bulk orders') },
    ],
  },
];

/** The causes that can be chosen at close, from the whole tree. */
export function rootCauseLeaves(nodes: readonly RootCause[] = rootCauses): RootCause[] {
  return nodes.flatMap((node) => (node.children === undefined ? [node] : rootCauseLeaves(node.children)));
}
