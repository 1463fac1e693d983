import { describe, expect, it } from 'vitest';
import { isAboutBot, pickedChoice } from './answers.ts';
import { findEntities } from './entities.ts';
import { isQuestion } from './flows/faq.ts';
import { asksWhatYouAre, socialWord } from './flows/social-words.ts';
import { sensitiveSubject } from './sensitive-subjects.ts';

const choices = [
  { text: 'SY1 旅行茶具', means: 'order:1' },
  { text: 'SY2 植鞣皮带', means: 'order:2' },
  { text: '转人工', means: 'person' },
];

describe('which of the offered choices is meant', () => {
  it.each([
    ['转人工', 'person'],
    ['转人工！', 'person'],
    ['第一个', 'order:1'],
    ['2', 'order:2'],
    ['皮带', 'order:2'],
    ['the second one', 'order:2'],
    ['我要退货', null],
    ['SY', null],
    ['', null],
  ])('“%s”', (text, means) => {
    expect(pickedChoice(text, choices)?.means ?? null).toBe(means);
  });
});

describe('subjects that a bot must leave to a person', () => {
  it.each([
    ['我被帐篷杆划伤了', 'injury'],
    ['孩子用了之后过敏起疹子', 'injury'],
    ['the kettle caught fire', 'danger'],
    ['我要打12315投诉', 'legal'],
    ['you will hear from my lawyer', 'legal'],
    ['你们把我的电话泄露出去了', 'privacy'],
    ['我要找记者曝光你们', 'media'],
    ['有人冒充你们客服让我转账', 'fraud'],
    ['my 9-year-old ordered this', 'minors'],
    ['孩子拿我手机偷偷下单了', 'minors'],
    ['I want to kill myself', 'self-harm'],
  ])('“%s” is about %s', (text, subject) => {
    expect(sensitiveSubject(text)).toBe(subject);
  });

  it.each([
    '怎么注销账号',
    '隐私政策在哪看',
    '这件衣服孩子能穿吗',
    '快递到哪了',
    'do you have a size for my son',
    'is the tent fire resistant',
    'can you courier it to me',
    'what data do you keep about me',
  ])('“%s” is not', (text) => {
    expect(sensitiveSubject(text)).toBeNull();
  });
});

describe('small words', () => {
  it.each([
    ['你好！', 'greeting'],
    ['thanks a lot', 'thanks'],
    ['好的', 'acknowledge'],
    ['bye', 'goodbye'],
    ['你好我要退货', null],
  ])('“%s”', (text, word) => {
    expect(socialWord(text)).toBe(word);
  });

  it.each(['你是机器人吗', '您是真人吗？', 'are you a bot?', 'am I talking to a real person'])(
    'T8: “%s” asks what it is',
    (text) => {
      expect(asksWhatYouAre(text)).toBe(true);
    },
  );

  it.each(['答非所问', '不是这个意思', 'that’s not what I asked', 'wrong answer. again.'])(
    '“%s” says that the answer missed',
    (text) => {
      expect(isAboutBot(text)).toBe(true);
    },
  );

  it.each([
    ['退货运费谁出', true],
    ['我要退货', false],
    ['how do I return it', true],
    ['I want my money back', false],
  ])('“%s” is a question: %s', (text, is) => {
    expect(isQuestion(text)).toBe(is);
  });
});

describe('what goes on the record', () => {
  it('T7: says that a phone number was named, not which', () => {
    const found = findEntities('订单SY25112200391，电话13812345678，M码', '2026-11-22');
    expect(found).toContainEqual({ type: 'order-number', value: 'SY25112200391' });
    expect(JSON.stringify(found)).not.toContain('13812345678');
  });
});
