import { describe, expect, it } from 'vitest';
import { causeOptions } from './cause-options.ts';

const tree = [
  {
    code: 'logistics',
    name: { zh: '物流', en: 'Delivery' },
    children: [
      { code: 'logistics.lost', name: { zh: '包裹丢失', en: 'Parcel lost' }, children: [] },
      { code: 'logistics.late', name: { zh: '仓库延误', en: 'Warehouse delay' }, children: [] },
    ],
  },
  { code: 'other', name: { zh: '其他', en: 'Other' }, children: [] },
];

describe('root causes to choose from', () => {
  it('are the leaves only, suggestions first', () => {
    const options = causeOptions(tree, [{ code: 'logistics.late', confidence: 0.86 }], {
      query: '',
      language: 'zh',
    });
    expect(options.map(({ code }) => code)).toEqual(['logistics.late', 'logistics.lost', 'other']);
    expect(options[0]).toEqual({ code: 'logistics.late', path: ['物流', '仓库延误'], confidence: 0.86 });
  });

  it('are found by words of either language, also of the branch', () => {
    const found = (query: string): string[] =>
      causeOptions(tree, [], { query, language: 'en' }).map(({ code }) => code);
    expect(found('物流 丢')).toEqual(['logistics.lost']);
    expect(found('delivery')).toEqual(['logistics.lost', 'logistics.late']);
    expect(found('nothing')).toEqual([]);
  });
});
