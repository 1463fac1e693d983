export type { SettingsRepository } from './ports.ts';
export {
  createSettingsService,
  type ReturnPolicy,
  type ServiceHours,
  type SettingKey,
  type SettingsService,
  type SettingValue,
  type ShippingPolicy,
  type ShopProfile,
  type SizeGuide,
  type WarrantyPolicy,
} from './settings-service.ts';
