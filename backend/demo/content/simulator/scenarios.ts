import type { Language } from '#shared/domain/language';
import { englishManners } from './manners-en.ts';
import { chineseManners } from './manners-zh.ts';
import type { Manner, Scenario, Temperament } from './scenario.ts';
import { englishBeforeScenarios } from './scenarios-en-before.ts';
import { englishTroubleScenarios } from './scenarios-en-orders.ts';
import { chineseBeforeScenarios } from './scenarios-zh-before.ts';
import { chineseGoodsScenarios } from './scenarios-zh-goods.ts';
import { chineseTroubleScenarios } from './scenarios-zh-orders.ts';
import { chineseRefundScenarios } from './scenarios-zh-refunds.ts';

/** What simulated customers may come for. */
export const scenarios: readonly Scenario[] = [
  ...chineseTroubleScenarios,
  ...chineseRefundScenarios,
  ...chineseGoodsScenarios,
  ...chineseBeforeScenarios,
  ...englishTroubleScenarios,
  ...englishBeforeScenarios,
];

/** How they bear it, by language and temperament. */
export const manners: Readonly<Record<Language, Readonly<Record<Temperament, Manner>>>> = {
  zh: chineseManners,
  en: englishManners,
};
