import { z } from 'zod';
import { localizedSchema } from '#shared/domain/language';
import type { SettingsRepository } from './ports.ts';

const shopProfileSchema = z.object({
  name: localizedSchema,
  slogan: localizedSchema,
  greeting: localizedSchema,
  timeZone: z.string(),
  /** The page that carries the chat; `null` while the shop has not named one. */
  pageUrl: z.string().nullable(),
  /** Where a product is bought; `{productId}` and `{sku}` are filled in. */
  productUrl: z.string(),
  /** Where the customer sees an order; `{number}` is filled in. */
  orderUrl: z.string(),
});

const returnPolicySchema = z.object({
  windowDays: z.int().positive(),
  /** For faults that are the shop's. */
  qualityWindowDays: z.int().positive(),
  returnFeeFen: z.int().min(0),
  inspectionHours: z.int().positive(),
  refundWorkingDays: z.int().positive(),
  exchangeHoldHours: z.int().positive(),
});

const shippingPolicySchema = z.object({
  dispatchWithinHours: z.int().positive(),
  /** Without a new tracking entry for this long a parcel counts as stuck. */
  stuckAfterHours: z.int().positive(),
});

const warrantyPolicySchema = z.object({
  /** How long repairs are free after delivery, and for which products that differs. */
  months: z.int().min(0),
  exceptions: z.array(z.object({ productIds: z.array(z.string()), months: z.int().min(0) })),
  /** How long a repair takes, from and to. */
  repairWorkingDays: z.tuple([z.int().positive(), z.int().positive()]),
  /** What a repair costs at least after that. */
  repairFeeFromFen: z.int().min(0),
});

const serviceHoursSchema = z.object({
  /** People are there from this full hour to that one, every day, in the shop's time zone; 0 to 24 is always. */
  fromHour: z.int().min(0).max(23),
  toHour: z.int().min(1).max(24),
});

const rangeSchema = z.tuple([z.number(), z.number()]);

/** Which body each size fits, smallest first; empty where the shop gives no such advice. */
const sizeGuideSchema = z.array(z.object({ size: z.string(), heightCm: rangeSchema, weightKg: rangeSchema }));

/** Every setting that the server knows, with the form of its value. */
const settingSchemas = {
  shop: shopProfileSchema,
  'return-policy': returnPolicySchema,
  'shipping-policy': shippingPolicySchema,
  'warranty-policy': warrantyPolicySchema,
  'service-hours': serviceHoursSchema,
  'size-guide': sizeGuideSchema,
  /** The secret with which the shop's own server signs identity tokens (HS256), base64url. */
  'identity-secret': z.string().min(43),
  /**
   * What the demo shop left behind: its version (0 while it is being made), the password that its staff share, whom one can sign in as on its
   * page, and as of when its past was made. `null` without the demo shop.
   */
  demo: z
    .object({
      version: z.int().min(0),
      password: z.string(),
      visitors: z.array(z.object({ login: z.string(), hint: localizedSchema })),
      seededAt: z.iso.datetime(),
    })
    .nullable(),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>;
export type ShopProfile = SettingValue<'shop'>;
export type ReturnPolicy = SettingValue<'return-policy'>;
export type ShippingPolicy = SettingValue<'shipping-policy'>;
export type WarrantyPolicy = SettingValue<'warranty-policy'>;
export type ServiceHours = SettingValue<'service-hours'>;
export type SizeGuide = SettingValue<'size-guide'>;

/** What a shop gets before it has said anything of its own. */
const defaults: { [K in Exclude<SettingKey, 'identity-secret'>]: SettingValue<K> } = {
  shop: {
    name: { zh: '本店', en: 'Our shop' },
    slogan: { zh: '', en: '' },
    greeting: { zh: '您好，有什么可以帮您？', en: 'Hello, how can we help?' },
    timeZone: 'Asia/Shanghai',
    pageUrl: null,
    productUrl: '/shop/#/p/{productId}?sku={sku}',
    orderUrl: '/shop/#/orders',
  },
  'return-policy': {
    windowDays: 7,
    qualityWindowDays: 30,
    returnFeeFen: 1_000,
    inspectionHours: 48,
    refundWorkingDays: 3,
    exchangeHoldHours: 48,
  },
  'shipping-policy': { dispatchWithinHours: 48, stuckAfterHours: 72 },
  'warranty-policy': { months: 12, exceptions: [], repairWorkingDays: [7, 14], repairFeeFromFen: 2_000 },
  'service-hours': { fromHour: 0, toHour: 24 },
  'size-guide': [],
  demo: null,
};

/**
 * Reads and writes the shop's settings. What was never set has a default; only the identity secret has none, because a
 * secret that everybody knows is none: reading it before it was made throws.
 */
export type SettingsService = {
  read<K extends SettingKey>(key: K): Promise<SettingValue<K>>;
  write<K extends SettingKey>(key: K, value: SettingValue<K>): Promise<void>;
};

/** Settings out of the database, parsed on every read: they are few and small, and another node may have changed them. */
export function createSettingsService({
  store: { settings },
}: {
  /** Outside any transaction: each reading and each writing is one statement. */
  store: { settings: SettingsRepository };
}): SettingsService {
  return {
    async read(key) {
      const stored = await settings.readSetting(key);
      if (stored !== undefined) return settingSchemas[key].parse(stored) as SettingValue<typeof key>;
      if (key === 'identity-secret') throw new Error('The shop has no identity secret yet');
      return defaults[key as keyof typeof defaults] as SettingValue<typeof key>;
    },
    async write(key, value) {
      settingSchemas[key].parse(value);
      await settings.writeSetting(key, value);
    },
  };
}
