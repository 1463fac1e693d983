import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import type { ClosedCase } from './ports.ts';
import { createCaseIndex } from './similar-cases.ts';

const past: [words: string, causeCode: string, intent: string][] = [
  ['快递三天没动静了，物流一直停在中转站', 'logistics.carrier.stuck', 'order.delivery'],
  ['物流卡住不更新，什么时候能到', 'logistics.carrier.stuck', 'order.delivery'],
  ['包裹停在中转站五天了，没有物流信息', 'logistics.carrier.stuck', 'order.delivery'],
  ['显示签收了但我没收到包裹', 'logistics.carrier.not-handed-over', 'order.delivery'],
  ['衣服起球，洗一次就坏了', 'quality.wear', 'return.request'],
  ['鞋子开胶了，质量太差要退货', 'quality.wear', 'return.request'],
  ['The zipper broke after one day, bad quality', 'quality.wear', 'return.request'],
  ['My parcel has been stuck in transit for a week', 'logistics.carrier.stuck', 'order.delivery'],
];

const none: ReadonlySet<string> = new Set();

function filled() {
  const index = createCaseIndex();
  for (const [words, causeCode, intent] of past) index.add(closedCase({ words, causeCode, intent }));
  return index;
}

function closedCase(more: Partial<ClosedCase>): ClosedCase {
  const conversationId = crypto.randomUUID() as ConversationId;
  return {
    conversationId,
    causeCode: 'x',
    words: '',
    language: 'zh',
    intent: null,
    closedAt: new Date(),
    ...more,
  };
}

describe('causes proposed from similar cases', () => {
  it('puts first what the most similar conversations had, in either language', () => {
    const index = filled();
    const first = (words: string) => index.suggest({ words, intent: null, lateness: null }, none)[0]?.code;
    expect(first('我的物流停在中转站不动了')).toBe('logistics.carrier.stuck');
    expect(first('鞋子质量不行，开胶')).toBe('quality.wear');
    expect(first('it says delivered... stuck in transit, where is my parcel')).toBe(
      'logistics.carrier.stuck',
    );
    expect(first('显示已经签收，可是没收到')).toBe('logistics.carrier.not-handed-over');
  });

  it('gives at most three, likeliest first, with confidences that add up to one at most', () => {
    const suggestions = filled().suggest(
      { words: '包裹没收到，物流停了，质量也差', intent: 'order.delivery', lateness: null },
      none,
    );
    expect(suggestions.length).toBeGreaterThan(1);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    const confidences = suggestions.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1);
  });

  it('proposes nothing without evidence, and by the intent alone where that is what is known', () => {
    const index = filled();
    expect(index.suggest({ words: 'xyz qwerty', intent: null, lateness: null }, none)).toEqual([]);
    expect(index.suggest({ words: '', intent: 'never-seen', lateness: null }, none)).toEqual([]);
    expect(
      createCaseIndex().suggest({ words: '物流停了', intent: 'order.delivery', lateness: null }, none),
    ).toEqual([]);
    expect(index.suggest({ words: '', intent: 'order.delivery', lateness: null }, none)[0]?.code).toBe(
      'logistics.carrier.stuck',
    );
  });

  it('forgets the old cause of a conversation that was closed again with another', () => {
    const index = createCaseIndex();
    const known = closedCase({ words: '帐篷漏水', causeCode: 'old' });
    index.add(known);
    index.add({ ...known, causeCode: 'new' });
    expect(
      index.suggest({ words: '帐篷漏水了', intent: null, lateness: null }, none).map(({ code }) => code),
    ).toEqual(['new']);
  });

  it('hears the late order in the books, after what was said and only where the tree has its cause', () => {
    const codes = new Set(['logistics.warehouse-delay', 'logistics.carrier.stuck']);
    const silent = { words: '你们怎么回事', intent: null, lateness: 'unsent' } as const;
    expect(filled().suggest(silent, codes)[0]?.code).toBe('logistics.warehouse-delay');
    expect(filled().suggest(silent, none)).toEqual([]);
    const told = { words: '鞋子开胶了，质量太差', intent: null, lateness: 'stuck' } as const;
    const causes = filled().suggest(told, codes);
    expect(causes.map(({ code }) => code).slice(0, 2)).toEqual(['quality.wear', 'logistics.carrier.stuck']);
  });
});
