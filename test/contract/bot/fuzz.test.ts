import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language';
import { openDemoShop, type Shop } from '../../support/shop.ts';
import type { Script } from './dialogue.ts';
import { type Mutation, mutated, mutations } from './fuzz.ts';
import { filled, type Names, namesIn, turnFaults, withClock } from './playing.ts';
import { scripts } from './scripts/index.ts';
import { type BotTurn, beginTalk, type Talk } from './talk.ts';

/** One of so many scripts is played with each mutation; `BATON_FUZZ=all` plays them all. */
const EVERY = process.env['BATON_FUZZ'] === 'all' ? 1 : 8;
/** The part of the goals that must still be reached. */
const LEAST: Record<Mutation, number> = { typing: 0.8, interruption: 0.75, twice: 0.85, noise: 0.7 };

let shop: Shop;
const taken = new Set<string>();

beforeAll(async () => {
  shop = await openDemoShop();
}, 240_000);
afterAll(() => shop.close());

type Played = { reached: boolean; broken: string[] };

/** Plays a script with something gone wrong in it, watching what must hold in every talk. */
async function play(
  script: Script,
  language: Language,
  by: { mutation: Mutation; seed: number },
): Promise<Played> {
  const talk = await beginTalk(shop, { talker: script.talker, language, taken });
  const names = await namesIn(shop, talk);
  const broken: string[] = [];
  let handedOff = false;
  let faults: string[] = [];
  await withClock(shop, script, async () => {
    for (const step of mutated(script, language, by)) {
      if (handedOff) break;
      const lines = [step.say].flat().map((line) => filled(line, names));
      const turn = await talk.say(...lines);
      faults = turnFaults(step, turn, names);
      broken.push(...(await brokenBy(turn, { talk, names, lines })));
      handedOff = turn.handoff !== null;
    }
    if (!handedOff) {
      const turn = await talk.say(language === 'zh' ? '转人工' : 'talk to a person');
      if (turn.handoff !== 'asked-for-person') broken.push(`no person: ${turn.text}`);
    }
  });
  await talk.end();
  return { reached: faults.length === 0, broken };
}

/** What must never happen, whatever is typed. */
async function brokenBy(
  turn: BotTurn,
  { talk, names, lines }: { talk: Talk; names: Names; lines: readonly string[] },
): Promise<string[]> {
  const own = talk.orders.map(({ number }) => number);
  const told = [...turn.text.matchAll(/SY\d{8,}/g)].map(([number]) => number);
  const strange = told.filter((number) => !own.includes(number));
  const said = `${lines.join(' / ')} → ${turn.text}`;
  const broken: string[] = [];
  if (strange.length > 0) broken.push(`I1, somebody else’s order: ${said}`);
  if (own.length === 0 && turn.cards.includes('order')) broken.push(`I1, an order for a stranger: ${said}`);
  if (turn.text.includes(names.$X)) broken.push(`I1, the named order: ${said}`);
  if (turn.text === '' && turn.cards.length === 0 && turn.handoff === null) broken.push(`no answer: ${said}`);
  if ((await talk.strikes()) >= 3) broken.push(`more than three strikes: ${said}`);
  return broken;
}

describe('talks as they go in life', () => {
  for (const [at, mutation] of mutations.entries()) {
    it(`I1, H17: ${mutation}: no stranger’s order, never a fourth miss, always a person, and most goals reached`, async () => {
      const chosen = (['zh', 'en'] as const).flatMap((language) =>
        scripts[language]
          .filter((_, i) => i % EVERY === (at * 2) % EVERY)
          .map((script) => ({ script, language })),
      );
      const played: (Played & { title: string })[] = [];
      for (const [seed, { script, language }] of chosen.entries()) {
        played.push({ title: script.title, ...(await play(script, language, { mutation, seed })) });
      }
      expect(played.flatMap(({ broken }) => broken)).toEqual([]);
      const reached = played.filter((one) => one.reached).length / played.length;
      const missed = played.filter((one) => !one.reached).map(({ title }) => title);
      process.stdout.write(
        `${mutation}: ${(100 * reached).toFixed(1)} % of ${played.length} goals reached; missed: ${missed.join(' · ')}\n`,
      );
      expect(reached, missed.join('\n')).toBeGreaterThanOrEqual(LEAST[mutation]);
    }, 600_000);
  }
});
