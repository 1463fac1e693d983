import { fitMargins, type MarginOptions } from './margin.ts';
import { type Fit, fitModel, logitsOf, type Sample, type TrainOptions } from './trainer.ts';

/** How two ways of fitting are joined: how the separators are made, and their share of the sum (1: nothing but them). */
export type Margin = MarginOptions & { share: number };

const mostMeasured = 2000;

/**
 * Fits softmax regression and separators on the same features and adds their weights, each brought to the same spread first. They err differently, and the
 * sum is still one linear model.
 */
export function fitBlend(samples: readonly Sample[], options: TrainOptions, margin: Margin | undefined): Fit {
  if (!margin) {
    return fitModel(samples, options);
  }
  const separators = fitMargins(samples, options, margin);
  const measured = samples.filter((_, i) => i % Math.ceil(samples.length / mostMeasured) === 0);
  if (margin.share === 1) {
    return scaled(separators, 1 / spreadOf(separators, measured));
  }
  const softmax = fitModel(samples, options);
  const own = (1 - margin.share) / spreadOf(softmax, measured);
  const other = margin.share / spreadOf(separators, measured);
  return {
    ...softmax,
    merged: softmax.merged.map((weight, i) => weight * own + (separators.merged[i] as number) * other),
    bias: softmax.bias.map((weight, i) => weight * own + (separators.bias[i] as number) * other),
  };
}

function scaled(fitted: Fit, factor: number): Fit {
  return {
    ...fitted,
    merged: fitted.merged.map((weight) => weight * factor),
    bias: fitted.bias.map((weight) => weight * factor),
  };
}

/** Root mean square of the sums around their mean within a sample. */
function spreadOf(fitted: Fit, samples: readonly Sample[]): number {
  const squares = logitsOf(fitted, samples).map((sums) => {
    const middle = sums.reduce((total, value) => total + value, 0) / sums.length;
    return sums.reduce((total, value) => total + (value - middle) ** 2, 0) / sums.length;
  });
  return Math.sqrt(squares.reduce((total, value) => total + value, 0) / squares.length) || 1;
}
