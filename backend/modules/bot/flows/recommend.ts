import type { Content } from '#shared/domain/entry';
import type { Sku } from '#shared/domain/ids';
import type { Recommendation } from '#shared/domain/recommendation';
import { type FoundProduct, kindSpokenOf, speaksOfKind, tagsSpokenOf } from '../../catalogue/index.ts';
import type { FlowState } from '../dialogue.ts';
import type { TextKey } from '../texts/zh.ts';
import { answer, ask, type Choice, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { isQuestion } from './faq.ts';
import { pickedFromShown } from './product.ts';
import { attributeAsked } from './product-words.ts';
import { saysNothing, socialWord } from './social-words.ts';

const MOST = 3;
/** “Around 200” may be somewhat more. */
const ROUGHLY = 1.2;
/** Uses that can be asked for, in the order of asking. */
const uses = [
  'hiking',
  'camping',
  'commute',
  'travel',
  'gift',
  'warm',
  'rain',
  'casual',
  'light',
  'office',
  'laptop',
  'running',
  'summer',
  'winter',
] as const;

/** Helps to choose: at most two questions (what kind, what for), then up to three cards with the reason for each. */
export const recommend: Flow = {
  begin: async (turn) =>
    (await companions(turn)) ?? (await step(turn, { name: 'recommend', step: 'kind', data: {} })),
  async resume(turn, state) {
    if (turn.means?.startsWith('say:')) return await step(turn, state);
    if (turn.means !== null || saysNothing(turn.text) || socialWord(turn.text) !== null) return null;
    const speaksOfGoods = speaksOfKind(turn.text) || tagsSpokenOf(turn.text).length > 0;
    if ((await pickedFromShown(turn)) || asksOfShown(turn)) return null;
    if (state.step === 'shown') {
      const refines = budgetOf(turn.text) !== null || wantsCheaper(turn.text) || wantsOthers(turn.text);
      return refines || (speaksOfGoods && isShopping(turn)) ? await step(turn, state) : null;
    }
    return turn.intent.confidence >= 0.7 && !isShopping(turn) && !speaksOfGoods
      ? null
      : await step(turn, state);
  },
};

/** A property of the thing shown last: “do they run large?” */
function asksOfShown({ lastProduct, text }: Turn): boolean {
  return lastProduct !== null && isQuestion(text) && attributeAsked(lastProduct, text) !== null;
}

/** “What else do I need with the tent?” */
export function asksForCompanions(text: string): boolean {
  return /(?:配|搭)(?:什么|啥|点|哪)|搭配|还(?:需要|要|得)(?:配|买|准备|带)?(?:什么|啥|哪些)|一起买|\b(?:what else|goes? (?:well )?with|pairs? with|to go with|anything else (?:i|for))\b/iu.test(
    text,
  );
}

/** What the shop says goes with the thing that is spoken of. */
async function companions(turn: Turn): Promise<Reaction | null> {
  if (turn.means !== null || !asksForCompanions(turn.text)) return null;
  const subject = turn.found?.isMentioned ? turn.found.product : turn.lastProduct;
  const others = subject ? await turn.shop.catalogue.readProducts(subject.related.goesWith) : [];
  const there = others.filter(({ variants }) => variants.some(({ stock }) => stock > 0)).slice(0, MOST);
  if (!subject || there.length === 0) return null;
  const params = { zh: subject.title.zh, en: subject.title.en };
  const reason = { code: 'recommend.goes-with', params };
  const items = await Promise.all(
    there.map(async (product) => ({ ...(await itemOf(turn, { product })), reason })),
  );
  return { ...(await present(turn, '', items)), tried: [{ code: 'tried.recommended', params: {} }] };
}

function isShopping(turn: Turn): boolean {
  return ['recommend', 'product-question', 'stock', 'price', 'acknowledge', 'other'].includes(
    turn.intent.intent,
  );
}

async function step(turn: Turn, state: FlowState): Promise<Reaction> {
  const said = [state.data['said'], spokenIn(turn)].filter((part) => part).join(' ');
  const asked = Number(state.data['asked'] ?? '0');
  const mostFen = wantsCheaper(turn.text) ? Number(state.data['cheapestFen'] ?? Infinity) - 1 : Infinity;
  const budgetFen = Math.min(budgetOf(said) ?? Infinity, mostFen);
  const found = await turn.shop.finder.find(said, 20);
  const seen = new Set<string>(wantsOthers(turn.text) ? turn.dialogue.shown : []);
  const fitting = ofKind(said, withinBudget(found, budgetFen)).filter(({ product }) => !seen.has(product.id));
  const knowsKind = fitting[0]?.isNamed || speaksOfKind(said) || tagsSpokenOf(said).length > 0;
  const next: FlowState = { name: 'recommend', step: 'need', data: { said, asked: String(asked + 1) } };
  if (!knowsKind && asked === 0) {
    const choices = await kindChoices(turn);
    return ask(turn, { text: turn.speaker.say('recommend.kind'), choices, flow: { ...next, step: 'kind' } });
  }
  if (tagsSpokenOf(said).length === 0 && asked <= 1 && !state.data['askedNeed'] && fitting.length > MOST) {
    const choices = needChoices(turn, fitting);
    const flow = { ...next, data: { ...next.data, askedNeed: 'yes' } };
    if (choices.length >= 2) return ask(turn, { text: turn.speaker.say('recommend.need'), choices, flow });
  }
  return await show(turn, { said, fitting, hasBudget: budgetFen < Infinity });
}

/** The tapped choice in the words that the finder knows, else what was typed. */
function spokenIn(turn: Turn): string {
  if (turn.means?.startsWith('say:')) return turn.means.slice('say:'.length);
  return turn.means === null ? turn.text : '';
}

async function kindChoices(turn: Turn): Promise<Choice[]> {
  const { categories } = await turn.shop.catalogue.listGoods();
  return categories
    .slice(0, 6)
    .map(({ name }) => ({ text: name[turn.language], means: `say:${name.zh} ${name.en}` }));
}

/** The uses among which the found goods differ. */
function needChoices(turn: Turn, found: readonly FoundProduct[]): Choice[] {
  const tags = new Set(found.slice(0, 10).flatMap(({ product }) => product.tags));
  return uses
    .filter((use) => tags.has(use))
    .slice(0, 4)
    .map((use) => {
      const text = turn.speaker.word(`recommend.need.${use}`);
      return { text, means: `say:${text} ${use}` };
    });
}

async function show(
  turn: Turn,
  { said, fitting, hasBudget }: { said: string; fitting: readonly FoundProduct[]; hasBudget: boolean },
): Promise<Reaction> {
  const tried = [{ code: 'tried.recommended', params: {} }];
  const inStock = fitting
    .filter(({ product }) => product.variants.some((variant) => variant.stock > 0))
    .slice(0, MOST);
  if (inStock.length === 0) {
    const items = hasBudget ? [] : (await taste(turn, said)).slice(0, MOST);
    if (items.length > 0) return { ...(await present(turn, said, items)), tried };
    const choices = [...(await kindChoices(turn)).slice(0, 4), personChoice(turn)];
    const flow: FlowState = { name: 'recommend', step: 'kind', data: { asked: '1' } };
    return { ...ask(turn, { text: turn.speaker.say('recommend.none'), choices, flow }), tried };
  }
  const reasons = new Map((await taste(turn, said)).map((item) => [item.card.productId, item]));
  const items = await Promise.all(inStock.map((hit) => reasons.get(hit.product.id) ?? itemOf(turn, hit)));
  return { ...(await present(turn, said, items)), tried };
}

async function taste(turn: Turn, said: string): Promise<Recommendation[]> {
  const { customer, mood } = turn.view;
  const { items } = await turn.shop.recommendations.forTaste({
    customerId: customer.id,
    said,
    moodLevel: mood.level,
  });
  return items;
}

async function itemOf(turn: Turn, { product }: Pick<FoundProduct, 'product'>): Promise<Recommendation> {
  const best = product.variants.reduce((a, b) => (b.stock > a.stock ? b : a));
  const card = await turn.shop.cards.build({ type: 'product', sku: best.sku as Sku }, turn.view.customer.id);
  if (card.type !== 'product') throw new Error('A product was asked for');
  return { card, reason: { code: 'recommend.spoken-of', params: {} } };
}

async function present(turn: Turn, said: string, items: readonly Recommendation[]): Promise<Reaction> {
  const products = await turn.shop.catalogue.readProducts(items.map((item) => item.card.productId));
  const tags = new Map(products.map((product) => [product.id, product.tags]));
  const list = items.map((item, place) => {
    const { title, priceFen, productId } = item.card;
    const reason = useOf(turn, said, tags.get(productId) ?? []) ?? why(turn, item);
    return `${place + 1}. ${title[turn.language]} ¥${yuan(priceFen)} · ${reason}`;
  });
  const cards = items.map((item): Content => ({ type: 'card', card: item.card }));
  const cheapestFen = Math.min(...items.map((item) => item.card.priceFen));
  const data = { said: said.slice(-200), asked: '2', cheapestFen: String(cheapestFen) };
  const [first] = items;
  return {
    outcome: 'helped',
    replies: [answer(turn.speaker.say('recommend.here', { list: list.join('\n') })), ...cards],
    flow: { name: 'recommend', step: 'shown', data },
    ...(first
      ? { remember: { lastProduct: first.card.productId, shown: items.map((item) => item.card.productId) } }
      : {}),
  };
}

/** What of the said uses a product is good for, in words; `null` where none was said. */
function useOf(turn: Turn, said: string, tags: readonly string[]): string | null {
  const spoken = new Set(tagsSpokenOf(said));
  const words = uses
    .filter((use) => spoken.has(use) && tags.includes(use))
    .map((use) => turn.speaker.word(`recommend.need.${use}`));
  return words.length === 0
    ? null
    : turn.speaker.word('why.for', { uses: words.join(turn.language === 'zh' ? '、' : ', ') });
}

/** The reason of a recommendation in the customer's words. */
function why(turn: Turn, { reason }: Recommendation): string {
  const key = `why.${reason.code.slice('recommend.'.length)}` as TextKey;
  const product = String(reason.params[turn.language] ?? '');
  return turn.speaker.word(key, { product });
}

/** The most that the customer wants to spend, as said last; `null` where nothing was said. */
function budgetOf(said: string): number | null {
  const last = [
    ...inDigits(said).matchAll(
      /(?<about>\d{2,5})\s*(?:元|块钱?)?(?:左右|上下)|(?<most>\d{2,5})\s*(?:元|块钱?)?(?:以内|以下|之内|内)|预算\D{0,3}(?<budget>\d{2,5})/gu,
    ),
    ...said.matchAll(
      /(?:around|about|roughly|approx\.?|~)\s*[¥￥$]?\s*(?<about>\d{2,5})(?!\s*(?:cm|kg|g|l|days?)\b)|(?:under|below|less than|no(?:t)? more than|up to|max(?:imum)?|budget\D{0,8})\s*[¥￥$]?\s*(?<most>\d{2,5})|[¥￥$]?(?<most>\d{2,5})\s*(?:yuan|rmb|kuai)?\s*(?:max|tops|at (?:the )?most|or less)\b/giu,
    ),
  ].at(-1);
  const { about, most, budget } = last?.groups ?? {};
  if (about !== undefined) return Math.round(Number(about) * ROUGHLY) * 100;
  const yuans = most ?? budget;
  return yuans === undefined ? null : Number(yuans) * 100;
}

const numerals: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 两百 as 200, 一千 as 1000, 三百五 as 350. */
function inDigits(text: string): string {
  return text.replace(
    /[一二两三四五六七八九][百千][一二三四五六七八九]?/gu,
    ([many = '', unit, rest = '']) => {
      const size = unit === '百' ? 100 : 1_000;
      return String((numerals[many] ?? 0) * size + (numerals[rest] ?? 0) * (size / 10));
    },
  );
}

function wantsCheaper(text: string): boolean {
  return /便宜(?:点|些|一点)?|太贵|实惠|cheaper|less expensive|too expensive|more affordable/iu.test(text);
}

/** “Anything else?”, “something he can wear rather”: not those that were shown. */
function wantsOthers(text: string): boolean {
  return /别的|其他|其它|换(?:一|几)?(?:个|批|款|件|双)(?:看看|吧|推荐)|都不(?:喜欢|要|太?行)|\b(?:(?:something|anything) (?:else|different|less|more|he|she|they|i|to|for)|other (?:ones|options|choices)|none of (?:those|these)|not (?:those|these))\b/iu.test(
    text,
  );
}

/** Of the kinds of things that were named, where there are any such. */
function ofKind(said: string, found: FoundProduct[]): FoundProduct[] {
  const isOfKind = kindSpokenOf(said);
  const own = isOfKind ? found.filter(({ product }) => isOfKind(product.title)) : [];
  return own.length > 0 ? own : found;
}

function withinBudget(found: readonly FoundProduct[], budgetFen: number): FoundProduct[] {
  return found.filter(({ product }) => product.variants.some((variant) => variant.priceFen <= budgetFen));
}
