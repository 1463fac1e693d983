import { describe, expect, it } from 'vitest';
import { extractEntities } from './entities.ts';
import { dayOf } from './index.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

describe('a day as customers say it', () => {
  it.each([
    ['今天', '2026-11-22'],
    ['昨天', '2026-11-21'],
    ['大前天', '2026-11-19'],
    ['后天', '2026-11-24'],
    ['上周五', '2026-11-13'],
    ['这周五', '2026-11-20'],
    ['周五', '2026-11-27'],
    ['下周一', '2026-11-23'],
    ['三天前', '2026-11-19'],
    ['两周前', '2026-11-08'],
    ['12月3日', '2026-12-03'],
    ['yesterday', '2026-11-21'],
    ['last friday', '2026-11-20'],
    ['next monday', '2026-11-23'],
    ['by friday', '2026-11-27'],
    ['2 days ago', '2026-11-20'],
    ['a week ago', '2026-11-15'],
    ['Nov 11', '2026-11-11'],
  ])('%s is %s', (said, day) => {
    expect(dayOf(said, TODAY)).toBe(day);
  });

  it.each(['上周', '月底', 'last week', '2月30日'])('%s is no single day', (said) => {
    expect(dayOf(said, TODAY)).toBeNull();
  });

  it.each([
    ['我上周五下的单', '上周五'],
    ['三天前就付款了', '三天前'],
    ['ordered it last Friday', 'last Friday'],
    ['it was 2 days ago', '2 days ago'],
  ])('is found in “%s”', (text, said) => {
    expect(extractEntities(text)).toContainEqual(expect.objectContaining({ kind: 'date', text: said }));
  });
});

describe('a sum as customers say it', () => {
  it.each([
    ['花了两百块', '20000'],
    ['三百五十块买的', '35000'],
    ['付了¥1,299.00', '129900'],
  ])('%s is %s fen', (text, value) => {
    expect(extractEntities(text)).toContainEqual(expect.objectContaining({ kind: 'amount', value }));
  });
});
