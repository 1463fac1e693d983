export type { SettingsRepository } from './ports.ts';
export {
  createSettingsService,
  type ReturnPolicy,
  type SettingKey,
  type SettingsService,
  type SettingValue,
  type ShippingPolicy,
  type ShopProfile,
} from './settings-service.ts';
