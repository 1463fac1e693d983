import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { orders, returns } = policies;

/** What is there, what comes back, and what happens when the count was wrong. */
export const stockArticles: readonly Article[] = [
  {
    id: 'preorder',
    chapter: 'stock',
    intent: 'stock.preorder',
    tags: ['pre-order', 'dispatch'],
    title: both('预售什么时候发', 'When pre-orders ship'),
    questions: {
      zh: [
        '预售的什么时候发',
        '写着预售要等多久',
        '预售可以退吗',
        '我买的预售怎么还没动静',
        '预售要付全款吗',
      ],
      en: [
        'when do preorders ship',
        'how long is the pre-order wait',
        'can i cancel a preorder',
        'my preorder still hasnt shipped',
        'do i pay in full for a preorder',
      ],
    },
    answer: both(
      `预售款付全款，${orders.preorderDispatchDays} 天内发出，页面写明具体日期。延期我们提前通知，等不及可以随时全额退，超过承诺日期同样有发货保障券。`,
      `Pre-orders are paid in full and leave within ${orders.preorderDispatchDays} days; the page shows the date. If it slips we tell you first, you can cancel for a full refund at any time, and the delay coupon applies past the promised date.`,
    ),
  },
  {
    id: 'restock-notice',
    chapter: 'stock',
    intent: 'stock.restock',
    tags: ['restock', 'out-of-stock'],
    title: both('缺货什么时候补', 'When something comes back in stock'),
    questions: {
      zh: ['M码什么时候补货', '还会有货吗', '缺货了能通知我吗', '苔绿色断码了还补不补', '没货了怎么办'],
      en: [
        'when will it be back in stock',
        'is it coming back',
        'notify me when available',
        'size M sold out',
        'will you restock the moss green',
      ],
    },
    answer: both(
      `在商品页点「到货通知」，补货后 ${orders.restockNoticeHours} 小时内您会收到消息，通知过的客人有半天优先。常青款每两到三周补一次，季节款卖完就没了，我可以给您找相近的。`,
      `Tap “Tell me” on the product page: you hear within ${orders.restockNoticeHours} hours of it coming back and get half a day’s head start. Year-round styles return every two to three weeks, seasonal ones do not; I can look for something close.`,
    ),
  },
  {
    id: 'oversold-cancelled',
    chapter: 'stock',
    intent: 'stock.oversold',
    tags: ['out-of-stock', 'cancel', 'compensation'],
    title: both('付款后说没货', 'Told it is out of stock after paying'),
    questions: {
      zh: [
        '付完钱你们说没货',
        '订单被你们取消了',
        '凭什么取消我的单',
        '没货还让我下单',
        '下单成功又通知缺货',
      ],
      en: [
        'you cancelled my order',
        'paid and then told out of stock',
        'why was my order cancelled by you',
        'it let me order something you dont have',
        'order confirmed then cancelled',
      ],
    },
    answer: both(
      `这是我们的库存没对上，责任在我们。全款原路退回，另补 ¥${yuan(returns.couponForQualityFen)} 券；同款补货时先给您留一件，也可以按原价换相近款。`,
      `Our stock count was wrong and that is our fault. You get your money back in full plus a ¥${yuan(returns.couponForQualityFen)} coupon; we keep one for you from the next batch, or you can take something similar at the same price.`,
    ),
  },
  {
    id: 'stock-in-store-page',
    chapter: 'stock',
    intent: 'stock.check',
    tags: ['stock'],
    title: both('有没有现货', 'Is it in stock'),
    questions: {
      zh: ['这件有现货吗', '还有L码吗', '库存准不准', '页面显示有货是真的有吗', '只剩一件是真的吗'],
      en: [
        'is this in stock',
        'do you have size L',
        'is the stock on the page accurate',
        'is it really the last one',
        'any left in navy',
      ],
    },
    answer: both(
      '页面的库存每分钟和仓库对一次，能加进购物车就是有现货。显示「仅剩几件」也是真的，付款后才锁定。',
      'The page checks with the warehouse every minute: if you can add it to the basket, it is there. “Only a few left” means just that; it is yours once it is paid.',
    ),
  },
];
