import { type CorrectionPorts, type Corrections, createCorrections } from './corrections.ts';
import { type Curation, type CurationPorts, createCuration } from './curation.ts';
import { createModelKeeping, type ModelKeeping, type ModelKeepingPorts } from './model-keeping.ts';

export type LearningPorts = CurationPorts & CorrectionPorts & ModelKeepingPorts;

/** How the shop's answers and models grow from what happened (see README.md beside this file). */
export type LearningService = Curation & Corrections & ModelKeeping;

/** Learning over its tables. */
export function createLearningService(ports: LearningPorts): LearningService {
  return { ...createCuration(ports), ...createCorrections(ports), ...createModelKeeping(ports) };
}
