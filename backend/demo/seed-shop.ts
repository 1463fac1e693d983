import type { ProductId, Sku } from '#shared/domain/ids';
import type { ImportedCause, ImportedShop } from '../modules/imports/index.ts';
import type { SettingKey, SettingValue } from '../modules/settings/index.ts';
import {
  articles,
  attributeNames,
  cannedReplies,
  catalogue,
  categories,
  type Product,
  policies,
  rootCauses,
  shop,
  variantName,
} from './content/index.ts';

/** Draws a product in the colour of a variant, as SVG. */
export type Draw = (product: Product, variant: Product['variants'][number]) => string;

/** The demo shop's shelves, answers, root causes and ready sentences, as they are imported. */
export function demoShop(now: Date, draw: Draw): ImportedShop {
  return {
    categories: categories.map(({ id, name }) => ({ code: id, name })),
    products: catalogue.map((product) => importedProduct(product, now)),
    pictures: drawAll(draw),
    articles: articles.map(({ id, title, questions, answer, tags, intent }) => ({
      id,
      title,
      answer,
      intent,
      tags: [...tags],
      questions: { zh: [...questions.zh], en: [...questions.en] },
      updatedAt: now,
    })),
    causes: rootCauses.flatMap((cause) => causesFrom(cause, null)),
    cannedReplies: cannedReplies.map(({ shortcut, title, text }) => ({
      code: shortcut,
      shortcut,
      title,
      text,
    })),
  };
}

/** The demo shop's settings. */
export function demoSettings() {
  const { returns, shipping, warranty, service, sizes } = policies;
  const profile: SettingValue<'shop'> = {
    name: shop.name,
    slogan: shop.tagline,
    greeting: {
      zh: `您好，我是${shop.name.zh}的智能客服（机器人）。订单、退换、挑东西，都可以直接问。`,
      en: `Hello, I’m the ${shop.name.en} assistant, a bot. Ask me about orders, returns or what to buy.`,
    },
    timeZone: shop.timeZone,
    pageUrl: '/shop/',
    productUrl: '/shop/#/p/{productId}?sku={sku}',
    orderUrl: '/shop/#/orders',
  };
  return {
    shop: profile,
    'return-policy': {
      windowDays: returns.windowDays,
      qualityWindowDays: returns.qualityWindowDays,
      returnFeeFen: returns.returnFeeFen,
      inspectionHours: returns.inspectionHours,
      refundWorkingDays: returns.refundWorkingDays,
      exchangeHoldHours: returns.exchangeHoldHours,
    },
    'shipping-policy': {
      dispatchWithinHours: shipping.dispatchWithinHours,
      stuckAfterHours: shipping.stuckAfterHours,
    },
    'warranty-policy': {
      months: warranty.zipAndSeamMonths,
      exceptions: [
        { productIds: productIds(isTentOrPack), months: warranty.tentAndPackMonths },
        { productIds: productIds(isElectric), months: warranty.electronicsMonths },
      ],
      repairWorkingDays: [...warranty.repairWorkingDays],
      repairFeeFromFen: warranty.repairFeeFromFen,
    },
    'service-hours': { fromHour: service.agentsFromHour, toHour: service.agentsToHour },
    'size-guide': Object.entries(sizes).map(([size, { heightCm, weightKg }]) => ({
      size,
      heightCm: [...heightCm],
      weightKg: [...weightKg],
    })),
  } satisfies Partial<{ [K in SettingKey]: SettingValue<K> }>;
}

function productIds(is: (product: Product) => boolean): string[] {
  return catalogue.filter(is).map(({ id }) => id);
}

function isTentOrPack({ drawing }: Product): boolean {
  return ['tent', 'tarp', 'daypack', 'trek-pack', 'sling', 'duffel'].includes(drawing);
}

function isElectric({ tags }: Product): boolean {
  return tags.includes('electronics');
}

function importedProduct(product: Product, now: Date): ImportedShop['products'][number] {
  const id = product.id as ProductId;
  return {
    id,
    categoryCode: product.category,
    title: product.title,
    description: product.description,
    attributes: Object.entries(product.attributes).map(([key, value]) => ({
      name: attributeNames[key as keyof typeof attributeNames],
      value,
    })),
    tags: [...product.tags],
    related: {
      goesWith: product.goesWith as readonly string[] as ProductId[],
      alternatives: product.alternatives as readonly string[] as ProductId[],
    },
    releasedAt: new Date(now.getTime() - product.releasedDaysAgo * 86_400_000),
    variants: product.variants.map((variant) => ({
      sku: variant.sku as Sku,
      productId: id,
      name: variantName(variant),
      options: { colour: variant.colour, ...(variant.size === null ? {} : { size: variant.size }) },
      priceFen: variant.priceFen,
      stock: variant.stock,
    })),
  };
}

/** One drawing for each product and colour, shared by its sizes. */
function drawAll(draw: Draw): Map<string, string> {
  const pictures = new Map<string, string>();
  for (const product of catalogue) {
    const byColour = new Map<string, string>();
    for (const variant of product.variants) {
      const svg = byColour.get(variant.colour) ?? draw(product, variant);
      byColour.set(variant.colour, svg);
      pictures.set(variant.sku, svg);
    }
  }
  return pictures;
}

function causesFrom(cause: (typeof rootCauses)[number], parentCode: string | null): ImportedCause[] {
  const children = cause.children ?? [];
  return [
    { code: cause.code, parentCode, name: cause.name },
    ...children.flatMap((child) => causesFrom(child, cause.code)),
  ];
}
