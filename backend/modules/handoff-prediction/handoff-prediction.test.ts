import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceOf,
  courseSignals,
  createHandoffPredictor,
  logOddsOf,
  type PredictionTurn,
  readCourse,
} from './index.ts';

const predictor = createHandoffPredictor();

function talk(...lines: string[]): PredictionTurn[] {
  return lines.map((line) =>
    line.startsWith('> ') ? { author: 'bot', text: line.slice(2) } : { author: 'customer', text: line },
  );
}

describe('readCourse', () => {
  const said = (isCustomer: boolean, text: string) => ({ isCustomer, units: text.split(' ') });

  it('sees what comes again, by speaker, and nothing of what comes later', () => {
    const turns = [
      said(true, 'where is it'),
      said(false, 'please wait a day'),
      said(true, 'where is it now'),
      said(false, 'please wait a day'),
    ];
    const at = readCourse([...turns, said(true, 'where is it now')]);
    const signal = (turn: number, name: (typeof courseSignals)[number]) =>
      at(turn)[courseSignals.indexOf(name)];
    expect(signal(0, 'mostLikeOwn')).toBe(0);
    expect(signal(2, 'mostLikeOwn')).toBeCloseTo(3 / Math.sqrt(12), 6);
    expect(signal(3, 'sameAsOwn')).toBe(1);
    expect(signal(4, 'botSaidSame')).toBe(1);
    expect(signal(4, 'sameAsOwn')).toBe(1);
    expect(readCourse(turns)(2)).toEqual(at(2));
  });
});

describe('createHandoffPredictor', () => {
  const calm = talk('你好', '> 您好，有什么可以帮您？', '请问这款有黑色吗');
  const stuck = talk(
    '我的快递怎么还没到',
    '> 您的包裹正在运输途中，请耐心等待。',
    '已经等了十天了，到底在哪',
    '> 您的包裹正在运输途中，请耐心等待。',
    '我的快递到底在哪',
    '> 您的包裹正在运输途中，请耐心等待。',
    '我的快递到底在哪',
  );

  it('Q1 H1 gives a stuck, unhappy dialogue a far higher chance than a calm one, in both languages', () => {
    const quiet = predictor.predictHandoff({ turns: calm, moods: [0, 0], misses: 0 });
    const bad = predictor.predictHandoff({ turns: stuck, moods: [-0.2, -0.4, -0.5, -0.6], misses: 2 });
    expect(quiet.isAdvised).toBe(false);
    expect(bad.isAdvised).toBe(true);
    const english = predictor.predictHandoff({
      turns: talk(
        'where is my parcel',
        '> Your parcel is on its way, please be patient.',
        "it's been ten days, where is it",
        '> Your parcel is on its way, please be patient.',
        'where is my parcel',
        '> Your parcel is on its way, please be patient.',
        'where is my parcel',
      ),
      moods: [-0.1, -0.4, -0.5, -0.6],
      misses: 2,
    });
    expect(english.isAdvised).toBe(true);
    expect(quiet.probability).toBeLessThan(0.25);
  });

  it('H1 says why, in codes that any reader’s language has words for', () => {
    const { reasons } = predictor.predictHandoff({
      turns: stuck,
      moods: [-0.2, -0.4, -0.5, -0.6],
      misses: 2,
    });
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.map(({ code }) => code)).toContain('predicted.bot-repeats');
    expect(reasons.every(({ code }) => code.startsWith('predicted.'))).toBe(true);
  });

  it('foretells nothing where the customer has not spoken last', () => {
    const turns = talk('你好', '> 您好');
    expect(predictor.predictHandoff({ turns, moods: [0], misses: 0 })).toEqual({
      probability: 0,
      isAdvised: false,
      reasons: [],
    });
    expect(predictor.predictHandoff({ turns: [], moods: [], misses: 0 }).probability).toBe(0);
  });

  it('never advises it on a first, friendly message, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const turns: PredictionTurn[] = [{ author: 'customer', text }];
        const { probability, isAdvised } = predictor.predictHandoff({ turns, moods: [0.3], misses: 0 });
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(isAdvised).toBe(false);
      }),
    );
  });

  it('reads tokens as it reads text', () => {
    const tokens: PredictionTurn[] = stuck.map(({ author, text = '' }) => ({ author, tokens: [...text] }));
    const moods = [-0.2, -0.4, -0.5, -0.6];
    const byTokens = predictor.predictHandoff({ turns: tokens, moods, misses: 0 });
    expect(byTokens.probability).toBeGreaterThan(0.3);
  });
});

describe('logOddsOf', () => {
  it('adds up the leaves that a row reaches', () => {
    const tree = { feature: [-1, 0, -1, -1], threshold: [0, 0.5, 0, 0], value: [0, 0, -1, 2] };
    const trees = { base: 0.25, trees: [tree, tree] };
    expect(logOddsOf(trees, [0.4])).toBe(-1.75);
    expect(logOddsOf(trees, [0.5])).toBe(4.25);
    expect(chanceOf(0)).toBe(0.5);
  });
});
