import type { Language } from '#shared/domain/language';
import { variantName } from '../catalogue/catalogue.ts';
import type { Product, Variant } from '../catalogue/product.ts';
import { shopDay } from '../moments.ts';
import type { DemoOrder } from '../people/people.ts';
import { policies, yuan } from '../policies.ts';
import { words } from './words.ts';

/** What a text speaks about. */
export interface Subject {
  readonly language: Language;
  readonly city: string;
  readonly product: Product;
  readonly variant: Variant;
  /** What is offered in its place. */
  readonly alternative: Product;
  readonly order: DemoOrder | null;
  /** Whole days since the moment that the talk counts from; at least 1. */
  readonly days: number;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Puts the values into the slots. Throws on a slot that has none, so that no brace is ever shown to a reader. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`No value for the slot {${name}} in “${text}”`);
    return value;
  });
}

/** Every slot that the subject can fill, by name. Those about the order are missing where there is none. */
export function slotsOf(subject: Subject): Record<string, string> {
  const { language, product, variant, alternative, order, days } = subject;
  const { zh, en, unit, isPlural } = words[product.drawing];
  return {
    ...policySlots,
    ...(order === null ? {} : orderSlots(order, language)),
    city: subject.city,
    product: shortTitle(product, language),
    alt: shortTitle(alternative, language),
    item: language === 'zh' ? zh : en,
    unit,
    altUnit: words[alternative.drawing].unit,
    is: isPlural ? 'are' : 'is',
    s: isPlural ? '' : 's',
    was: isPlural ? 'were' : 'was',
    them: isPlural ? 'them' : 'it',
    variant: variantName(variant)[language],
    colour: language === 'zh' ? variant.colourName.zh : variant.colourName.en.toLowerCase(),
    size: variant.size ?? (language === 'zh' ? '均码' : 'one size'),
    price: yuan(variant.priceFen),
    days: String(days),
  };
}

const [lateCoupon, veryLateCoupon] = policies.shipping.lateDispatchCoupons;

const policySlots: Readonly<Record<string, string>> = {
  dispatchHours: String(policies.shipping.dispatchWithinHours),
  stuckHours: String(policies.shipping.stuckAfterHours),
  lostDays: String(policies.shipping.lostAfterDays),
  lateCoupon: yuan(lateCoupon.valueFen),
  veryLateCoupon: yuan(veryLateCoupon.valueFen),
  veryLateHours: String(veryLateCoupon.afterHours),
  faultCoupon: yuan(policies.returns.couponForQualityFen),
  windowDays: String(policies.returns.windowDays),
  qualityDays: String(policies.returns.qualityWindowDays),
  returnFee: yuan(policies.returns.returnFeeFen),
  repairDays: String(policies.warranty.repairWorkingDays[1]),
  refundDays: String(policies.returns.refundWorkingDays),
  cardFrom: String(policies.returns.cardRefundWorkingDays[0]),
  cardTo: String(policies.returns.cardRefundWorkingDays[1]),
  bulkDiscount: String(policies.orders.bulkDiscountPercent),
  unpaidMinutes: String(policies.orders.unpaidCancelledAfterMinutes),
};

function orderSlots(order: DemoOrder, language: Language): Record<string, string> {
  const { month, day } = shopDay(order.placedAt);
  return {
    order: order.number,
    date: language === 'zh' ? `${month}月${day}日` : `${monthNames[month - 1]} ${day}`,
    total: yuan(order.totalFen),
    ...(order.carrier === null ? {} : { carrier: order.carrier }),
    ...(order.trackingNumber === null ? {} : { tracking: order.trackingNumber }),
  };
}

/** The title as one says it: without counts and measures. */
function shortTitle(product: Product, language: Language): string {
  return product.title[language].replace(/（.*?）|, .*$/, '');
}
