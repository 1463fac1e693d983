import type { Language } from '#shared/domain/language';
import { redact } from '../../backend/modules/language/index.ts';
import { type Asked, askFullShop, askSmallShops, rightFirst, riskAt } from './knowledge.ts';
import { measureRedaction, personalMessages } from './personal-data.ts';

/** Prints what the bot knows and hides: `npm run evaluate:bot [-- --wrong]`; `--wrong` lists what was answered wrongly at 70 % coverage. */
const showsWrong = process.argv.includes('--wrong');
const COVERAGES = [0.5, 0.6, 0.7, 0.8, 0.9];

const languages: readonly Language[] = ['zh', 'en'];
for (const language of languages) {
  reportKnowledge(`${language}, all articles`, askFullShop(language));
  reportKnowledge(`${language}, 12 shops of 20 articles`, askSmallShops(language));
}
for (const seed of [1, 2, 3]) {
  const { recall, falsePositives } = measureRedaction(personalMessages(seed, 3_000), redact);
  print(
    `personal data, 3,000 messages, seed ${seed}: recall ${recall.toFixed(2)} %, false positives ${falsePositives.toFixed(2)} %`,
  );
}

function reportKnowledge(name: string, asked: readonly Asked[]): void {
  const curve = COVERAGES.map((coverage) => {
    const { wrong, from } = riskAt(asked, coverage);
    return `${percent(coverage)}: ${percent(wrong)} (from ${from.toFixed(2)})`;
  });
  print(`knowledge ${name}: ${asked.length} questions, right first ${percent(rightFirst(asked))}`);
  print(`  wrong of what is answered, by coverage: ${curve.join(' · ')}`);
  if (!showsWrong) return;
  const { from } = riskAt(asked, 0.7);
  for (const { question, got, sure, isRight } of asked) {
    if (!isRight && sure >= from) print(`    ${sure.toFixed(2)} ${question} → ${got}`);
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
