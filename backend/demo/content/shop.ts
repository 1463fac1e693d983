import { both } from './bilingual.ts';
import type { TierId } from './policies.ts';

/** The demo shop. Name, texts and pictures were made for this repository and belong to nobody else. */
export const shop = {
  id: 'shanye',
  name: both('山野集', 'Shanye Outfitters'),
  tagline: both('山里穿的，日子里用的', 'Made for the hills, used every day'),
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
} as const;

/** What the membership tiers are called. */
export const tierNames: Readonly<Record<TierId, { readonly zh: string; readonly en: string }>> = {
  brook: both('溪会员', 'Brook'),
  grove: both('林会员', 'Grove'),
  summit: both('峰会员', 'Summit'),
};
