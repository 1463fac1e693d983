import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';
import type { Article, ChapterId } from './article.ts';
import { moneyArticles } from './money.ts';
import { orderArticles } from './orders.ts';
import { parcelTroubleArticles } from './parcel-trouble.ts';
import { productArticles } from './products.ts';
import { returnArticles } from './returns.ts';
import { serviceArticles } from './service.ts';
import { shippingArticles } from './shipping.ts';
import { sizeAndCareArticles } from './sizes-and-care.ts';
import { stockArticles } from './stock.ts';
import { warrantyArticles } from './warranty.ts';

/** What the chapters are called. */
export const chapterNames: Readonly<Record<ChapterId, Localized>> = {
  shipping: both('配送', 'Shipping'),
  orders: both('订单', 'Orders'),
  payment: both('支付', 'Payment'),
  invoice: both('发票', 'Invoices'),
  membership: both('会员与优惠', 'Membership and offers'),
  returns: both('退换', 'Returns'),
  warranty: both('保修与维修', 'Warranty and repair'),
  sizes: both('尺码', 'Sizes'),
  care: both('洗护', 'Care'),
  products: both('商品', 'Products'),
  stock: both('库存', 'Stock'),
  account: both('账号', 'Account'),
  service: both('服务', 'Service'),
};

/** All the demo shop's answers; they quote `policies`, so the two cannot disagree. */
export const articles: readonly Article[] = [
  ...shippingArticles,
  ...parcelTroubleArticles,
  ...orderArticles,
  ...stockArticles,
  ...moneyArticles,
  ...returnArticles,
  ...warrantyArticles,
  ...sizeAndCareArticles,
  ...productArticles,
  ...serviceArticles,
];
