import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { returns } = policies;
const [cardFrom, cardTo] = returns.cardRefundWorkingDays;

/** Returning, exchanging and refunding. */
export const returnArticles: readonly Article[] = [
  {
    id: 'return-window',
    chapter: 'returns',
    intent: 'return.window',
    tags: ['return', 'days'],
    title: both('几天内可以退', 'How long I can return something'),
    questions: {
      zh: ['几天内可以退货', '收到十天了还能退吗', '能退吗', '七天无理由吗', '穿了一次还可以退不'],
      en: [
        'what is your return policy',
        'can i return it',
        'how many days to return',
        'i got it 2 weeks ago can i still return',
        'i wore it once can it go back',
      ],
    },
    answer: both(
      `签收后 ${returns.windowDays} 天内，吊牌在、没洗过、不影响二次销售的都能退，试穿没关系。贴身内衣袜子、定制印标的除非有质量问题，不退换。`,
      `Within ${returns.windowDays} days of delivery anything unwashed with its tags can go back; trying it on is fine. Underwear, socks and printed bulk orders come back only if faulty.`,
    ),
  },
  {
    id: 'how-to-return',
    chapter: 'returns',
    intent: 'return.how',
    tags: ['return', 'pickup'],
    title: both('怎么退货', 'How to send it back'),
    questions: {
      zh: ['怎么申请退货', '退货流程', '退货要寄到哪里', '能上门取件吗', '退货单号填哪里'],
      en: [
        'how do i return an item',
        'start a return',
        'where do i send it back',
        'can you pick it up',
        'return label please',
      ],
    },
    answer: both(
      '「我的订单」点「申请退换」，选上门取件或自己寄。箱子用原来的就行，退货单号系统自动带；自己寄的请别用到付。',
      'In “My orders” choose “Return or exchange”, then a pick-up or send it yourself. Use the box it came in; the return number is added for you. If you send it yourself, not cash-on-delivery please.',
    ),
  },
  {
    id: 'return-freight',
    chapter: 'returns',
    intent: 'return.freight',
    tags: ['return', 'fee'],
    title: both('退货运费谁出', 'Who pays return freight'),
    questions: {
      zh: [
        '退货运费谁出',
        '退货要自己付邮费吗',
        '有运费险吗',
        '不喜欢退回去收多少',
        '质量问题还让我出运费？',
      ],
      en: [
        'who pays for returns',
        'is return shipping free',
        'do i pay to send it back',
        'return fee',
        'its faulty and i have to pay?',
      ],
    },
    answer: both(
      `发错、质量问题、运输破损：来回运费我们出。不喜欢、尺码不合适：上门取件收 ¥${yuan(returns.returnFeeFen)}，退货从退款里扣，换货随寄回时付；换好的寄出免运费。`,
      `Our mistake, a fault or damage: we pay both ways. Changed your mind or wrong size: pick-up costs ¥${yuan(returns.returnFeeFen)}, taken from the refund, or paid with the pick-up of an exchange; sending you the new piece is free.`,
    ),
  },
  {
    id: 'refund-time',
    chapter: 'returns',
    intent: 'refund.time',
    tags: ['refund', 'time'],
    title: both('退款多久到账', 'When the refund arrives'),
    questions: {
      zh: [
        '退款什么时候到',
        '东西退回去十天了钱呢',
        '退款怎么还没到账',
        '仓库收到了多久退',
        '退的钱退到哪里',
      ],
      en: [
        'when do i get my refund',
        'refund not received',
        'how long does a refund take',
        'you got it back a week ago wheres my money',
        'refund status',
      ],
    },
    answer: both(
      `仓库签收后 ${returns.inspectionHours} 小时内验货，通过后 ${returns.refundWorkingDays} 个工作日内原路退回。微信支付宝当天到账，银行卡 ${cardFrom} 到 ${cardTo} 个工作日；超过这个时间请找我们，我们去追。`,
      `We inspect within ${returns.inspectionHours} hours of arrival and refund within ${returns.refundWorkingDays} working days, the way you paid. WeChat Pay and Alipay arrive that day, cards take ${cardFrom} to ${cardTo} working days; if it is longer, tell us and we chase it.`,
    ),
  },
  {
    id: 'exchange',
    chapter: 'returns',
    intent: 'return.exchange',
    tags: ['exchange', 'size'],
    title: both('换尺码或颜色', 'Exchanging size or colour'),
    questions: {
      zh: ['能换码吗', '买大了想换小一号', '换货怎么弄', '颜色不喜欢想换', '换货要等你们收到才发吗'],
      en: [
        'can i exchange it for another size',
        'its too big can i swap',
        'how do exchanges work',
        'want a different colour',
        'do you send the new one right away',
      ],
    },
    answer: both(
      `${returns.windowDays} 天内可以换，系统替您留货 ${returns.exchangeHoldHours} 小时，看到快递揽收记录就先发新的。有货的随便换，差价多退少补；换完还不合适可以再退。`,
      `Within ${returns.windowDays} days: we hold the new one for ${returns.exchangeHoldHours} hours and send it as soon as the carrier has yours. Anything in stock, the difference is settled, and you can still return it afterwards.`,
    ),
  },
  {
    id: 'quality-problem',
    chapter: 'returns',
    intent: 'return.quality',
    tags: ['quality', 'return'],
    title: both('商品有质量问题', 'Something is faulty'),
    questions: {
      zh: ['拉链坏了', '刚洗一次就开线', '质量也太差了吧', '衣服有洞', '鞋子穿两次开胶了'],
      en: [
        'the zip broke',
        'seam came apart after one wash',
        'it has a hole',
        'poor quality',
        'sole came off after two wears',
      ],
    },
    answer: both(
      `${returns.qualityWindowDays} 天内有质量问题，退货、换货、修都行，来回运费我们出，另补 ¥${yuan(returns.couponForQualityFen)} 券。拍两张照片发来（整体和问题处），我们一次判断清楚。`,
      `For ${returns.qualityWindowDays} days a fault means your choice of return, exchange or repair, free both ways, plus a ¥${yuan(returns.couponForQualityFen)} coupon. Send two photos, the whole item and the spot, and we decide in one go.`,
    ),
  },
  {
    id: 'return-refused',
    chapter: 'returns',
    intent: 'return.refused',
    tags: ['return', 'dispute'],
    title: both('退货被拒了怎么办', 'My return was refused'),
    questions: {
      zh: [
        '为什么不给退',
        '退货被驳回了',
        '仓库说影响二次销售',
        '凭什么拒收我的退货',
        '我没洗过啊怎么就不给退',
      ],
      en: [
        'why was my return refused',
        'return rejected',
        'they say i wore it, i didnt',
        'you wont take it back?',
        'appeal a refused return',
      ],
    },
    answer: both(
      '拒收会附照片和理由，您可以在订单里点「申诉」，由另一位同事重新看，两个工作日内给结论。还不满意我们送第三方检测，费用我们先垫。',
      'A refusal comes with photos and a reason. Tap “Appeal” in the order and another colleague looks again, within two working days. If you still disagree we send it to an outside lab and pay first.',
    ),
  },
  {
    id: 'exchange-out-of-stock',
    chapter: 'returns',
    intent: 'return.exchange-gone',
    tags: ['exchange', 'out-of-stock'],
    title: both('换货没货了', 'Nothing left to exchange for'),
    questions: {
      zh: ['换货说没货了怎么办', '退回去才告诉我没码了', '换的那件断货了', '不是说给我留着吗'],
      en: [
        'you said you held it and its gone',
        'exchange out of stock',
        'no stock for my exchange',
        'the size i wanted is gone',
      ],
    },
    answer: both(
      `留货过了 ${returns.exchangeHoldHours} 小时会放开，这时我们先问您：等补货、换相近款补差，或者全额退，运费我们出。答应留货却没留住的，另补 ¥${yuan(returns.couponForQualityFen)} 券。`,
      `A hold runs out after ${returns.exchangeHoldHours} hours; then we ask first: wait for the next batch, take something close, or a full refund at our freight. If we promised to hold it and did not, there is a ¥${yuan(returns.couponForQualityFen)} coupon too.`,
    ),
  },
  {
    id: 'change-of-mind-after-refund',
    chapter: 'returns',
    intent: 'return.withdraw',
    tags: ['return', 'cancel'],
    title: both('不想退了', 'I want to keep it after all'),
    questions: {
      zh: ['我不想退了', '取消退货申请', '退货还没寄可以不退吗', '点错了退货'],
      en: [
        'i want to cancel my return',
        'keep the item after all',
        'cancel the refund request',
        'clicked return by accident',
      ],
    },
    answer: both(
      '没寄出的，在「我的订单」里撤销即可；已经取件的，告诉我们拦下来再寄回给您，不收费。',
      'If it is still with you, withdraw it in “My orders”. If the courier has it, tell us: we stop it and send it back, free of charge.',
    ),
  },
  {
    id: 'price-difference-return',
    chapter: 'returns',
    intent: 'return.keep-promotion',
    tags: ['return', 'coupon', 'price'],
    title: both('退一件会影响优惠吗', 'Does returning one item change the offer'),
    questions: {
      zh: [
        '满减的退一件怎么算',
        '退了其中一件要补钱吗',
        '券会还给我吗',
        '退货之后优惠怎么算',
        '凑单买的想退一件',
      ],
      en: [
        'how does a return affect the discount',
        'do i pay back the coupon',
        'i returned one of three',
        'will my coupon come back',
        'spend and save, returning one',
      ],
    },
    answer: both(
      '按退货后的实付重新计算满减：还达到门槛就不动，达不到就收回那部分优惠，券在有效期内退回。不放心的话把订单号给我，算好再退。',
      'The offer is recalculated on what you keep: still above the minimum, nothing changes; below it, that part of the discount is taken back and an unexpired coupon returned. Give me the order number and I work it out before you send anything.',
    ),
  },
  {
    id: 'two-sizes-to-try',
    chapter: 'returns',
    intent: 'return.try-on',
    tags: ['return'],
    title: both('一次买两个码试', 'Ordering two sizes to try'),
    questions: {
      zh: ['可以买两个码留一个吗', '多买几件试好了退', '退太多会不会被封', '两个尺码都买回来试'],
      en: [
        'can i order two sizes and return one',
        'buy several and return the rest',
        'will i be banned for returning',
        'try both sizes',
      ],
    },
    answer: both(
      `可以，${returns.windowDays} 天内挑好，剩下的一起退，只收一次取件费 ¥${yuan(returns.returnFeeFen)}。不会封号；只是拿不准的话先问我们尺码，两边都省事。`,
      `Yes: choose within ${returns.windowDays} days and return the rest together, with one pick-up fee of ¥${yuan(returns.returnFeeFen)}. Nobody is banned for it; but ask us about sizes first and save both of us the trip.`,
    ),
  },
];
