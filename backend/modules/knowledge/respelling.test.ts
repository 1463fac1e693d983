import { describe, expect, it } from 'vitest';
import { createRespelling } from './respelling.ts';

const read = createRespelling([
  '三层防水冲锋衣',
  '可收纳防风外套',
  'Packable Windbreaker',
  'Merino Base Layer',
]);

describe('names as they are mistyped', () => {
  it.each([
    ['冲峰衣多少钱', '冲锋衣多少钱'],
    ['有没有防峰外套', '有没有防风外套'],
    ['is the windbraker in stock', 'is the windbreaker in stock'],
    ['merion base layer', 'merino base layer'],
  ])('reads %s as %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each(['冲锋衣有货吗', '我要退货', 'where is my parcel', 'windbreakers please', ''])(
    'leaves %s',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );
});
