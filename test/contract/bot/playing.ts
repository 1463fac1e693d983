import type { Shop } from '../../support/shop.ts';
import type { Script, ScriptStep } from './dialogue.ts';
import type { BotTurn, Talk } from './talk.ts';

/** The numbers that stand in scripts as `$O` and `$X`. */
export type Names = { $O: string; $X: string };

/** Night in the shop's time zone, after the demo shop's last day. */
const NIGHT = new Date('2026-11-22T18:30:00.000Z');

/** The talker's own order, and one of somebody else. */
export async function namesIn(shop: Shop, talk: Talk): Promise<Names> {
  const own = talk.orders.map((order) => order.number);
  const stranger = await shop.db
    .selectFrom('orders')
    .select('number')
    .where('status', '=', 'shipped')
    .where('number', 'not in', [...own, ''])
    .orderBy('number')
    .executeTakeFirstOrThrow();
  return { $O: talk.order?.number ?? '', $X: stranger.number };
}

/** Runs a talk at the hour in which its script plays. */
export async function withClock(shop: Shop, script: Script, work: () => Promise<void>): Promise<void> {
  const day = shop.time.now;
  if (script.at === 'night') shop.time.now = NIGHT;
  try {
    await work();
  } finally {
    shop.time.now = day;
  }
}

/** A line with its numbers. */
export function filled(text: string, names: Names): string {
  const { $O, $X } = names;
  return text
    .replaceAll('$SPACED', $O.replace(/^(..)(....)(....)/u, '$1 $2 $3 '))
    .replaceAll('$DASHED', $O.toLowerCase().replace(/^(..)(......)/u, '$1-$2-'))
    .replaceAll(
      '$WIDE',
      $O.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
    )
    .replaceAll('$O', $O)
    .replaceAll('$X', $X);
}

/** What a turn did not do as its step says, in words; empty where all went as it has to. */
export function turnFaults(step: ScriptStep, turn: BotTurn, names: Names): string[] {
  const wanted = step.handoff === 'any' ? [turn.handoff] : [step.handoff ?? null].flat();
  return [
    ...(step.must ?? [])
      .filter((must) => !named(must, names).test(turn.text))
      .map((must) => `must say ${must}`),
    ...(step.mustNot ?? [])
      .filter((never) => named(never, names).test(turn.text))
      .map((never) => `must not say ${never}`),
    ...(step.cards ?? [])
      .filter((kind) => !turn.cards.includes(kind))
      .map((kind) => `must show a card: ${kind}`),
    ...(step.offers && !step.offers.test(turn.choices.join(' | ')) ? [`must offer ${step.offers}`] : []),
    ...(wanted.includes(turn.handoff) ? [] : [`handoff: ${turn.handoff}, wanted: ${wanted.join(' or ')}`]),
  ];
}

/** A pattern with its numbers. */
function named(pattern: RegExp, names: Names): RegExp {
  return new RegExp(pattern.source.replaceAll('\\$O', names.$O).replaceAll('\\$X', names.$X), pattern.flags);
}
