import type { Cause } from '#shared/domain/disposition';
import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';

/** Why customers had to write to us. The shop may change names at will, codes never. */
export const rootCauses: readonly Cause[] = [
  cause('logistics', both('发货与物流', 'Dispatch and delivery'), [
    cause('logistics.warehouse-delay', both('仓库发货晚了', 'Warehouse dispatched late')),
    cause('logistics.carrier', both('快递公司原因', 'Carrier'), [
      cause('logistics.carrier.stuck', both('包裹中途停滞', 'Parcel stuck on the way')),
      cause('logistics.carrier.lost', both('包裹丢失', 'Parcel lost')),
      cause('logistics.carrier.damaged', both('运输破损', 'Damaged in transit')),
      cause('logistics.carrier.not-handed-over', both('显示签收但没收到', 'Marked delivered, not received')),
    ]),
    cause('logistics.wrong-address', both('地址写错或没改成', 'Address wrong or not changed in time')),
    cause('logistics.tracking-unclear', both('物流信息看不懂或不更新', 'Tracking unclear or not updated')),
    cause('logistics.customs', both('清关与跨境', 'Customs and cross-border')),
  ]),
  cause('commitment', both('承诺没兑现', 'Promise not kept'), [
    cause('commitment.broken-promise', both('客服答应的事没做', 'Something we promised was not done')),
    cause('commitment.no-callback', both('说好回复却没回复', 'No reply although one was announced')),
    cause('commitment.contradiction', both('前后说法不一致', 'Different answers to the same question')),
    cause('commitment.compensation-missing', both('补偿没到账', 'Compensation never arrived')),
  ]),
  cause('stock', both('库存与缺货', 'Stock'), [
    cause('stock.not-told', both('缺货没有通知', 'Out of stock and nobody told')),
    cause('stock.oversold', both('超卖被取消', 'Oversold, order cancelled')),
    cause('stock.preorder-late', both('预售延期', 'Pre-order delayed')),
    cause('stock.restock-question', both('询问补货', 'Asked when it returns')),
  ]),
  cause('quality', both('商品质量', 'Quality'), [
    cause('quality.size-off', both('尺码偏差', 'Size differs from the chart')),
    cause('quality.defect', both('做工瑕疵', 'Faulty workmanship')),
    cause('quality.worn-early', both('用不久就坏', 'Failed early')),
    cause('quality.colour-off', both('色差', 'Colour differs from the picture')),
    cause('quality.smell', both('异味', 'Smell')),
    cause('quality.wrong-item', both('发错或漏发', 'Wrong or missing item')),
  ]),
  cause('returns', both('退换与退款', 'Returns and refunds'), [
    cause('returns.how-to', both('不知道怎么退换', 'Did not find how to return')),
    cause('returns.refund-slow', both('退款慢', 'Refund took too long')),
    cause('returns.refused', both('退货被拒', 'Return refused')),
    cause('returns.freight-dispute', both('运费谁出的分歧', 'Who pays return freight')),
    cause('returns.changed-mind', both('改主意不要了', 'Changed their mind')),
    cause('returns.exchange-gone', both('换货时已无货', 'Exchange no longer in stock')),
  ]),
  cause('price', both('价格与优惠', 'Price and promotions'), [
    cause('price.coupon-failed', both('优惠券用不了', 'Coupon did not work')),
    cause('price.dropped-after', both('买完降价', 'Price dropped after the purchase')),
    cause('price.rule-unclear', both('活动规则看不懂', 'Promotion rule unclear')),
    cause('price.points-missing', both('积分或等级不对', 'Points or tier not as expected')),
  ]),
  cause('payment', both('支付与发票', 'Payment and invoices'), [
    cause('payment.failed', both('支付失败', 'Payment failed')),
    cause('payment.charged-twice', both('重复扣款', 'Charged twice')),
    cause('payment.invoice-missing', both('发票没收到', 'Invoice not received')),
    cause('payment.invoice-wrong', both('发票抬头或内容有误', 'Invoice details wrong')),
  ]),
  cause('service', both('服务与系统', 'Service and system'), [
    cause('service.bot-failed', both('机器人没答上', 'The bot could not answer')),
    cause('service.wait-too-long', both('等人工太久', 'Waited too long for a person')),
    cause('service.attitude', both('服务态度', 'Tone of the service')),
    cause('service.account', both('账号与登录', 'Account and sign-in')),
    cause('service.praise', both('表扬与感谢', 'Praise and thanks')),
    cause('service.page-error', both('页面出错', 'Page or app error')),
  ]),
  cause('advice', both('售前咨询', 'Advice before buying'), [
    cause('advice.size', both('尺码建议', 'Size advice')),
    cause('advice.product', both('商品选择', 'Choosing a product')),
    cause('advice.care', both('洗护与使用', 'Care and use')),
    cause('advice.gift', both('礼物与包装', 'Gifts and wrapping')),
    cause('advice.bulk', both('企业采购', 'Bulk orders')),
  ]),
];

/** The causes that can be chosen at close, from the whole tree. */
export function rootCauseLeaves(nodes: readonly Cause[] = rootCauses): Cause[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node] : rootCauseLeaves(node.children)));
}

function cause(code: string, name: Localized, children: Cause[] = []): Cause {
  return { code, name, children };
}
