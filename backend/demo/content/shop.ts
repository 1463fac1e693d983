import type { Membership } from '#shared/domain/conversation';
import type { Localized } from '#shared/domain/language';
import { both } from './bilingual.ts';

/** The demo shop. Name, texts and pictures were made for this repository and belong to nobody else. */
export const shop = {
  id: 'shanye',
  name: both('山野集', 'Shanye Outfitters'),
  tagline: both('山里穿的，日子里用的', 'Made for the hills, used every day'),
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  phone: '400-000-0000',
  email: 'care@shanye.example',
} as const;

/** What the memberships are called. */
export const membershipNames: Readonly<Record<Membership, Localized>> = {
  none: both('普通会员', 'Member'),
  silver: both('银卡会员', 'Silver'),
  gold: both('金卡会员', 'Gold'),
  platinum: both('白金会员', 'Platinum'),
};
