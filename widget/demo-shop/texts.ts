import type { Language } from '#shared/domain/language';

const zh = {
  all: '全部',
  signIn: '登录',
  signOut: '退出登录',
  signInAs: '以演示顾客身份登录',
  orders: '我的订单',
  noOrders: '还没有订单',
  back: '返回',
  buy: '立即购买',
  buying: '正在下单…',
  bought: (number: string) => `下单成功，订单号 ${number}`,
  signInToBuy: '登录后购买',
  failed: '没有成功，请重试',
  soldOut: '缺货',
  left: (count: number) => (count <= 5 ? `仅剩 ${count} 件` : '有货'),
  ask: '咨询客服',
  loading: '加载中…',
  unreachable: '商店暂时打不开，请刷新重试',
  variants: '款式',
  missing: '没有找到这件商品',
  from: (price: string) => `${price} 起`,
  late: (days: number) => `已超时 ${days} 天`,
  demo: '演示商店：商品、顾客和订单都是虚构的',
  membership: { none: '', silver: '银卡', gold: '金卡', platinum: '白金卡' },
  status: {
    'pending-payment': '待付款',
    paid: '待发货',
    packed: '已打包',
    shipped: '运输中',
    delivered: '已签收',
    returning: '退货中',
    refunded: '已退款',
    cancelled: '已取消',
  },
};

const en: typeof zh = {
  all: 'All',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInAs: 'Sign in as a demo customer',
  orders: 'My orders',
  noOrders: 'No orders yet',
  back: 'Back',
  buy: 'Buy now',
  buying: 'Placing your order…',
  bought: (number) => `Ordered. Your order number is ${number}`,
  signInToBuy: 'Sign in to buy',
  failed: 'That did not work. Please try again',
  soldOut: 'Out of stock',
  left: (count) => (count <= 5 ? `Only ${count} left` : 'In stock'),
  ask: 'Ask us',
  loading: 'Loading…',
  unreachable: 'The shop can’t be reached. Please reload',
  variants: 'Options',
  missing: 'There is no such product',
  from: (price) => `from ${price}`,
  late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  demo: 'A demo shop: goods, customers and orders are made up',
  membership: { none: '', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' },
  status: {
    'pending-payment': 'To be paid',
    paid: 'To be sent',
    packed: 'Packed',
    shipped: 'On its way',
    delivered: 'Delivered',
    returning: 'Being returned',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
  },
};

export type ShopTexts = typeof zh;
export const shopTexts: Record<Language, ShopTexts> = { zh, en };

/** An amount in yuan as the language writes it. */
export function money(fen: number, language: Language): string {
  const digits = fen % 100 === 0 ? 0 : 2;
  const format = {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', format).format(fen / 100);
}
