import { productById, substitutesOf } from '../catalogue/catalogue.ts';
import type { Product, Variant } from '../catalogue/product.ts';
import { fillSlots, slotsOf } from '../dialogues/fill-slots.ts';
import type { ScriptStep } from '../dialogues/script.ts';
import { articles } from '../knowledge/knowledge.ts';
import { secondsAfter } from '../moments.ts';
import { chance, integerBetween, pick, pickWeighted, type Random } from '../random.ts';
import { staff } from '../staff/agents.ts';
import type { DemoChannelId, DemoConversation, DemoStep } from './people.ts';
import { type Plan, wordingOf } from './plan-conversations.ts';

/** Who answers in which language, with how much of the work. */
const rosters: Readonly<Record<'zh' | 'en', readonly (readonly [string, number])[]>> = {
  zh: [
    ['lin.xiao', 30],
    ['zhou.yan', 30],
    ['he.jun', 20],
    ['su.nian', 15],
    ['qiao.lan', 5],
  ],
  en: [
    ['emma.tan', 60],
    ['lin.xiao', 15],
    ['he.jun', 15],
    ['su.nian', 10],
  ],
};

/** Tells a planned conversation, second by second. The same random numbers give the same conversation. */
export function tellConversation(random: Random, plan: Plan): DemoConversation {
  const { customer, situation, script, order } = plan;
  const agent = agentFor(random, plan);
  const alternative = pick(random, substitutesOf(plan.product));
  const slots = slotsFor(plan, agent, alternative);
  const telling: Telling = { random, plan, agent, alternative, slots, channels: channelsOf(random, plan) };
  const steps: DemoStep[] = [];
  for (const step of script.steps) steps.push(...tellStep(telling, step, steps));
  const lastAt = steps.at(-1)?.at ?? plan.at;
  const isServed = steps.some((step) => step.kind === 'claim');
  return {
    customerKey: customer.key,
    language: customer.language,
    openedAt: plan.at,
    closedAt: secondsAfter(
      lastAt,
      isServed ? integerBetween(random, 20, 240) : integerBetween(random, 300, 1200),
    ),
    steps,
    closedBy: isServed ? agent : null,
    outcome: script.outcome,
    causeCode: situation.causeCode,
    comment: fillSlots(script.comment, slots),
    orderNumber: order?.number ?? null,
  };
}

interface Telling {
  readonly random: Random;
  readonly plan: Plan;
  readonly agent: string;
  readonly alternative: Product;
  readonly slots: Readonly<Record<string, string>>;
  /** Before and after a person joined. */
  readonly channels: readonly [DemoChannelId, DemoChannelId];
}

function tellStep(telling: Telling, step: ScriptStep, told: readonly DemoStep[]): DemoStep[] {
  const { random, plan, agent } = telling;
  const last = told.at(-1);
  if (step.kind === 'handoff') {
    const askedAt = secondsAfter(last?.at ?? plan.at, 1);
    const joinedAt = secondsAfter(askedAt, integerBetween(random, 25, 260));
    return [
      { kind: 'handoff', at: askedAt, trigger: step.trigger },
      { kind: 'claim', at: joinedAt, agent },
    ];
  }
  if (step.kind === 'card') return tellCard(telling, step.what, last);
  const at = last === undefined ? plan.at : secondsAfter(last.at, pauseBefore(random, step.kind, last.kind));
  const text = textOf(telling, step, told.length === 0);
  const isServed = told.some(({ kind }) => kind === 'claim');
  switch (step.kind) {
    case 'customer':
      return [{ kind: 'customer', at, channel: telling.channels[isServed ? 1 : 0], text }];
    case 'bot':
      return [{ kind: 'bot', at, text }];
    case 'agent':
      return [{ kind: 'agent', at, agent, text }];
    default:
      return [{ kind: 'note', at, agent, text }];
  }
}

/** Cards come right after the words that speak of them, from whoever has the word. */
function tellCard(telling: Telling, what: string, last: DemoStep | undefined): DemoStep[] {
  const { random, plan, agent } = telling;
  const at = secondsAfter(last?.at ?? plan.at, integerBetween(random, 2, 9));
  const { sku } = shownVariant(telling, what);
  return [{ kind: 'product-card', at, agent: last?.kind === 'bot' ? null : agent, sku }];
}

function shownVariant({ random, plan, alternative }: Telling, what: string): Variant {
  const [name = '', size] = what.split(' ');
  if (name !== 'product') {
    return pick(random, (name === 'alt' ? alternative : productById(name)).variants);
  }
  const { product, variant } = plan;
  return product.variants.find((one) => one.colour === variant.colour && one.size === size) ?? variant;
}

function textOf(
  { random, plan, slots }: Telling,
  step: Extract<ScriptStep, { wordings: readonly string[] }>,
  isOpening: boolean,
): string {
  const wording = wordingOf(random, step, isOpening ? plan.opening : null);
  if (!wording.startsWith('@')) return fillSlots(wording, slots);
  const article = articles.find(({ id }) => id === wording.slice(1));
  if (article === undefined) throw new RangeError(`No article ${wording} for ${plan.situation.id}`);
  return article.answer[plan.customer.language];
}

/** Seconds until somebody says something: bots answer at once, people type, customers add a second line quickly. */
function pauseBefore(
  random: Random,
  kind: 'customer' | 'bot' | 'agent' | 'note',
  after: DemoStep['kind'],
): number {
  if (kind === 'bot') return integerBetween(random, 1, 3);
  if (kind === after) return integerBetween(random, 6, 30);
  if (kind === 'customer') return integerBetween(random, 12, 110);
  return integerBetween(random, 18, 95);
}

function agentFor(random: Random, { customer, situation }: Plan): string {
  const isBusiness = ['advice.bulk', 'payment.invoice-missing', 'payment.invoice-wrong'].includes(
    situation.causeCode,
  );
  return isBusiness ? 'su.nian' : pickWeighted(random, rosters[customer.language]);
}

function slotsFor(plan: Plan, agent: string, alternative: Product): Record<string, string> {
  const { customer, product, variant, days } = plan;
  const order = plan.order ?? customer.orders.findLast(({ placedAt }) => placedAt < plan.at) ?? null;
  const { language, city } = customer;
  const name = staff.find(({ login }) => login === agent)?.name[language] ?? agent;
  return { ...slotsOf({ language, city, product, variant, alternative, order, days }), agent: name };
}

/** Who is known on two channels sometimes goes on elsewhere while they wait. */
function channelsOf(random: Random, { customer }: Plan): readonly [DemoChannelId, DemoChannelId] {
  const [favourite = 'web', other] = customer.channels;
  const first = other !== undefined && chance(random, 0.35) ? other : favourite;
  const second = first === favourite ? other : favourite;
  return [first, second !== undefined && chance(random, 0.25) ? second : first];
}
