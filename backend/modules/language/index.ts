export { adaptWeights, type Correction } from './adapt.ts';
export { type AddressParts, readAddress } from './address-parts.ts';
export { dayOf } from './dates.ts';
export { detectLanguage } from './detect.ts';
export { type Entity, extractEntities } from './entities.ts';
export type { EntityKind } from './entity-kinds.ts';
export { hashFeature } from './hash.ts';
export {
  type Contribution,
  createLinearModel,
  createLookup,
  type LinearModel,
  softmax,
  weigh,
} from './linear-model.ts';
export { encodeModelFile, type ModelFile, type ModelHeader, packWeight } from './model-file.ts';
export { isHan, normalise } from './normalise.ts';
export { redact } from './redact.ts';
export { stemOf } from './stem.ts';
export {
  extractFeatures,
  type Feature,
  type FeatureShape,
  featuresOfUnits,
  splitUnits,
  type Unit,
} from './units.ts';
