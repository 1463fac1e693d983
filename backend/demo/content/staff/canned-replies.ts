import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';

/** A reply that agents insert with `/shortcut` and then make their own. */
export interface CannedReply {
  /** What is typed after the slash; the same in both languages, unique. */
  readonly shortcut: string;
  readonly title: Localized;
  readonly text: Localized;
}

const { shipping, returns, service, warranty, invoice, gifts } = policies;
const [lateCoupon, veryLateCoupon] = shipping.lateDispatchCoupons;

/** The team's ready sentences, in the order of the list in the composer. */
export const cannedReplies: readonly CannedReply[] = [
  {
    shortcut: 'hi',
    title: both('接入问候', 'Greeting when joining'),
    text: both(
      '您好，我是人工客服，前面的对话我都看过了，不用您再说一遍。我先帮您查一下。',
      'Hello, a real person here. I have read the conversation so far, so no need to repeat it. Let me look into it.',
    ),
  },
  {
    shortcut: 'sorry',
    title: both('致歉（我们的错）', 'Apology, our mistake'),
    text: both(
      '这件事是我们没做好，让您着急了，对不起。接下来由我跟到底，有进展我主动告诉您。',
      'This was our mistake and it has cost you time. I am sorry. I will see it through and come back to you myself.',
    ),
  },
  {
    shortcut: 'wait',
    title: both('请稍等', 'One moment'),
    text: both(
      '我正在和仓库核对，大约需要三分钟，您可以先忙，我查到就回您。',
      'I am checking with the warehouse, about three minutes. Carry on with your day, I will write as soon as I know.',
    ),
  },
  {
    shortcut: 'order',
    title: both('请提供订单号', 'Ask for the order number'),
    text: both(
      '方便把订单号发我吗？在「我的订单」里长按就能复制。',
      'Could you send me the order number? You can copy it from “My orders”.',
    ),
  },
  {
    shortcut: 'late',
    title: both('发货超时补偿', 'Late dispatch, compensation'),
    text: both(
      `您的订单超过了我们承诺的 ${shipping.dispatchWithinHours} 小时，已经催仓库优先发出。按规定给您补一张 ¥${yuan(lateCoupon.valueFen)} 的发货保障券，超过 ${veryLateCoupon.afterHours} 小时则是 ¥${yuan(veryLateCoupon.valueFen)}，不影响别的优惠。`,
      `Your order is past our promise of ${shipping.dispatchWithinHours} hours, and the warehouse now has it first in line. You get a ¥${yuan(lateCoupon.valueFen)} delay coupon, ¥${yuan(veryLateCoupon.valueFen)} if it passes ${veryLateCoupon.afterHours} hours, on top of any other offer.`,
    ),
  },
  {
    shortcut: 'stuck',
    title: both('包裹停滞，催快递', 'Parcel stuck, chasing the carrier'),
    text: both(
      `包裹超过 ${shipping.stuckAfterHours} 小时没有更新，我已经向快递发起催查，今天之内给您结果。满 ${shipping.lostAfterDays} 天还没动静，我们直接给您重发或退款。`,
      `There has been no tracking entry for ${shipping.stuckAfterHours} hours. I have opened a trace with the carrier and will have an answer today. At ${shipping.lostAfterDays} days we send it again or refund you, your choice.`,
    ),
  },
  {
    shortcut: 'signed',
    title: both('显示签收没收到', 'Delivered but not received'),
    text: both(
      '我先向快递要签收照片和派件员的说明，麻烦您也问一下门卫和邻居。两小时内我回您，找不到由我们负责。',
      'I am asking the carrier for the delivery photo and the courier’s account. Please ask your gate or a neighbour meanwhile. I will be back within two hours; if it cannot be found, that is on us.',
    ),
  },
  {
    shortcut: 'address',
    title: both('改地址成功', 'Address changed'),
    text: both(
      '地址已经改好，包裹还没打包，来得及。新的地址请您核对一遍。',
      'The address is changed; the parcel was not packed yet, so it is in time. Please read the new one once more.',
    ),
  },
  {
    shortcut: 'intercept',
    title: both('拦截包裹', 'Intercept a parcel'),
    text: both(
      '包裹已经在路上，我向快递申请了拦截，成功率大约八成。如果没拦住，您直接拒收，运费我们出。',
      'The parcel is on its way; I have asked the carrier to intercept it, which works about eight times in ten. If it fails, refuse it at the door and we pay the freight.',
    ),
  },
  {
    shortcut: 'return',
    title: both('退货步骤', 'How to return'),
    text: both(
      `收到后 ${returns.windowDays} 天内、不影响二次销售都能退。「我的订单」里点「申请退换」，选上门取件即可；仓库收到后 ${returns.inspectionHours} 小时验货，之后 ${returns.refundWorkingDays} 个工作日内退款。`,
      `You can return it unused within ${returns.windowDays} days. In “My orders” choose “Return or exchange” and a pick-up time. We inspect it within ${returns.inspectionHours} hours of arrival and refund within ${returns.refundWorkingDays} working days.`,
    ),
  },
  {
    shortcut: 'quality',
    title: both('质量问题，运费我们出', 'Fault: we pay both ways'),
    text: both(
      `这属于质量问题，${returns.qualityWindowDays} 天内退换都行，来回运费我们出。麻烦拍两张照片（整体和瑕疵处）给我。`,
      `That is a fault, so you can return or exchange it within ${returns.qualityWindowDays} days and we pay both ways. Two photos would help: the whole item and the spot.`,
    ),
  },
  {
    shortcut: 'refund',
    title: both('退款到账时间', 'When the refund arrives'),
    text: both(
      `退款已经原路退回。微信和支付宝一般当天到，银行卡 ${returns.cardRefundWorkingDays[0]} 到 ${returns.cardRefundWorkingDays[1]} 个工作日。`,
      `The refund went back the way you paid. WeChat Pay and Alipay arrive the same day as a rule, cards take ${returns.cardRefundWorkingDays[0]} to ${returns.cardRefundWorkingDays[1]} working days.`,
    ),
  },
  {
    shortcut: 'exchange',
    title: both('换货留货', 'Exchange, stock held'),
    text: both(
      `我先给您把新的留住，${returns.exchangeHoldHours} 小时内寄回原来那件就行，收到快递揽收记录我们马上发。`,
      `I am holding the new one for ${returns.exchangeHoldHours} hours. Send the old one back within that time; we dispatch as soon as the carrier has scanned it.`,
    ),
  },
  {
    shortcut: 'missing',
    title: both('漏发补寄', 'Missing item, sending it'),
    text: both(
      '查到是仓库漏装了，今天补寄，不用您做什么。单号出来我发给您。',
      'The warehouse left it out. We send it today, nothing for you to do, and I will give you the tracking number.',
    ),
  },
  {
    shortcut: 'restock',
    title: both('到货通知', 'Tell me when it is back'),
    text: both(
      `这个颜色尺码暂时没有了。您在商品页点「到货通知」，补货后 ${policies.orders.restockNoticeHours} 小时内会收到消息。我也可以给您看看相近的款。`,
      `That colour and size is sold out for now. Tap “Tell me” on its page and you will hear within ${policies.orders.restockNoticeHours} hours of it coming back. I can show you something close to it, too.`,
    ),
  },
  {
    shortcut: 'size',
    title: both('问身高体重', 'Ask for measurements'),
    text: both(
      '方便告诉我身高、体重，和平时穿的码吗？喜欢合身还是宽松？我按这件的版型给您建议。',
      'May I have your height, weight and usual size? Close or loose? I will advise by the cut of this one.',
    ),
  },
  {
    shortcut: 'price',
    title: both('价保', 'Price protection'),
    text: both(
      `签收后 ${policies.orders.priceProtectionDays} 天内同款降价，我们退差价。我已经提交，24 小时内原路退回。`,
      `If the same item drops in price within ${policies.orders.priceProtectionDays} days of delivery we refund the difference. I have filed it; it goes back the way you paid within 24 hours.`,
    ),
  },
  {
    shortcut: 'invoice',
    title: both('电子发票', 'E-invoice'),
    text: both(
      `电子发票 ${invoice.eInvoiceHours} 小时内发到您的邮箱；专用发票需要 ${invoice.specialWorkingDays} 个工作日。请告诉我抬头和税号。`,
      `The e-invoice arrives by e-mail within ${invoice.eInvoiceHours} hours; a special VAT invoice takes ${invoice.specialWorkingDays} working days. Please send me the company name and tax number.`,
    ),
  },
  {
    shortcut: 'twice',
    title: both('重复扣款', 'Charged twice'),
    text: both(
      '我看到两笔了。多出的那一笔由支付平台自动退回，一般两小时内；到晚上还没退，我帮您人工处理。',
      'I can see both. The second one is returned by the payment provider, usually within two hours; if not by this evening, I will do it by hand.',
    ),
  },
  {
    shortcut: 'repair',
    title: both('维修', 'Repair'),
    text: both(
      `可以寄回来修，${warranty.repairWorkingDays[0]} 到 ${warranty.repairWorkingDays[1]} 个工作日。拉链和缝线 ${warranty.zipAndSeamMonths} 个月内免费，过了也只收成本，先报价再动手。`,
      `We can repair it in ${warranty.repairWorkingDays[0]} to ${warranty.repairWorkingDays[1]} working days. Zips and seams are free for ${warranty.zipAndSeamMonths} months; after that we charge cost, and quote before we start.`,
    ),
  },
  {
    shortcut: 'gift',
    title: both('礼品包装', 'Gift wrap'),
    text: both(
      `可以包，¥${yuan(gifts.wrapFeeFen)}，含一张手写卡，${gifts.cardMaxCharacters} 字以内。箱子里不放价格单。`,
      `Certainly: ¥${yuan(gifts.wrapFeeFen)} with a handwritten card of up to ${gifts.cardMaxCharacters} characters. No prices in the box.`,
    ),
  },
  {
    shortcut: 'escalate',
    title: both('转组长', 'Handing to the team lead'),
    text: both(
      `这件事超出我能直接决定的，我把前后经过都写给组长了，${service.complaintFirstReplyHours} 小时内她会联系您，不用您再讲一遍。`,
      `This is beyond what I may decide. I have written it all up for our team lead, who will contact you within ${service.complaintFirstReplyHours} hours; you will not have to tell it again.`,
    ),
  },
  {
    shortcut: 'done',
    title: both('确认是否解决', 'Is it settled?'),
    text: both(
      '这边都处理好了。还有什么想问的吗？没有的话我先把会话收起来，随时可以再找我们。',
      'That is all settled on my side. Anything else? If not, I will close this; you can write again at any time.',
    ),
  },
  {
    shortcut: 'bye',
    title: both('结束语', 'Closing'),
    text: both(
      '谢谢您等我们，也谢谢您说清楚。祝您出门都是好天气。',
      'Thank you for waiting and for explaining so clearly. Good weather wherever you go.',
    ),
  },
  {
    shortcut: 'bot',
    title: both('交还机器人', 'Handing back to the bot'),
    text: both(
      '接下来的查询交给智能助手，它二十四小时在；要找人随时说「转人工」。',
      'Our assistant takes it from here, day and night; say “a person, please” whenever you want one.',
    ),
  },
  {
    shortcut: 'rude',
    title: both('情绪激动时', 'When it gets heated'),
    text: both(
      '我理解您现在很生气，换我也会。请给我十分钟把这件事查清楚，我给您一个明确的答复和时间。',
      'I understand why you are angry; I would be too. Give me ten minutes to find out what happened, and you will get a clear answer with a time on it.',
    ),
  },
];
