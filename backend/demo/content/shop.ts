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
