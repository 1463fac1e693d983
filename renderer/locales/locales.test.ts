import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conflictReasonSchema } from '#shared/protocol/errors';
import { en } from './en/index.ts';
import { phrases as phrasesEn } from './en/phrases.ts';
import { formatsOf } from './format.ts';
import { createWords, systemLocale } from './i18n.ts';
import { speechOf } from './spoken.ts';
import { zhCn } from './zh-cn/index.ts';
import { phrases as phrasesZh } from './zh-cn/phrases.ts';

type Words = { readonly [key: string]: string | Words };

function flatten(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}

/** Names in braces, without their formats. */
function holes(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').toSorted();
}

const both = { 'zh-CN': flatten(zhCn), en: flatten(en) };

describe('the two languages are equals', () => {
  it('have the same keys, but for plural forms', () => {
    const stems = (keys: Iterable<string>): string[] =>
      [...new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')))].toSorted();
    expect(stems(both.en.keys())).toEqual(stems(both['zh-CN'].keys()));
    expect(Object.keys(phrasesEn).toSorted()).toEqual(Object.keys(phrasesZh).toSorted());
  });

  it('have every plural form that their grammar needs', () => {
    for (const key of both.en.keys()) {
      if (key.endsWith('_one')) expect([...both.en.keys()]).toContain(key.replace(/_one$/, '_other'));
      if (key.endsWith('_other')) expect([...both.en.keys()]).toContain(key.replace(/_other$/, '_one'));
    }
    expect([...both['zh-CN'].keys()].filter((key) => key.endsWith('_one'))).toEqual([]);
  });

  it('name the same parameters in every text', () => {
    for (const [key, text] of both['zh-CN']) {
      const english = both.en.get(key) ?? '';
      const isOwnPlural = key.endsWith('_other');
      if (!isOwnPlural) expect({ key, holes: holes(english) }).toEqual({ key, holes: holes(text) });
    }
    for (const [code, text] of Object.entries(phrasesZh)) {
      expect({ code, holes: holes(phrasesEn[code as keyof typeof phrasesEn]) }).toEqual({
        code,
        holes: holes(text),
      });
    }
  });

  it('leave no Chinese in English and no half-width comma in Chinese', () => {
    for (const [key, text] of both.en) {
      if (!key.startsWith('settings.languages')) expect(text).not.toMatch(/\p{Script=Han}/u);
    }
    for (const text of both['zh-CN'].values()) expect(text).not.toMatch(/\p{Script=Han}[,?!]/u);
  });
});

/** The phrase codes that the server's sources name. */
function codesOfTheServer(): string[] {
  const backend = join(import.meta.dirname, '../../backend');
  const sources = readdirSync(backend, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(backend, path), 'utf8'));
  const named = /(?:code: |phrase\()'((?:tried|recommend|delivery|queue|notice)\.[a-z-]+)'/g;
  return [
    ...new Set(sources.flatMap((source) => [...source.matchAll(named)].map((match) => match[1] ?? ''))),
  ];
}

describe('words', () => {
  it('Q3 exist for every reason code that the server names', () => {
    const codes = codesOfTheServer();
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !(code in phrasesZh))).toEqual([]);
  });

  it('Q3 says reason codes in the reader’s language, and nothing for a code it does not know', () => {
    const reasons = [
      { code: 'mood.furious', params: {} },
      { code: 'mood.falling', params: { turns: 3 } },
      { code: 'not-a-code', params: {} },
      { code: 'bot-failed', params: { times: 2 } },
    ];
    expect(speechOf(createWords('zh-CN')).phrases(reasons)).toBe(
      '非常生气，三句话里越来越差，机器人两次没答上',
    );
    expect(speechOf(createWords('en')).phrases(reasons)).toBe(
      'very angry, worse for 3 turns, bot failed 2 times',
    );
  });

  it('exist for every reason that the server may give staff for a conflict', () => {
    const ofCustomersOnly = ['other-account', 'sold-out'];
    const reasons = conflictReasonSchema.options.filter((reason) => !ofCustomersOnly.includes(reason));
    const words = createWords('zh-CN');
    expect(reasons.filter((reason) => !words.exists(`conflict.${reason}`, { count: 2 }))).toEqual([]);
  });

  it('H7 say to staff in their language what the customer was told in theirs', () => {
    const coming = (minutes: number) => ({ code: 'notice.person-coming', params: { minutes } });
    const joined = { code: 'notice.person-joined', params: { zh: '林晓', en: 'Lin Xiao' } };
    const [chinese, english] = [speechOf(createWords('zh-CN')), speechOf(createWords('en'))];
    expect([coming(3), coming(0), joined].map(chinese.phrase)).toEqual([
      '正在转人工，约 3 分钟',
      '正在转人工，没有说要多久',
      '林晓 已加入',
    ]);
    expect([coming(3), coming(0), joined].map(english.phrase)).toEqual([
      'a person is joining, in about 3 min',
      'a person is joining, no time given',
      'Lin Xiao has joined',
    ]);
  });

  it('follow the system: Chinese for any Chinese, English for all others', () => {
    expect(systemLocale(['zh-TW', 'en'])).toBe('zh-CN');
    expect(systemLocale(['de-DE', 'zh'])).toBe('en');
    expect(systemLocale([])).toBe('en');
  });
});

describe('formats', () => {
  it('write money from fen without needless zeros', () => {
    expect(formatsOf('zh-CN').money(45_900)).toBe('¥459');
    expect(formatsOf('en').money(1_990)).toBe('¥19.90');
  });

  it('write running clocks and durations', () => {
    expect(formatsOf('en').clock(160_000)).toBe('2:40');
    expect(formatsOf('en').clock(3_760_000)).toBe('1:02:40');
    expect(formatsOf('zh-CN').duration(22 * 3_600_000)).toBe('22小时');
    expect(formatsOf('en').duration(90_000)).toBe('2 min');
    expect(formatsOf('zh-CN').duration(71 * 3_600_000)).toBe('2天');
  });
});
