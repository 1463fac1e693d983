import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language';
import { openDemoShop, type Shop } from '../../support/shop.ts';
import type { Script } from './dialogue.ts';
import { filled, namesIn, turnFaults, withClock } from './playing.ts';
import { scripts } from './scripts/index.ts';
import { beginTalk } from './talk.ts';

let shop: Shop;
/** Each talk has a customer of its own, so that none goes on where another stopped. */
const taken = new Set<string>();

beforeAll(async () => {
  shop = await openDemoShop();
}, 240_000);
afterAll(() => shop.close());

/** Plays a script to its end; tells how many turns went as they have to. */
async function play(script: Script, language: Language): Promise<number> {
  const talk = await beginTalk(shop, { talker: script.talker, language, taken });
  const names = await namesIn(shop, talk);
  await withClock(shop, script, async () => {
    for (const step of script.steps) {
      const lines = [step.say].flat().map((line) => filled(line, names));
      const turn = await talk.say(...lines);
      expect(turnFaults(step, turn, names), `${lines.join(' / ')} → ${JSON.stringify(turn)}`).toEqual([]);
    }
  });
  await talk.end();
  return script.steps.length;
}

describe('the scripts', () => {
  it('are at least two hundred, about as many in either language', () => {
    const { zh, en } = scripts;
    expect(zh.length + en.length).toBeGreaterThanOrEqual(200);
    expect(Math.abs(zh.length - en.length)).toBeLessThan(20);
  });
});

describe('the bot in Chinese', () => {
  for (const script of scripts.zh) {
    it(script.title, async () => {
      expect(await play(script, 'zh')).toBe(script.steps.length);
    });
  }
});

describe('the bot in English', () => {
  for (const script of scripts.en) {
    it(script.title, async () => {
      expect(await play(script, 'en')).toBe(script.steps.length);
    });
  }
});
