import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForPerson, createIntentModel, type IntentName, intentNames } from './index.ts';

type Example = { text: string; intent: IntentName };

const model = createIntentModel();

describe.each(['zh', 'en'] as const)('the intents of handwritten messages (%s)', (language) => {
  const lines = readFileSync(new URL(`./regression/intent-${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const examples = lines.map((line) => JSON.parse(line) as Example);

  it('understands at least nine in ten', () => {
    const misread = examples
      .map((example) => ({ ...example, said: model.classify(example.text, language).intent }))
      .filter(({ intent, said }) => intent !== said)
      .map(({ text, intent, said }) => `${text}: ${intent}, read as ${said}`);
    expect(misread.length, misread.join('\n')).toBeLessThanOrEqual(examples.length / 10);
  });

  it('covers every intent', () => {
    expect(new Set(examples.map(({ intent }) => intent))).toEqual(new Set(intentNames));
  });
});

describe('H1 an explicit wish for a person', () => {
  it.each([
    '转人工',
    '人工',
    '人工客服',
    '我要找真人',
    '能不能换个人跟我说',
    '叫你们经理来',
    '不要机器人',
    '有没有人工服务',
    'agent',
    'I want to talk to a human',
    'Can I speak to someone please',
    'get me a real person',
    'connect me with customer support staff',
    'let me talk to your manager',
    'no more bots please',
  ])('is heard in "%s"', (text) => {
    expect(asksForPerson(text)).toBe(true);
    expect(model.classify(text)).toMatchObject({ intent: 'human', confidence: 1, isExplicitWish: true });
  });

  it.each([
    '你是机器人吗',
    '不用转人工，我自己看看',
    '这是人工皮革吗',
    '人工智能音箱多少钱',
    'are you a human?',
    'is this a bot',
    'does it contain human hair',
    'your agent was very helpful',
    'I do not need an agent',
    '我找不到订单',
    '人工客服几点下班',
    'when does support close',
  ])('is not heard in "%s"', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});

describe('createIntentModel', { timeout: 60_000 }, () => {
  it('gives scores of every flow that add up to 1, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { scores, intent, confidence } = model.classify(text);
        expect(Object.values(scores).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
        expect(scores[intent]).toBe(confidence);
      }),
    );
  });
});
