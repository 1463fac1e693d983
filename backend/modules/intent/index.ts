export {
  adaptIntent,
  type IntentCorrection,
  judgeIntentRegression,
  shippedIntentWeights,
} from './adapting.ts';
export { asksForPerson } from './explicit-wish.ts';
export { type IntentName, intentNames } from './flows.ts';
export {
  type ClassifiedIntent,
  createIntentModel,
  type IntentModel,
} from './intent-model.ts';
