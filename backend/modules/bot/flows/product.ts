import type { ProductId } from '#shared/domain/ids';
import { type Product, speaksOfKind, type Variant } from '../../catalogue/index.ts';
import { ordinalsIn } from '../answers.ts';
import type { FlowState } from '../dialogue.ts';
import { bargains } from '../flow-words.ts';
import { answer, ask, type Choice, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { answerFromKnowledge, FAIRLY_SURE, faq, isQuestion, SURE } from './faq.ts';
import { attributeAsked, inStockList, variantsIn } from './product-words.ts';

const start: FlowState = { name: 'product', step: 'which', data: {} };
const LONGEST_PICK = 40;
/** An article this likely is worth a question before a thing is described to somebody who asked something else of it. */
const OFFERED = 0.3;
/** A product that fits the words this well is taken to be meant. */
const MEANT = 12;

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
    const isPriceOfNothing = turn.intent.intent === 'price' && best !== undefined;
    if (isPriceOfNothing || !meansSomeThing(turn, question)) return await faq.begin(turn);
    return await askWhich(turn, question);
  }
  const isAbout =
    isAboutProduct(turn, found.product, question) || variantsIn(found.product, question).length > 0;
  const isPointed = (found.how === 'named' && (isAbout || !isQuestion(question))) || isAbout;
  const isAside =
    found.how === 'before' &&
    best !== undefined &&
    best.confidence >= FAIRLY_SURE &&
    factAsked(turn, found.product, question) === null;
  if (isAside) return answerFromKnowledge(turn, best);
  if (article && !isPointed) return answerFromKnowledge(turn, article);
  const isElse = isQuestion(question) && !isAbout && !asksForAll(question) && turn.means === null;
  if (isElse && best !== undefined && best.confidence >= OFFERED) return await faq.begin(turn);
  return { ...(await tell(turn, found.product, question)), remember: { lastProduct: found.product.id } };
}

/** Whether the thing is asked about as a whole: then its description answers. */
function asksForAll(question: string): boolean {
  return /怎么样|如何|好不好|好吗|介绍|什么样|\b(?:what is|what['’]s|tell me about|any good|like\?|about the)\b/iu.test(
    question,
  );
}

/** The product that is meant: tapped or named outright, fitting the words well, or the one spoken of just before. */
async function whichProduct(
  turn: Turn,
): Promise<{ product: Product; how: 'named' | 'fits' | 'before' } | null> {
  const tapped = turn.means?.startsWith('product:') ? turn.means.slice('product:'.length) : null;
  const picked = tapped ? null : await pickedFromShown(turn);
  if (picked) return { product: picked, how: 'named' };
  const hit = tapped ? null : turn.found;
  if (hit?.isCalled) return { product: hit.product, how: 'named' };
  if (!tapped && turn.lastProduct && pointsAt(turn.lastProduct, turn.text))
    return { product: turn.lastProduct, how: 'named' };
  const before = tapped ?? turn.dialogue.lastProduct;
  const [known] = before ? await turn.shop.catalogue.readProducts([before as ProductId]) : [];
  if (known && (tapped || (hit?.score ?? 0) < MEANT))
    return { product: known, how: tapped ? 'named' : 'before' };
  return hit && hit.score >= MEANT ? { product: hit.product, how: 'fits' } : null;
}

/** “The first one”, of what was shown last. */
export async function pickedFromShown({ text, means, dialogue, shop }: Turn): Promise<Product | null> {
  const [place, other] = means === null ? ordinalsIn(text) : [];
  const id = place === undefined || other !== undefined ? undefined : dialogue.shown[place];
  if (id === undefined || text.length > LONGEST_PICK) return null;
  const [picked] = await shop.catalogue.readProducts([id as ProductId]);
  return picked ?? null;
}

/** A word for the thing spoken of, or one of its own colours or sizes. */
export function pointsAt(product: Product, text: string): boolean {
  if (/[这那](?:件|个|款|双|条|顶|只|把|盏)|它|\b(?:it|this one|that one|this|those|these)\b/iu.test(text))
    return true;
  return text.length <= LONGEST_PICK && variantsIn(product, text).length > 0;
}

/** Whether a question can be answered by the product itself: price, stock, or a property that the shop tells. */
function isAboutProduct(turn: Turn, subject: Product, question: string): boolean {
  return asksStock(turn, question) || asksPrice(turn, question) || attributeAsked(subject, question) !== null;
}

/** “What about the quilt?”: what was asked of another thing before, asked of this one. */
function carriedTo({ text, before }: Turn, subject: Product): ReturnType<typeof attributeAsked> {
  const carries = /^(?:(?:and|ok|so)[, ]+)*(?:what|how) about\b|呢[?？。\s]*$/iu;
  return before !== null && carries.test(text.trim()) ? attributeAsked(subject, before) : null;
}

function asksStock(turn: Turn, question: string): boolean {
  const words =
    /有货|有没有|有吗|还有|现货|库存|(?:什么|哪些|哪几种?|几种|啥)(?:颜色|色|尺码|码)|\b(?:what|which) (?:colou?rs?|sizes)\b|in stock|available|sold out|have (?:it|this|the)|do you have/iu;
  return turn.intent.intent === 'stock' || words.test(question);
}

/** Price, stock or a property of the thing that is called by its name: the shop knows that better than any article. */
export function asksOfThing(turn: Turn, subject: Product): boolean {
  return isAboutProduct(turn, subject, turn.text) || carriedTo(turn, subject) !== null;
}

function asksPrice(turn: Turn, question: string): boolean {
  return turn.intent.intent === 'price' || saysPrice.test(question);
}

const saysPrice = /多少钱|价格|贵不贵|how much|price|cost/iu;

/** What the shop's books say to a question on a product: its price, or a property; `null` where the words ask for neither. */
export function factAsked(turn: Turn, subject: Product, question: string): string | null {
  const title = subject.title[turn.language];
  const attribute = attributeAsked(subject, question);
  if (attribute) return turn.speaker.word('product.attribute', { title, ...attribute });
  const priceFen = Math.min(...subject.variants.map((variant) => variant.priceFen));
  return saysPrice.test(question)
    ? turn.speaker.word('product.price', { title, price: yuan(priceFen) })
    : null;
}

/** “Do you sell phones?”: said truly where nothing of the shop goes by that word. */
export function asksWhetherSold(text: string): boolean {
  return /(?:你们|你家|这里|店里)?(?:有没有)?(?:卖|出售)(?!完|光|后|家|掉|得).{1,10}(?:吗|么|不|[?？]|$)|\bdo you (?:guys )?(?:sell|carry|stock)\b/iu.test(
    text,
  );
}

/** “Got any cat food?”, of a thing rather than of a service or an offer. */
export function asksWhetherThere(text: string): boolean {
  const thing =
    /^(?:请问|那|你们|你家|这里|店里|咱家|咱们?)*有(?:没有)?(.{2,8}?)(?:吗|么|嘛|卖吗?|没有?)?[?？]?$|^(?:(?:hi|hello|and|so|ok)[, ]+)*do you (?:guys )?have (?:any |an? )?([a-z -]{3,24})\??$/iu.exec(
      text.trim(),
    );
  return thing !== null && !noThing.test(thing[1] ?? thing[2] ?? '');
}

const noThing =
  /[人货事店券码号色味群]|客服|优惠|活动|折|会员|积分|赠|礼|保|险|发票|电话|微信|公众号|办法|问题|时间|可能|消息|单|什么|啥|\b(?:discounts?|offers?|sales?|promotions?|stores?|shops?|stock|warranty|guarantees?|codes?|coupons?|points|app|phone|number|email|time|news|updates?|idea|problems?|one|it|this|that|them|somebody|someone|people|person|agents?|size|colou?rs?)\b/iu;

/** A thing is meant, though not which: a kind of thing, “this one”, or one of the shop's goods by part of its name. */
function meansSomeThing({ means }: Turn, question: string): boolean {
  const points = /[这那](?:件|个|款|双|条|顶|只|把|盏|种)|\b(?:it|this|that|these|those|one)\b/iu;
  return (
    means !== null ||
    asksWhetherSold(question) ||
    asksWhetherThere(question) ||
    speaksOfKind(question) ||
    points.test(question)
  );
}

async function askWhich(turn: Turn, question: string): Promise<Reaction> {
  const { products } = await turn.shop.catalogue.listGoods();
  // A shop that has brought no goods cannot be asked for one of them.
  if (products.length === 0) return await faq.begin(turn);
  if (asksWhetherSold(question) || asksWhetherThere(question)) return await notSold(turn);
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

async function notSold(turn: Turn): Promise<Reaction> {
  const { categories } = await turn.shop.catalogue.listGoods();
  const names = categories.map(({ name }) => name[turn.language]);
  const list = names.join(turn.language === 'zh' ? '、' : ', ');
  const choices = [
    { text: turn.speaker.word('choice.recommend'), means: 'start:recommend' },
    personChoice(turn),
  ];
  const text = turn.speaker.say('product.not-sold', { list });
  return { outcome: 'helped', replies: [answer(text, choices)], choices, flow: null };
}

async function tell(turn: Turn, subject: Product, question: string): Promise<Reaction> {
  const title = subject.title[turn.language];
  const meant = variantsIn(subject, question);
  const shown = (meant.length > 0 ? meant : subject.variants).reduce((a, b) => (b.stock > a.stock ? b : a));
  const card = await turn.shop.cards.build({ type: 'product', sku: shown.sku }, turn.view.customer.id);
  const attribute = attributeAsked(subject, question) ?? carriedTo(turn, subject);
  const tried = [{ code: 'tried.product-told', params: { zh: subject.title.zh, en: subject.title.en } }];
  if (asksStock(turn, question) && !subject.variants.some((one) => one.stock > 0))
    return { ...(await soldOut(turn, subject)), tried };
  if (bargains(question)) {
    const price = yuan(shown.priceFen);
    const choices = [personChoice(turn)];
    const said = answer(turn.speaker.say('product.bargain', { title, price }), choices);
    return { outcome: 'helped', replies: [said], choices, flow: null, tried };
  }
  const text = (): string => {
    const isBoth = asksStock(turn, question) && saysPrice.test(question);
    if (isBoth) {
      const price = turn.speaker.word('product.price', { title, price: yuan(shown.priceFen) });
      return [stockText(turn, subject, meant), price].join(turn.language === 'en' ? ' ' : '');
    }
    if (asksStock(turn, question) || (meant.length > 0 && attribute === null && !saysPrice.test(question)))
      return stockText(turn, subject, meant);
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
