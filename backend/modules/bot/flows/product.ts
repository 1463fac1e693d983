import type { ProductId } from '#shared/domain/ids';
import type { Product, Variant } from '../../catalogue/index.ts';
import type { FlowState } from '../dialogue.ts';
import { answer, ask, type Choice, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { answerFromKnowledge, faq, SURE } from './faq.ts';

const start: FlowState = { name: 'product', step: 'which', data: {} };
/** A product that fits the words this well is taken to be meant. */
const MEANT = 12;

/** Which attribute a question is after, by words that stand in the question and in the shop's name for it. */
const attributeWords: readonly (readonly [RegExp, RegExp])[] = [
  [/材质|面料|什么(?:做|料)|成分|material|fabric|made of/iu, /材质|material/iu],
  [/多重|重量|几斤|重不重|weigh|heavy/iu, /重量|weight/iu],
  [/多大|尺寸|长宽|dimension|how (?:big|large)|measure/iu, /尺寸|size/iu],
  [/容量|装多少|多少升|装得下|capacity|litres?|liters?|hold|fit in/iu, /容量|capacity/iu],
  [/防水|下雨|淋雨|waterproof|rain/iu, /防水|water/iu],
  [/保暖|多少度|冷不冷|暖和|warm|degrees|cold/iu, /保暖|warmth/iu],
  [/怎么洗|机洗|洗护|干洗|wash|clean|care/iu, /洗护|care/iu],
  [/版型|宽松|修身|显瘦|fit\b|slim|loose/iu, /版型|fit/iu],
  [/季节|什么时候穿|season/iu, /季节|season/iu],
];

/** Price, stock and properties of one product, as the shop says them now. */
export const product: Flow = {
  begin: (turn) => step(turn),
  resume: async (turn, state) =>
    turn.means?.startsWith('product:') ? await step(turn, state.data['question']) : null,
};

async function step(turn: Turn, question = turn.text): Promise<Reaction> {
  const found = await whichProduct(turn);
  const [best] = turn.hits;
  const article = best && best.confidence >= SURE ? best : null;
  if (!found) {
    if (article) return answerFromKnowledge(turn, article);
    return turn.intent.intent === 'price' && best ? await faq.begin(turn) : await askWhich(turn, question);
  }
  const isPointed = found.how === 'named' || isAboutProduct(turn, found.product, question);
  if (article && !isPointed) return answerFromKnowledge(turn, article);
  return { ...(await tell(turn, found.product, question)), remember: { lastProduct: found.product.id } };
}

/** The product that is meant: tapped or named outright, fitting the words well, or the one spoken of just before. */
async function whichProduct(
  turn: Turn,
): Promise<{ product: Product; how: 'named' | 'fits' | 'before' } | null> {
  const tapped = turn.means?.startsWith('product:') ? turn.means.slice('product:'.length) : null;
  const [hit] = tapped ? [] : await turn.shop.finder.find(turn.text, 1);
  if (hit?.isNamed) return { product: hit.product, how: 'named' };
  const before = tapped ?? turn.dialogue.lastProduct;
  const [known] = before ? await turn.shop.catalogue.readProducts([before as ProductId]) : [];
  if (known && (tapped || (hit?.score ?? 0) < MEANT))
    return { product: known, how: tapped ? 'named' : 'before' };
  return hit && hit.score >= MEANT ? { product: hit.product, how: 'fits' } : null;
}

/** Whether a question can be answered by the product itself: price, stock, or a property that the shop tells. */
function isAboutProduct(turn: Turn, subject: Product, question: string): boolean {
  return asksStock(turn, question) || asksPrice(turn, question) || attributeAsked(subject, question) !== null;
}

function asksStock(turn: Turn, question: string): boolean {
  const words =
    /有货|有没有|有吗|还有|现货|库存|in stock|available|sold out|have (?:it|this|the)|do you have/iu;
  return turn.intent.intent === 'stock' || words.test(question);
}

function asksPrice(turn: Turn, question: string): boolean {
  return turn.intent.intent === 'price' || /多少钱|价格|贵不贵|how much|price|cost/iu.test(question);
}

async function askWhich(turn: Turn, question: string): Promise<Reaction> {
  const { items } = await turn.shop.recommendations.forTaste({
    customerId: turn.view.customer.id,
    said: question,
    moodLevel: 'calm',
  });
  const titles = new Map(items.map(({ card }) => [card.productId, card.title[turn.language]]));
  const choices: Choice[] = [...titles].slice(0, 4).map(([id, text]) => ({ text, means: `product:${id}` }));
  const flow = { ...start, data: { question: question.slice(0, 300) } };
  return ask(turn, {
    text: turn.speaker.say('product.which'),
    choices: [...choices, personChoice(turn)],
    flow,
  });
}

async function tell(turn: Turn, subject: Product, question: string): Promise<Reaction> {
  const title = subject.title[turn.language];
  const meant = variantsIn(subject, question);
  const shown = (meant.length > 0 ? meant : subject.variants).reduce((a, b) => (b.stock > a.stock ? b : a));
  const card = await turn.shop.cards.build({ type: 'product', sku: shown.sku }, turn.view.customer.id);
  const attribute = attributeAsked(subject, question);
  const tried = [{ code: 'tried.product-told', params: { zh: subject.title.zh, en: subject.title.en } }];
  if (asksStock(turn, question) && !subject.variants.some((one) => one.stock > 0))
    return { ...(await soldOut(turn, subject)), tried };
  const text = (): string => {
    if (asksStock(turn, question)) return stockText(turn, subject, meant);
    if (asksPrice(turn, question))
      return turn.speaker.say('product.price', { title, price: yuan(shown.priceFen) });
    if (attribute) return turn.speaker.say('product.attribute', { title, ...attribute });
    return turn.speaker.say('product.about', { title, description: subject.description[turn.language] });
  };
  return { outcome: 'helped', replies: [answer(text()), { type: 'card', card }], flow: null, tried };
}

function stockText(turn: Turn, subject: Product, meant: readonly Variant[]): string {
  const title = subject.title[turn.language];
  const [only, second] = meant;
  const left = meant.filter((variant) => variant.stock > 0);
  if (!only || (second && left.length > 0)) {
    return turn.speaker.say('product.stock', {
      title,
      list: inStockList(turn, only ? left : subject.variants),
    });
  }
  const wanted = second ? (only.options.size ?? only.name[turn.language]) : only.name[turn.language];
  const values = { title, variant: wanted, stock: only.stock, list: inStockList(turn, subject.variants) };
  return turn.speaker.say(left.length > 0 ? 'product.stock.variant' : 'product.stock.variant-none', values);
}

async function soldOut(turn: Turn, subject: Product): Promise<Reaction> {
  const others = await turn.shop.catalogue.readProducts(subject.related.alternatives);
  const offers = others.flatMap((other) => {
    const best = other.variants.reduce((a, b) => (b.stock > a.stock ? b : a));
    return best.stock > 0 ? [best.sku] : [];
  });
  const cards = await Promise.all(
    offers.slice(0, 2).map((sku) => turn.shop.cards.build({ type: 'product', sku }, turn.view.customer.id)),
  );
  const text = turn.speaker.say('product.stock.none', { title: subject.title[turn.language] });
  return {
    outcome: 'helped',
    replies: [answer(text), ...cards.map((card) => ({ type: 'card' as const, card }))],
    flow: null,
  };
}

function inStockList(turn: Turn, variants: readonly Variant[]): string {
  const names = variants.filter((variant) => variant.stock > 0).map((variant) => variant.name[turn.language]);
  const shown = names.slice(0, 6).join(turn.language === 'zh' ? '、' : '; ');
  return names.length > 6
    ? `${shown}${turn.language === 'zh' ? '' : ' — '}${turn.speaker.word('list.more', { count: names.length })}`
    : shown;
}

/** The variants that fit best what was said of colour and size; none where nothing of them was said. */
function variantsIn(subject: Product, question: string): Variant[] {
  const lower = question.toLowerCase();
  const scored = subject.variants.map((variant) => ({ variant, said: saidOf(variant, lower) }));
  const most = Math.max(...scored.map(({ said }) => said));
  return most === 0 ? [] : scored.filter(({ said }) => said === most).map(({ variant }) => variant);
}

/** How much of a variant's name was said; `黑色` says a part of `墨黑`, `black` of `Ink black`. */
function saidOf(variant: Variant, lower: string): number {
  const [zh = ''] = variant.name.zh.split(' ');
  const [en = ''] = variant.name.en.toLowerCase().split(', ');
  const isWhole = saysPart(lower, zh) || saysPart(lower, en);
  const isLoose = saysPart(lower, `${zh.at(-1) ?? ''}色`) || saysPart(lower, en.split(' ').at(-1) ?? '');
  const colour = isWhole ? 2 : Number(isLoose);
  return colour + Number(saysPart(lower, variant.options.size?.toLowerCase() ?? ''));
}

function saysPart(lower: string, part: string): boolean {
  if (part === '') return false;
  if (!/^[a-z0-9 ]+$/.test(part)) return lower.includes(part);
  return new RegExp(`(?<![a-z0-9])${part}(?![a-z0-9])`).test(lower);
}

function attributeAsked(subject: Product, question: string): { name: string; value: string } | null {
  const language = /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
  for (const [asked, named] of attributeWords) {
    const attribute = asked.test(question)
      ? subject.attributes.find(({ name }) => named.test(name[language]))
      : undefined;
    if (attribute) return { name: attribute.name[language], value: attribute.value[language] };
  }
  return null;
}
