/** One turn: which dialogue, which place in it, its fold, how sure of a handoff, and whether there was one. */
export type Judged = { dialogue: number; at: number; fold: number; chance: number; isHandoff: boolean };

const steps = 60;
const tolerance = 2;

/**
 * The threshold that serves both aims of a handoff on turns not trained on: finding the right turns (F1), and being near one in each dialogue (golden
 * transfer within two turns).
 */
export function bestThreshold(judged: readonly Judged[]): number {
  const chances = judged.map(({ chance }) => chance).toSorted((a, b) => a - b);
  const candidates = Array.from(
    { length: steps },
    (_, i) => chances[Math.floor(((i + 0.5) * chances.length) / steps)] as number,
  );
  const worth = candidates.map((threshold) => f1At(judged, threshold) + nearness(judged, threshold));
  return candidates[worth.indexOf(Math.max(...worth))] ?? 0.5;
}

function f1At(judged: readonly Judged[], threshold: number): number {
  const said = judged.filter(({ chance }) => chance >= threshold);
  const hit = said.filter(({ isHandoff }) => isHandoff).length;
  return (2 * hit) / (said.length + judged.filter(({ isHandoff }) => isHandoff).length || 1);
}

function nearness(judged: readonly Judged[], threshold: number): number {
  const dialogues = Map.groupBy(judged, ({ dialogue }) => dialogue);
  let sum = 0;
  for (const turns of dialogues.values()) {
    const gold = turns.filter(({ isHandoff }) => isHandoff).map(({ at }) => at);
    const said = turns.filter(({ chance }) => chance >= threshold).map(({ at }) => at);
    sum += gold.length > 0 && said.length > 0 ? closeness(gold, said) : Number(gold.length === said.length);
  }
  return sum / dialogues.size;
}

function closeness(gold: readonly number[], said: readonly number[]): number {
  const near = said.map((at) => Math.min(...gold.map((turn) => Math.abs(at - turn))));
  return near.reduce((sum, d) => sum + Math.exp(-(d * d) / (2 * tolerance ** 2)), 0) / said.length;
}
