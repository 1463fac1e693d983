import { describe, expect, it } from 'vitest';
import { chanceOf, logOddsOf } from '../../backend/modules/handoff-prediction/index.ts';
import { createLinearModel } from '../../backend/modules/language/index.ts';
import { fitTrees } from './boosting.ts';
import { calibrate } from './calibrate.ts';
import { toModelBytes } from './pack.ts';
import { createRandom } from './random.ts';
import { type Recipe, recipes, trainByRecipe } from './recipes.ts';
import { expandPatterns } from './seeds/expand.ts';
import { withOwnExamples } from './seeds/label-examples.ts';
import { bestThreshold, type Judged } from './threshold.ts';

const kinds = {
  return: ['(I want|I need|how) to (return|send back) (the|these|my) (shoes|cup|jacket|lamp)'],
  ship: ['(when|what day) (will|does) (it|my order|the lamp) (ship|leave|get sent)(?|)'],
  invoice: ['(can you|please|how do I) (send|get|print) (an|the|my) (invoice|receipt)(?|)'],
};
const rows = Object.entries(kinds).flatMap(([label, patterns]) =>
  expandPatterns(patterns, 40).map((text) => ({ text, label })),
);
const base: Recipe = recipes['intent-en'];

describe('the ways to fit', { timeout: 60_000 }, () => {
  it.each([
    ['softmax alone', undefined],
    ['half separators', { cost: 1, share: 0.5 }],
    ['separators alone', { cost: 1, share: 1 }],
    ['separators that look at telling words first', { cost: 1, share: 0.7, emphasis: 0.5 }],
  ] as const)('%s: learns the kinds of requests, and the same rows give the same bytes', (_, margin) => {
    const { margin: _own, ...plain } = base;
    const recipe: Recipe = margin ? { ...plain, margin } : plain;
    const train = rows.filter((_row, i) => i % 4 !== 0);
    const bytes = () => toModelBytes(trainByRecipe(train, recipe).fitted, 1);
    const model = createLinearModel(bytes());
    for (const { text, label } of rows.filter((_row, i) => i % 4 === 0)) {
      const chances = model.predict(text);
      expect(model.classes[chances.indexOf(Math.max(...chances))]).toBe(label);
    }
    expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
  });

  it('refuses what is out of scope, though few samples of it were seen', () => {
    const strange = expandPatterns(
      ['(what is|tell me|who knows) (the capital of|a joke about|the weather in) (France|dragons|Peking)'],
      24,
    ).map((text) => ({ text, label: 'oos' }));
    const train = [...rows, ...strange.slice(0, 8)];
    const { fitted } = trainByRecipe(train, base);
    const { temperature, reject } = calibrate(fitted, base, { train, dev: [] });
    const model = createLinearModel(toModelBytes(fitted, temperature, reject));
    const guess = (text: string) => {
      const chances = model.predict(text);
      return model.classes[chances.indexOf(Math.max(...chances))];
    };
    expect(strange.slice(8).filter(({ text }) => guess(text) === 'oos').length).toBeGreaterThan(12);
    const never = `purple elephants dance at midnight|the moon is made of green cheese|play some jazz in the kitchen|how tall is mount everest
      |my cat sleeps all day|who won the football match|turn the lights off|set an alarm for six|a poem about snow|bake bread at home`;
    const refused = never.split('|').filter((text) => guess(text) === 'oos');
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(rows.filter(({ text, label }) => guess(text) === label).length).toBeGreaterThan(0.9 * rows.length);
  });

  it('grows trees that find what no single signal tells', () => {
    const random = createRandom(3);
    const points = Array.from({ length: 600 }, () => [random(), random(), random()]);
    const truth = points.map(([a = 0, b = 0]) => Number(a > 0.5 !== b > 0.5));
    const trees = fitTrees({ rows: points, truth }, { trees: 60, depth: 3, rate: 0.2, seed: 1 });
    const right = points.filter((row, i) => chanceOf(logOddsOf(trees, row)) > 0.5 === (truth[i] === 1));
    expect(right.length).toBeGreaterThan(540);
    expect(fitTrees({ rows: points, truth }, { trees: 60, depth: 3, rate: 0.2, seed: 1 })).toEqual(trees);
  });

  it('sets the threshold between what is right and what is not', () => {
    const judged: Judged[] = Array.from({ length: 40 }, (_, i) => ({
      dialogue: i >> 2,
      at: i % 4,
      fold: 0,
      chance: i % 4 === 2 ? 0.7 + i / 1000 : 0.1 + i / 1000,
      isHandoff: i % 4 === 2,
    }));
    const threshold = bestThreshold(judged);
    expect(threshold).toBeGreaterThan(0.14);
    expect(threshold).toBeLessThanOrEqual(0.71);
  });
});

describe('withOwnExamples', () => {
  it('adds sentences only for labels that are to be learned', () => {
    expect(withOwnExamples(rows)).toEqual(rows);
    const added = withOwnExamples([...rows, { text: 'how can I leave a review', label: 'review' }]);
    expect(added.length).toBeGreaterThan(rows.length + 50);
    expect(added.slice(rows.length).every(({ label }) => label === 'review')).toBe(true);
  });
});
