import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language';
import { openDemoShop, type Shop } from '../../support/shop.ts';
import type { Script, ScriptStep } from './dialogue.ts';
import { chineseEdgeScripts, englishEdgeScripts } from './dialogues-edges.ts';
import { englishScripts } from './dialogues-en.ts';
import { chineseScripts } from './dialogues-zh.ts';
import { chineseOrderScripts } from './dialogues-zh-orders.ts';
import { type BotTurn, beginTalk } from './talk.ts';

let shop: Shop;
/** Each talk has a customer of its own, so that none goes on where another stopped. */
const taken = new Set<string>();

beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

/** Plays a script to its end; tells how many turns went as they have to. */
async function play(script: Script, language: Language): Promise<number> {
  const talk = await beginTalk(shop, { talker: script.talker, language, taken });
  const stranger = await shop.db
    .selectFrom('orders')
    .select('number')
    .where('status', '=', 'shipped')
    .where('id', 'not in', [
      ...talk.orders.map((order) => order.id),
      '00000000-0000-4000-8000-000000000000' as never,
    ])
    .orderBy('number')
    .executeTakeFirstOrThrow();
  const names = { $O: talk.order?.number ?? '', $X: stranger.number };
  for (const step of script.steps) {
    const lines = [step.say].flat().map((line) => filled(line, names));
    check(step, await talk.say(...lines), names);
  }
  return script.steps.length;
}

function check(step: ScriptStep, turn: BotTurn, names: Names): void {
  const what = `${[step.say].flat().join(' / ')} → ${JSON.stringify(turn)}`;
  for (const must of step.must ?? []) expect(turn.text, what).toMatch(named(must, names));
  for (const never of step.mustNot ?? []) expect(turn.text, what).not.toMatch(named(never, names));
  for (const kind of step.cards ?? []) expect(turn.cards, what).toContain(kind);
  if (step.offers) expect(turn.choices.join(' | '), what).toMatch(step.offers);
  const wanted = [step.handoff ?? null].flat();
  expect(wanted, what).toContain(turn.handoff);
}

type Names = { $O: string; $X: string };

function filled(text: string, names: Names): string {
  return text.replaceAll('$O', names.$O).replaceAll('$X', names.$X);
}

function named(pattern: RegExp, names: Names): RegExp {
  return new RegExp(pattern.source.replaceAll('\\$O', names.$O).replaceAll('\\$X', names.$X), pattern.flags);
}

describe('the bot in Chinese', () => {
  for (const script of [...chineseScripts, ...chineseOrderScripts, ...chineseEdgeScripts]) {
    it(script.title, async () => {
      expect(await play(script, 'zh')).toBe(script.steps.length);
    });
  }
});

describe('the bot in English', () => {
  for (const script of [...englishScripts, ...englishEdgeScripts]) {
    it(script.title, async () => {
      expect(await play(script, 'en')).toBe(script.steps.length);
    });
  }
});
