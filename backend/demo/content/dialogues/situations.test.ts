import { describe, expect, it } from 'vitest';
import { catalogue, productById, substitutesOf } from '../catalogue/catalogue.ts';
import { articles } from '../knowledge/knowledge.ts';
import type { DemoOrder } from '../people/people.ts';
import { rootCauseLeaves } from '../staff/root-causes.ts';
import { fillSlots, slotsOf } from './fill-slots.ts';
import { readScript } from './script.ts';
import { situations } from './situations.ts';
import { words } from './words.ts';

const languages = ['zh', 'en'] as const;
const han = /\p{Script=Han}/u;
const scripts = situations.flatMap((situation) =>
  languages.flatMap((language) =>
    situation[language].map((text) => ({ situation, language, script: readScript(text) })),
  ),
);
const wordingsOf = (script: ReturnType<typeof readScript>) =>
  script.steps.flatMap((step) => ('wordings' in step ? step.wordings : []));

const order: DemoOrder = {
  number: 'SY261122000001',
  status: 'shipped',
  placedAt: new Date('2026-11-18T03:00:00Z'),
  promisedAt: null,
  totalFen: 45_900,
  lines: [],
  carrier: 'Longsail',
  trackingNumber: 'QN1',
  tracking: [],
  trouble: null,
};

function slotsFor(language: 'zh' | 'en', withOrder: boolean): Record<string, string> {
  const product = productById('featherlight-down-jacket');
  const [variant] = product.variants;
  const [alternative] = substitutesOf(product);
  if (variant === undefined || alternative === undefined) throw new Error('the jacket has lost its variants');
  const subject = {
    language,
    city: 'X',
    product,
    variant,
    alternative,
    order: withOrder ? order : null,
    days: 3,
  };
  return { ...slotsOf(subject), agent: 'Y' };
}

describe('the situations', () => {
  it('are at least 40, each with an id of its own, told in both languages', () => {
    expect(situations.length).toBeGreaterThanOrEqual(40);
    expect(new Set(situations.map(({ id }) => id)).size).toBe(situations.length);
    for (const { id, zh, en } of situations) {
      expect(zh.length, id).toBeGreaterThan(0);
      expect(en.length, id).toBeGreaterThan(0);
    }
  });

  it('end in a root cause that can be chosen, and leave none out', () => {
    const leaves = rootCauseLeaves().map(({ code }) => code);
    for (const { id, causeCode } of situations) expect(leaves, id).toContain(causeCode);
    const told = new Set(situations.map(({ causeCode }) => causeCode));
    expect(leaves.filter((code) => !told.has(code)).length).toBeLessThan(leaves.length / 4);
  });

  it('are about things that the shop sells', () => {
    for (const { id, categories, drawings } of situations) {
      const about = catalogue.filter(
        (product) =>
          (drawings?.includes(product.drawing) ?? true) && (categories?.includes(product.category) ?? true),
      );
      expect(about.length, id).toBeGreaterThan(0);
    }
  });

  it('begin with the customer and bring a person in before one speaks', () => {
    for (const { situation, script } of scripts) {
      const kinds = script.steps.map(({ kind }) => kind);
      expect(kinds[0], situation.id).toBe('customer');
      const handoff = kinds.indexOf('handoff');
      const person = kinds.findIndex((kind) => kind === 'agent' || kind === 'note');
      if (person >= 0) expect(handoff >= 0 && handoff < person, situation.id).toBe(true);
      expect(kinds.filter((kind) => kind === 'handoff').length, situation.id).toBeLessThanOrEqual(1);
      if (handoff >= 0) expect(kinds.slice(handoff), situation.id).not.toContain('bot');
    }
  });

  it('quote articles and show products that exist', () => {
    const ids = articles.map(({ id }) => id);
    for (const { situation, script } of scripts) {
      for (const wording of wordingsOf(script)) {
        if (wording.startsWith('@')) expect(ids, situation.id).toContain(wording.slice(1));
      }
      for (const step of script.steps) {
        if (step.kind === 'card' && !/^(product|alt)( |$)/.test(step.what)) productById(step.what);
      }
    }
  });

  it('are written in the language that they claim, and every slot has its value', () => {
    for (const { situation, language, script } of scripts) {
      const slots = slotsFor(language, true);
      for (const wording of wordingsOf(script).filter((text) => !text.startsWith('@'))) {
        const text = fillSlots(wording, slots);
        expect(text, situation.id).not.toMatch(/[{}]/);
        if (language === 'en') expect(wording, situation.id).not.toMatch(han);
      }
    }
  });

  it('never say the same words in two scripts where it would show: no two begin alike', () => {
    for (const language of languages) {
      const openings = scripts
        .filter((script) => script.language === language)
        .flatMap(({ script: { steps } }) => (steps[0]?.kind === 'customer' ? steps[0].wordings : []));
      expect(new Set(openings).size).toBe(openings.length);
    }
  });
});

describe('the slots', () => {
  it('about an order are missing without one, and say so', () => {
    expect(() => fillSlots('where is {order}', slotsFor('en', false))).toThrow(/\{order\}/);
    expect(fillSlots('{date}', slotsFor('zh', true))).toBe('11月18日');
    expect(fillSlots('{date}', slotsFor('en', true))).toBe('Nov 18');
  });

  it('know an everyday word for everything the shop draws', () => {
    for (const { drawing } of catalogue) expect(words[drawing].zh).toMatch(han);
  });
});

describe('reading a script', () => {
  it('refuses what it cannot read, and quotes it', () => {
    expect(() => readScript('c: hello')).toThrow(/c: hello/);
    expect(() => readScript('x: hello\n= solved: ')).toThrow(/x: hello/);
    expect(() => readScript('h: because\n= solved: ')).toThrow(/because/);
    expect(() => readScript('c: hello\n= lost: ')).toThrow(/lost/);
  });

  it('keeps wordings, outcome and comment apart', () => {
    expect(readScript('c: a | b\nh: anger\na: c\np: alt\n= promised: later')).toEqual({
      steps: [
        { kind: 'customer', wordings: ['a', 'b'] },
        { kind: 'handoff', trigger: 'anger' },
        { kind: 'agent', wordings: ['c'] },
        { kind: 'card', what: 'alt' },
      ],
      outcome: 'promised',
      comment: 'later',
    });
  });
});
