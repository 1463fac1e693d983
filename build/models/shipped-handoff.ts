import { readFileSync } from 'node:fs';
import { createLinearModel, softmax } from '../../backend/modules/language/index.ts';
import { type Dialogue, isCustomer, turnFeatures } from './dialogue.ts';
import {
  bestThreshold,
  type DialogueOutput,
  folds,
  handoffOptions,
  handoffSamples,
  judgeTurns,
} from './dialogue-model.ts';
import { isReadable, shippedFeatures, signFeatures, wantsPerson } from './handoff-features.ts';
import { fitTemperature, toModelBytes } from './pack.ts';
import { fitModel, logitsOf, type Sample } from './trainer.ts';

/** Thresholds of the two ways to read a turn. */
type Thresholds = { ids: number; signs: number };

/** Every turn counts twice: by its word ids, and by the signs that text shows too. */
function samplesOf(dialogues: readonly Dialogue[]): { ids: Sample[]; signs: Sample[] } {
  return {
    ids: handoffSamples(dialogues, turnFeatures),
    signs: handoffSamples(dialogues.filter(hasFeelings), signFeatures),
  };
}

/** Signs are learned where the data says how the customer feels; without it they would say little. */
function hasFeelings({ turns }: Dialogue): boolean {
  return turns.some(({ sent }) => sent !== undefined);
}

/** Guesses on dialogues not trained on: sums before softmax and the truth, for both ways to read a turn. */
export function heldOutHandoffs(
  dialogues: readonly Dialogue[],
): Record<keyof Thresholds, { sums: Float64Array[]; truth: number[] }> {
  const found = {
    ids: { sums: [] as Float64Array[], truth: [] as number[] },
    signs: { sums: [] as Float64Array[], truth: [] as number[] },
  };
  for (let fold = 0; fold < folds; fold += 1) {
    const train = samplesOf(dialogues.filter((_, i) => i % folds !== fold));
    const fitted = fitModel([...train.ids, ...train.signs], handoffOptions);
    const test = samplesOf(dialogues.filter((_, i) => i % folds === fold));
    for (const way of ['ids', 'signs'] as const) {
      found[way].sums.push(...logitsOf(fitted, test[way]));
      found[way].truth.push(...test[way].map(({ target }) => target.indexOf(1)));
    }
  }
  return found;
}

/** Trains the shipped model on dialogues of word ids, some with feelings. Returns the weight file and its thresholds. */
export function fitShippedHandoff(dialogues: readonly Dialogue[]): {
  bytes: Uint8Array;
  thresholds: Thresholds;
} {
  const held = heldOutHandoffs(dialogues);
  const temperature = fitTemperature(
    [...held.ids.sums, ...held.signs.sums],
    [...held.ids.truth, ...held.signs.truth],
  );
  const thresholdOf = ({ sums, truth }: { sums: Float64Array[]; truth: number[] }): number =>
    bestThreshold(
      sums.map((each) => softmax(each, temperature)[1] as number),
      truth.map((label) => label === 1),
    );
  const samples = samplesOf(dialogues);
  return {
    bytes: toModelBytes(fitModel([...samples.ids, ...samples.signs], handoffOptions), temperature),
    thresholds: { ids: thresholdOf(held.ids), signs: thresholdOf(held.signs) },
  };
}

/** The wish for a person is a handoff whatever the model thinks (rule H1). */
const wishChance = 0.97;

/** The shipped scorer: reads text, tokens and word ids. */
export function loadShippedHandoff(): (dialogue: Dialogue) => DialogueOutput {
  const folder = new URL('./weights/', import.meta.url);
  const model = createLinearModel(readFileSync(new URL('handoff.bin', folder)));
  const thresholds = JSON.parse(readFileSync(new URL('handoff.json', folder), 'utf8')) as Thresholds;
  return ({ id, turns }) =>
    judgeTurns({ id, turns }, (at) => {
      const turn = turns[at];
      if (!turn || (isReadable(turn) && !isCustomer(turn))) {
        return { chance: 0, threshold: 1 };
      }
      const chance = model.predictFeatures(shippedFeatures(turns, at))[1] as number;
      return {
        chance: wantsPerson(turn) ? Math.max(chance, wishChance) : chance,
        threshold: isReadable(turn) ? thresholds.signs : thresholds.ids,
      };
    });
}
