import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { invoice, membership } = policies;
const [silver, gold, platinum] = membership.tiers;

/** Payment, invoices, coupons, points and tiers. */
export const moneyArticles: readonly Article[] = [
  {
    id: 'payment-methods',
    chapter: 'payment',
    intent: 'payment.methods',
    tags: ['payment'],
    title: both('支持哪些付款方式', 'Ways to pay'),
    questions: {
      zh: ['怎么付款', '支持支付宝吗', '能用信用卡吗', '可以货到付款不', '外国卡能不能用'],
      en: [
        'what payment methods do you take',
        'do you accept alipay',
        'can i pay with a foreign card',
        'cash on delivery?',
        'do you take visa',
      ],
    },
    answer: both(
      '支持微信支付、支付宝、银联，以及 Visa、Mastercard 外卡。暂时没有货到付款；企业采购可以对公转账。',
      'WeChat Pay, Alipay, UnionPay, and foreign Visa and Mastercard. No cash on delivery; companies can pay by bank transfer.',
    ),
  },
  {
    id: 'payment-failed',
    chapter: 'payment',
    intent: 'payment.failed',
    tags: ['payment', 'error'],
    title: both('付款失败', 'Payment fails'),
    questions: {
      zh: ['付不了款', '一直提示支付失败', '点了付款没反应', '银行卡付不出去', '支付页面打不开'],
      en: [
        'payment failed',
        'cant pay',
        'my card was declined',
        'checkout keeps failing',
        'payment page wont load',
      ],
    },
    answer: both(
      '先换一种付款方式试试，或者更新一下页面再付，订单会替您保留。银行限额和网络拦截最常见；外卡请确认开通了境外支付。',
      'Try another way to pay, or reload the page; the order is kept for you. Bank limits are the usual reason; for a foreign card check that payments abroad are allowed.',
    ),
  },
  {
    id: 'charged-twice',
    chapter: 'payment',
    intent: 'payment.twice',
    tags: ['payment', 'refund'],
    title: both('重复扣款', 'Charged twice'),
    questions: {
      zh: ['扣了两次钱', '付了两遍款', '怎么扣我两笔', '重复支付了退我', '一个订单扣两次'],
      en: [
        'i was charged twice',
        'double charge',
        'you took the money two times',
        'paid twice for one order',
        'duplicate payment',
      ],
    },
    answer: both(
      '多付的那笔由支付平台自动退回，一般两小时内，银行卡可能要 3 个工作日。超过时间没到，把两笔的截图发给我们，当天人工退。',
      'The second payment is returned by the provider, usually within two hours, up to 3 working days for a card. If it takes longer, send us both receipts and we refund it by hand the same day.',
    ),
  },
  {
    id: 'installments',
    chapter: 'payment',
    intent: 'payment.installments',
    tags: ['payment'],
    title: both('能不能分期', 'Paying in instalments'),
    questions: {
      zh: ['可以分期吗', '支持花呗吗', '大衣能分期付吗', '有没有免息'],
      en: [
        'can i pay in installments',
        'do you offer pay later',
        'split the payment',
        'interest free instalments?',
      ],
    },
    answer: both(
      '支付宝里的分期和信用卡分期可以用，手续费由平台或银行收取，我们不加价。退货时按原路退，已付的手续费由平台的规则决定。',
      'Instalments offered by Alipay or your card work; any fee is theirs, we add none. Refunds go back the same way, and whether the fee returns is up to them.',
    ),
  },
  {
    id: 'e-invoice',
    chapter: 'invoice',
    intent: 'invoice.request',
    tags: ['invoice'],
    title: both('开电子发票', 'Requesting an e-invoice'),
    questions: {
      zh: ['怎么开发票', '可以开票吗', '发票在哪里申请', '要报销能开电子发票不', '个人抬头怎么开'],
      en: [
        'can i get an invoice',
        'how do i request an invoice',
        'need a receipt for expenses',
        'where is my e-invoice',
        'invoice please',
      ],
    },
    answer: both(
      `「我的订单」点「申请发票」，填抬头（公司还要税号），${invoice.eInvoiceHours} 小时内发到邮箱。签收后 ${invoice.applyWithinDays} 天内都能申请，金额按实付开。`,
      `In “My orders” choose “Request invoice” and fill in the name (and tax number for a company); it arrives by e-mail within ${invoice.eInvoiceHours} hours. You can ask up to ${invoice.applyWithinDays} days after delivery; the amount is what you paid.`,
    ),
  },
  {
    id: 'special-vat-invoice',
    chapter: 'invoice',
    intent: 'invoice.special',
    tags: ['invoice', 'business'],
    title: both('开增值税专用发票', 'Special VAT invoice'),
    questions: {
      zh: ['能开专票吗', '增值税专用发票怎么开', '要抵扣的那种发票', '专票需要什么资料', '公司要求开专票'],
      en: [
        'do you issue special vat invoices',
        'we need a vat invoice to deduct',
        'what do you need for a special invoice',
        'vat special invoice for company',
      ],
    },
    answer: both(
      `可以。请提供公司全称、税号、地址电话、开户行和账号，${invoice.specialWorkingDays} 个工作日内开出电子专票。第一次开要先核对资质，同时订单金额须是公司付款。`,
      `Yes. Send us company name, tax number, address and phone, bank and account; the electronic special invoice comes within ${invoice.specialWorkingDays} working days. The first time we check the registration, and the company must be the payer.`,
    ),
  },
  {
    id: 'invoice-wrong',
    chapter: 'invoice',
    intent: 'invoice.correct',
    tags: ['invoice', 'change'],
    title: both('发票开错了怎么改', 'Correcting an invoice'),
    questions: {
      zh: ['发票抬头写错了', '税号错了能重开吗', '发票金额不对', '开成个人了要改公司', '发票要换开'],
      en: [
        'wrong company name on the invoice',
        'fix my invoice',
        'invoice amount is wrong',
        'can you reissue the invoice',
        'invoice was made out to me not my company',
      ],
    },
    answer: both(
      '未抵扣的发票可以作废重开，把订单号和正确的抬头税号发给我们，一个工作日内重开。已经抵扣的要走红字流程，我们陪您办。',
      'An invoice that was not yet deducted can be voided and reissued within one working day: send us the order number and the right details. If it was deducted, it takes a red-letter invoice; we help you through it.',
    ),
  },
  {
    id: 'invoice-not-received',
    chapter: 'invoice',
    intent: 'invoice.missing',
    tags: ['invoice', 'email'],
    title: both('发票没收到', 'Invoice did not arrive'),
    questions: {
      zh: [
        '申请了发票一直没收到',
        '发票发到哪了',
        '邮箱里没有发票',
        '开票半个月了还没影',
        '发票发错邮箱了吧',
      ],
      en: [
        'havent received my invoice',
        'invoice never came',
        'it is not in my inbox',
        'resend my invoice',
        'waiting for the invoice for a week',
      ],
    },
    answer: both(
      `电子发票 ${invoice.eInvoiceHours} 小时内发出，先看垃圾邮件；「我的订单」里也能直接下载。还没有的话告诉我们邮箱，马上重发。`,
      `E-invoices go out within ${invoice.eInvoiceHours} hours; look in spam first, or download it in “My orders”. If it is not there, tell us the address and we resend it now.`,
    ),
  },
  {
    id: 'coupon-not-working',
    chapter: 'membership',
    intent: 'coupon.failed',
    tags: ['coupon', 'price'],
    title: both('优惠券用不了', 'A coupon does not work'),
    questions: {
      zh: ['券怎么用不了', '优惠券点了没反应', '我有券结算不抵扣', '领的券找不到了', '为什么不能用券'],
      en: [
        'my coupon doesnt work',
        'coupon code not accepted',
        'discount not applied',
        'where are my coupons',
        'voucher wont go through',
      ],
    },
    answer: both(
      '看一下三点：是否满门槛（按优惠后金额）、是否过期、商品是否参加。一单只能用一张满减券，但发货保障券和积分可以一起用；退货时券在有效期内会退回。',
      'Check three things: the minimum (after other discounts), the date, and whether the item takes part. One threshold coupon per order, though delay coupons and points can be added. On a return an unexpired coupon comes back.',
    ),
  },
  {
    id: 'newcomer-coupon',
    chapter: 'membership',
    intent: 'coupon.newcomer',
    tags: ['coupon', 'newcomer'],
    title: both('新人券', 'Coupon for newcomers'),
    questions: {
      zh: ['新用户有优惠吗', '第一次买能便宜吗', '新人券怎么领', '注册送什么'],
      en: [
        'discount for new customers',
        'first order coupon',
        'do you have a welcome offer',
        'sign up bonus',
      ],
    },
    answer: both(
      `注册当天送 ¥${yuan(membership.newcomerCouponFen)} 新人券，满 ¥${yuan(membership.newcomerCouponFromFen)} 可用，${membership.newcomerCouponDays} 天有效。在「我的—优惠券」里，结算时自动带出。`,
      `New accounts get a ¥${yuan(membership.newcomerCouponFen)} coupon for orders from ¥${yuan(membership.newcomerCouponFromFen)}, valid ${membership.newcomerCouponDays} days. It is under “Me → Coupons” and applied at checkout.`,
    ),
  },
  {
    id: 'points',
    chapter: 'membership',
    intent: 'points.rules',
    tags: ['points'],
    title: both('积分怎么算', 'How points work'),
    questions: {
      zh: ['积分怎么用', '一百积分能抵多少', '积分会过期吗', '积分怎么没到账', '买东西给多少积分'],
      en: [
        'how do points work',
        'what are points worth',
        'do points expire',
        'my points are missing',
        'how many points do i get',
      ],
    },
    answer: both(
      `确认收货后到账，一元 ${membership.pointsPerYuan} 分（金卡 ${gold.pointsFactor} 倍，白金 ${platinum.pointsFactor} 倍），${membership.pointsPerCouponYuan} 分抵 ¥1，有效 ${membership.pointsValidMonths} 个月。退货时那笔积分会扣回。`,
      `They arrive after delivery: ${membership.pointsPerYuan} per yuan (Gold ×${gold.pointsFactor}, Platinum ×${platinum.pointsFactor}). ${membership.pointsPerCouponYuan} points are worth ¥1 and last ${membership.pointsValidMonths} months. Returning something takes its points back.`,
    ),
  },
  {
    id: 'tiers',
    chapter: 'membership',
    intent: 'membership.tiers',
    tags: ['membership'],
    title: both('会员等级', 'Membership tiers'),
    questions: {
      zh: ['会员有什么等级', '怎么升级成白金', '金卡有什么好处', '消费多少升级', '会员等级是怎么算的'],
      en: [
        'what are the membership tiers',
        'how do i become a Platinum member',
        'what are the benefits',
        'how much do i need to spend',
        'how are tiers counted',
      ],
    },
    answer: both(
      `近 12 个月实付满 ¥${yuan(silver.fromFen)} 为银卡，满 ¥${yuan(gold.fromFen)} 金卡，满 ¥${yuan(platinum.fromFen)} 白金。升级当天生效，保一年；权益有积分倍数、生日券，白金另有免费礼品包装和优先客服。`,
      `Twelve months’ spending decides: Silver from ¥${yuan(silver.fromFen)}, Gold from ¥${yuan(gold.fromFen)}, Platinum from ¥${yuan(platinum.fromFen)}. It takes effect the same day and holds for a year, with more points and a birthday coupon; Platinum also gets free gift wrap and priority service.`,
    ),
  },
  {
    id: 'birthday-coupon',
    chapter: 'membership',
    intent: 'membership.birthday',
    tags: ['membership', 'coupon'],
    title: both('生日券', 'Birthday coupon'),
    questions: {
      zh: ['生日有什么优惠', '生日券怎么还没到', '今天我生日', '生日礼物在哪领'],
      en: [
        'do i get something for my birthday',
        'birthday coupon missing',
        'its my birthday today',
        'where is my birthday gift',
      ],
    },
    answer: both(
      `生日当月 1 号发：银卡 ¥${yuan(silver.birthdayCouponFen)}、金卡 ¥${yuan(gold.birthdayCouponFen)}、白金 ¥${yuan(platinum.birthdayCouponFen)}，当月有效。生日请提前在个人资料里填好，填过一次不能再改。`,
      `On the 1st of your month: Silver ¥${yuan(silver.birthdayCouponFen)}, Gold ¥${yuan(gold.birthdayCouponFen)}, Platinum ¥${yuan(platinum.birthdayCouponFen)}, valid that month. Enter the date in your profile beforehand; it can be set only once.`,
    ),
  },
];
