import type { Language } from '#shared/domain/language';
import type { Script } from '../dialogue.ts';
import { chineseEdgeScripts, englishEdgeScripts } from '../dialogues-edges.ts';
import { englishScripts } from '../dialogues-en.ts';
import { chineseScripts } from '../dialogues-zh.ts';
import { chineseOrderScripts } from '../dialogues-zh-orders.ts';
import { adviceEn } from './advice-en.ts';
import { adviceZh } from './advice-zh.ts';
import { afterSalesEn } from './after-sales-en.ts';
import { afterSalesZh } from './after-sales-zh.ts';
import { firstSightEn } from './first-sight-en.ts';
import { firstSightMoreEn, firstSightMoreZh } from './first-sight-more.ts';
import { firstSightZh } from './first-sight-zh.ts';
import { freshEn } from './fresh-en.ts';
import { freshZh } from './fresh-zh.ts';
import { moreEn } from './more-en.ts';
import { moreZh } from './more-zh.ts';
import { ordersEn } from './orders-en.ts';
import { ordersZh } from './orders-zh.ts';
import { serviceEn } from './service-en.ts';
import { serviceZh } from './service-zh.ts';
import { strangersEn } from './strangers-en.ts';
import { strangersMoreEn, strangersMoreZh } from './strangers-more.ts';
import { strangersZh } from './strangers-zh.ts';

/** Every conversation as it has to go, by language. */
export const scripts: Readonly<Record<Language, readonly Script[]>> = {
  zh: [
    ...chineseScripts,
    ...chineseOrderScripts,
    ...chineseEdgeScripts,
    ...adviceZh,
    ...ordersZh,
    ...afterSalesZh,
    ...serviceZh,
    ...moreZh,
    ...strangersZh,
    ...strangersMoreZh,
    ...freshZh,
    ...firstSightZh,
    ...firstSightMoreZh,
  ],
  en: [
    ...englishScripts,
    ...englishEdgeScripts,
    ...adviceEn,
    ...ordersEn,
    ...afterSalesEn,
    ...serviceEn,
    ...moreEn,
    ...strangersEn,
    ...strangersMoreEn,
    ...freshEn,
    ...firstSightEn,
    ...firstSightMoreEn,
  ],
};
