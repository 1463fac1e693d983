import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createLinearModel, softmax } from '../../backend/modules/language/index.ts';
import { cleanLabels } from './clean.ts';
import { readRows } from './data.ts';
import {
  accuracy,
  auc,
  calibrationError,
  f1,
  goldenTransfer,
  macroF1,
  recallAt,
  worstConfusions,
} from './metrics.ts';
import { fitTemperature, toModelBytes } from './pack.ts';
import { createRandom } from './random.ts';
import { recipes, samplesOf, type TextRow, trainByRecipe } from './recipes.ts';
import { expandPatterns } from './seeds/expand.ts';
import { loadScorer, trainTextModel } from './text-model.ts';
import { defaultOptions, logitsOf } from './trainer.ts';

/** Requests of three kinds, made of patterns, enough to learn from. */
function requests(): { text: string; label: string }[] {
  const kinds = {
    return: ['(我要|想|麻烦)(退货|退掉|退了)(这件|那双|昨天的)(衣服|鞋|杯子)'],
    ship: ['(今天|明天|什么时候|几号)(能|会)(发货|发出|寄出)(吗|呢|？)'],
    invoice: ['(能|可以|怎么)(开|补|拿)(发票|专票|电子票)(吗|呢|？)'],
  };
  return Object.entries(kinds).flatMap(([label, patterns]) =>
    expandPatterns(patterns, 30).map((text) => ({ text, label })),
  );
}

describe('expandPatterns', () => {
  it('draws different sentences, the same ones for the same seed', () => {
    const drawn = expandPatterns(['(a|b|c)(x|y|)'], 5, 3);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.every((text) => /^[abc][xy]?$/u.test(text))).toBe(true);
    expect(expandPatterns(['(a|b|c)(x|y|)'], 5, 3)).toEqual(drawn);
  });
});

describe('metrics', () => {
  const truth = ['a', 'a', 'b', 'b', 'b'];
  const guess = ['a', 'b', 'b', 'b', 'a'];

  it('counts what agrees, and puts the figure inside its interval', () => {
    const figure = accuracy(truth, guess);
    expect(figure.value).toBe(60);
    expect(figure.low).toBeLessThanOrEqual(60);
    expect(figure.high).toBeGreaterThanOrEqual(60);
  });

  it('takes F1 per class', () => {
    expect(macroF1(truth, guess).value).toBeCloseTo((100 * (0.5 + 4 / 6)) / 2, 6);
  });

  it('ranks: AUC 100 for a perfect order, 0 for the reverse, 50 for ties', () => {
    const isPositive = [true, true, false, false];
    expect(auc(isPositive, [4, 3, 2, 1]).value).toBe(100);
    expect(auc(isPositive, [1, 2, 3, 4]).value).toBe(0);
    expect(auc(isPositive, [1, 1, 1, 1]).value).toBe(50);
  });

  it('finds recall at a share of false alarms', () => {
    const isPositive = [true, true, true, true, ...Array.from({ length: 20 }, () => false)];
    const scores = [9, 8, 7, 0, ...Array.from({ length: 20 }, (_, i) => (i === 0 ? 7.5 : 1))];
    expect(recallAt(0.05, isPositive, scores).value).toBe(75);
    expect(recallAt(0, isPositive, scores).value).toBe(50);
  });

  it('takes F1 of the positive rows', () => {
    expect(f1([true, true, false, false], [true, false, true, false]).value).toBeCloseTo(50, 6);
  });

  it('counts a transfer near the right turn for less, and silence as right only where none was due', () => {
    const truth = [[4], [], [2], []];
    expect(goldenTransfer(truth, [[4], [], [2], []], 1).value).toBe(100);
    expect(goldenTransfer(truth, [[], [], [], []], 1).value).toBe(50);
    expect(goldenTransfer(truth, [[5], [1], [2], []], 1).value).toBeCloseTo(25 * (Math.exp(-0.5) + 2), 6);
    expect(goldenTransfer([[4]], [[5]], 3).value).toBeGreaterThan(goldenTransfer([[4]], [[5]], 1).value);
  });

  it('measures calibration and names confusions', () => {
    expect(calibrationError([0.95, 0.95], [true, true])).toBeCloseTo(5, 6);
    expect(worstConfusions(truth, guess, 1)).toEqual([['a', 'b', 1]]);
  });
});

describe('training', () => {
  const rows = requests();
  const recipe = { ...recipes['intent-zh'], cleaning: undefined };
  const train = rows.filter((_, i) => i % 4 !== 0);
  const test = rows.filter((_, i) => i % 4 === 0);
  const { cleaning: _, ...plain } = recipe;

  it('learns, and the packed file says what the fit says', () => {
    const { fitted } = trainByRecipe(train, plain);
    const model = createLinearModel(toModelBytes(fitted, 0.7));
    const logits = logitsOf(fitted, samplesOf(test, plain, fitted.options.classes));
    test.forEach((row, i) => {
      const packed = model.predict(row.text);
      const exact = softmax(logits[i] as Float64Array, 0.7);
      expect(model.classes[packed.indexOf(Math.max(...packed))]).toBe(row.label);
      packed.forEach((value, c) => {
        expect(Math.abs(value - (exact[c] as number))).toBeLessThan(0.05);
      });
    });
  });

  it('gives the same bytes for the same rows', () => {
    const bytes = () => Buffer.from(toModelBytes(trainByRecipe(train, plain).fitted, 1)).toString('base64');
    expect(bytes()).toBe(bytes());
  });

  it('holds no text of its training rows in the weight file', () => {
    const text = Buffer.from(toModelBytes(trainByRecipe(train, plain).fitted, 1)).toString('utf8');
    expect(['退货', '发票', '发货'].filter((word) => text.includes(word))).toEqual([]);
  });

  it('refuses bytes that are not a weight file, or cut short', () => {
    const bytes = toModelBytes(trainByRecipe(train, plain).fitted, 1);
    expect(() => createLinearModel(new Uint8Array([1, 2, 3]))).toThrow('not a Baton weight file');
    expect(() => createLinearModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
  });

  it('finds planted wrong labels', () => {
    const random = createRandom(5);
    const classes = ['invoice', 'return', 'ship'];
    const wrong = new Set<number>();
    const noisy: TextRow[] = rows.map((row, i) => {
      if (random() > 0.15) {
        return row;
      }
      wrong.add(i);
      return { ...row, label: classes.find((name) => name !== row.label) ?? '' };
    });
    const options = {
      ...defaultOptions,
      ...plain.options,
      name: 'test',
      classes,
      shape: plain.shape,
      smoothing: 0.05,
    };
    const cleaned = cleanLabels(samplesOf(noisy, plain, classes), options, {
      dropBelow: 0.3,
      relabelAbove: 0.5,
      folds: 5,
    });
    const right = cleaned.keep.filter((i, k) => classes[cleaned.labels[k] as number] === rows[i]?.label);
    expect(wrong.size).toBeGreaterThan(5);
    expect(right.length).toBeGreaterThan(0.95 * cleaned.keep.length);
    expect(cleaned.keep.length).toBeGreaterThan(0.9 * rows.length);
  });

  it('learns a temperature that undoes false modesty', () => {
    const modest = Array.from({ length: 100 }, () => Float64Array.of(0.5, 0));
    const labels = Array.from({ length: 100 }, (_, i) => (i < 95 ? 0 : 1));
    const temperature = fitTemperature(modest, labels);
    expect(softmax(Float64Array.of(0.5, 0), temperature)[0]).toBeCloseTo(0.92, 1);
  });
});

describe('the command line', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-models-'));
  const file = join(folder, 'rows.jsonl.gz');
  writeFileSync(
    file,
    gzipSync(
      requests()
        .map((row) => JSON.stringify(row))
        .join('\n'),
    ),
  );

  function run(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
    const script = join(import.meta.dirname, 'cli.ts');
    const done = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
    return { status: done.status, out: done.stdout, err: done.stderr };
  }

  it('trains and scores, from text and from ready tokens', () => {
    trainTextModel('intent-en', { train: readRows(file), dev: [] }, folder);
    const scorer = loadScorer('intent-en', folder);
    expect(scorer({ text: '可以开发票吗' }).label).toBe('invoice');
    const codes = (text: string) => [...text].map((char) => char.codePointAt(0) ?? 0);
    const tokens = readRows<TextRow>(file).map((row) => ({
      label: row.label,
      tokens: codes(row.text ?? ''),
    }));
    trainTextModel('polarity', { train: tokens, dev: [] }, folder);
    expect(loadScorer('polarity', folder)({ tokens: codes('今天能发货吗') }).label).toBe('ship');
  });

  it('scores moods through the pipe, one line for each', () => {
    const input =
      '{"id":1,"text":"你们就是骗子！退钱！！"}\n{"id":"b","text":"is it in stock?","lang":"en"}\n';
    const { out, status } = run(['score', '--task', 'mood'], input);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(first).toMatchObject({ id: 1, label: 'anger' });
    expect(first.scores.anger).toBeLessThanOrEqual(first.scores.complaint);
    expect(first.scores.negative + first.scores.neutral + first.scores.positive).toBeCloseTo(1, 3);
    expect(second).toMatchObject({ id: 'b', label: 'neutral' });
  });

  it('numbers the 118 Chinese intents, and searches documents', () => {
    const scored = run(['score', '--task', 'intent-zh'], '{"id":1,"text":"退货运费谁承担"}\n');
    expect(JSON.parse(scored.out)).toMatchObject({ label: 105, intent: '买家咨询退换货运费由谁承担' });
    const docs = join(folder, 'docs.jsonl');
    writeFileSync(docs, '{"id":7,"q":"怎么退货"}\n{"id":8,"q":"多久发货"}\n');
    const found = run(['search', '--docs', docs, '--k', '1'], '{"id":"q","q":"如何退货"}\n');
    expect(JSON.parse(found.out)).toMatchObject({ id: 'q', hits: [{ id: 7 }] });
  });

  it('learns from dialogues when to hand off, by turn', () => {
    const dialogues = Array.from({ length: 60 }, (_, i) => ({
      id: i,
      turns: [
        { role: 'user', text: i % 2 ? '你们太过分了，不解决问题' : '请问什么时候发货', handoff: i % 2 },
        { role: 'bot', text: '亲，正在为您查询' },
        { role: 'user', text: i % 3 ? '好的' : '谢谢', handoff: 0 },
      ],
    }));
    const path = join(folder, 'dialogues.jsonl');
    const out = join(folder, 'handoff');
    writeFileSync(path, dialogues.map((dialogue) => JSON.stringify(dialogue)).join('\n'));
    expect(run(['train', '--task', 'handoff', '--train', path, '--out', out]).status).toBe(0);
    const scored = run(
      ['dialogue', '--task', 'handoff', '--model', out],
      readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n'),
    );
    const [calm, upset] = scored.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(calm).toMatchObject({ id: 0, label: 0 });
    expect(upset).toMatchObject({
      id: 1,
      label: 1,
      turns: [{ label: 1 }, { label: 0 }, { label: 0 }],
    });
  });

  it('serves the shipped handoff and emotion models, for text, tokens and ids alike', () => {
    const dialogue = {
      id: 1,
      turns: [
        { role: 'user', text: '你好，请问快递到哪了' },
        { role: 'bot', text: '正在为您查询' },
        { role: 'user', tokens: ['都', '第四天', '了', '骗子'] },
        { role: 'user', text: 'I want to talk to a human' },
        { role: 'user', ids: [4, 5, 6] },
      ],
    };
    const handoff = run(['dialogue', '--task', 'handoff'], JSON.stringify(dialogue));
    const { turns } = JSON.parse(handoff.out);
    expect(turns.map((turn: { label: number }) => turn.label).slice(0, 4)).toEqual([0, 0, 1, 1]);
    const emotion = run(
      ['score', '--task', 'emotion'],
      '{"id":1,"text":"气死我了"}\n{"id":2,"text":"I love it"}\n',
    );
    expect(emotion.out).toContain('"label":"angry"');
    expect(emotion.out).toContain('"label":"joy"');
  });

  it('says plainly what is missing', () => {
    expect(run(['score', '--task', 'weather'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('--task must be one of'),
    });
    expect(run(['train', '--task', 'polarity'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('--train is missing'),
    });
    expect(run(['ship', '--data', folder])).toMatchObject({
      status: 1,
      err: expect.stringContaining('The data is not there'),
    });
    expect(run(['score', '--task', 'polarity'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('No model for polarity is shipped'),
    });
    expect(run(['score', '--task', 'mood'], 'not json\n')).toMatchObject({
      status: 1,
      err: expect.stringContaining('line 1 is not JSON'),
    });
    expect(run([])).toMatchObject({ status: 2, out: expect.stringContaining('npm run -s models') });
  });
});
