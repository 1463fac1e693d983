import { adviceSituations } from './advice.ts';
import { deliverySituations } from './delivery.ts';
import { dispatchSituations } from './dispatch.ts';
import { exchangeSituations } from './exchanges.ts';
import { moneySituations } from './money.ts';
import { qualitySituations } from './quality.ts';
import { returnSituations } from './returns.ts';
import { serviceSituations } from './service.ts';
import type { Situation } from './situation.ts';
import { stockAndPromiseSituations } from './stock-and-promises.ts';
import { unsettledSituations } from './unsettled.ts';

/** All the ways in which customers of the demo shop have talked to it. */
export const situations: readonly Situation[] = [
  ...dispatchSituations,
  ...deliverySituations,
  ...returnSituations,
  ...exchangeSituations,
  ...qualitySituations,
  ...stockAndPromiseSituations,
  ...moneySituations,
  ...adviceSituations,
  ...serviceSituations,
  ...unsettledSituations,
];
