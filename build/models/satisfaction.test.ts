import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dialogue, Turn } from './dialogue.ts';
import { loadDialogueScorer, trainDialogueModel } from './dialogue-model.ts';
import { dialogueViews } from './dialogue-views.ts';
import { auc, aucGain } from './metrics.ts';
import { createRandom } from './random.ts';

const random = createRandom(5);
const oneOf = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)] ?? '';
const questions = ['请问什么时候发货', '这件有红色吗', '运费谁承担', '尺码偏大吗'];
const endings = [
  ['算了，不买了，态度太差', '等了半天没人管，失望', '你们就这样处理？差评'],
  ['哦', '知道了', '好吧'],
  ['太感谢了，非常满意', '谢谢亲，服务真好', '问题解决了，赞'],
];

function dialogueOf(i: number): Dialogue {
  const turn = (role: string, text: string, sent: number): Turn => ({ role, text, sent });
  const satisfaction = (i % 3) + 1;
  return {
    id: i,
    satisfaction,
    turns: [
      turn('user', oneOf(questions), 2),
      turn('agent', '亲，正在为您查询', 2),
      turn('user', oneOf(endings[satisfaction - 1] ?? []), satisfaction),
      turn('agent', oneOf(['还有什么可以帮您', '祝您生活愉快']), 2),
    ],
  };
}

describe('satisfaction with a whole dialogue', { timeout: 60_000 }, () => {
  const dialogues = Array.from({ length: 150 }, (_, i) => dialogueOf(i));

  it('is learned into a folder and told of dialogues that were not seen, whose feelings nobody labelled', () => {
    const out = mkdtempSync(join(tmpdir(), 'baton-satisfaction-'));
    trainDialogueModel('satisfaction', dialogues.slice(0, 120), out);
    const judge = loadDialogueScorer('satisfaction', out);
    const unseen = dialogues.slice(120);
    const told = unseen.map(({ id, turns }) =>
      judge({ id, turns: turns.map(({ role, text = '' }) => ({ role, text })) }),
    );
    const right = told.filter(({ label }, i) => label === unseen[i]?.satisfaction);
    expect(right.length).toBeGreaterThan(0.9 * unseen.length);
    const total = Object.values(told[0]?.scores ?? {}).reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1, 3);
  });

  it('is read in every view also where nobody, or only one side, spoke', () => {
    for (const turns of [[], [{ role: 'agent', text: '您好' }], [{ role: 'user', ids: [4, 5] }]]) {
      for (const view of dialogueViews) expect(() => view({ turns })).not.toThrow();
    }
  });

  it('is measured against another model row by row', () => {
    const isPositive = dialogues.map((_, i) => i % 2 === 0);
    const good = isPositive.map((is, i) => Number(is) + (i % 7) / 10);
    const blind = good.map(() => 0.5);
    expect(aucGain(isPositive, good, blind).value).toBeCloseTo(auc(isPositive, good).value - 50, 6);
    expect(aucGain(isPositive, good, good)).toEqual({ value: 0, low: 0, high: 0 });
  });
});
