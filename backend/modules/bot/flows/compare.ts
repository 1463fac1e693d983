import type { ProductId } from '#shared/domain/ids';
import { kindSpokenOf, type Product, speaksOfKind } from '../../catalogue/index.ts';
import { ordinalsIn } from '../answers.ts';
import { isArticleOnChoice } from '../article-confidence.ts';
import { ask, type Flow, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';
import { answerFromKnowledge, FAIRLY_SURE } from './faq.ts';
import { attributeAsked } from './product-words.ts';

const MOST_ROWS = 3;
const MOST_GOODS = 3;
const asksToCompare =
  /比|区别|不同|差别|差在|哪个|哪款|哪件|哪种|哪条|哪双|选|还是|更|\b(?:vs\.?|versus|or|compare|difference|differ|which|better|between|than)\b/iu;
const parting =
  /和|跟|与|还是|或者|、|以及|对比|\bvs\.?|\bversus\b|\bor\b|\band\b|\bwith\b|\bthan\b|,|，|\//iu;

/** Which of two or three goods: the shop's own words where it has an article on it, else price and what differs, side by side. */
export const compare: Flow = {
  async begin(turn) {
    const [best] = turn.hits;
    const isByOrdinal = ordinalsIn(turn.text).length > 0;
    if (!isByOrdinal && best && isArticleOnChoice(best) && best.confidence >= FAIRLY_SURE)
      return answerFromKnowledge(turn, best);
    return sideBySide(turn, await goodsCompared(turn));
  },
};

/** The goods that a text sets side by side: by their places in what was shown, or by name. Fewer than two: it compares nothing. */
export async function goodsCompared(turn: Turn): Promise<Product[]> {
  if (turn.means !== null || !asksToCompare.test(turn.text)) return [];
  const { shown } = turn.dialogue;
  const ids = ordinalsIn(turn.text).flatMap((place) => (shown[place] ? [shown[place] as ProductId] : []));
  if (ids.length > 1) return inOrder(await turn.shop.catalogue.readProducts(ids), ids);
  const wantsAll =
    /这[两几三](?:个|款|件|种|样)|(?:these|those|the) (?:two|three)|(?:between|compare) them|^(?:那|那么)?哪(?:个|款|件|双|条|种)(?:更|最|比较)?.{1,6}$|^(?:and |so |then )?which (?:one )?(?:is|has|weighs|would)\b.{0,24}$/iu;
  if (wantsAll.test(turn.text.trim()) && shown.length > 1) {
    const all = shown.slice(0, /三|three/iu.test(turn.text) ? 3 : 2) as ProductId[];
    return inOrder(await turn.shop.catalogue.readProducts(all), all);
  }
  const parts = turn.text.split(parting).filter((part) => part.trim().length > 1);
  const found = await Promise.all(parts.slice(0, 5).map((part) => turn.shop.finder.find(part, 1)));
  const isOneCalled = found.some(([hit]) => hit?.isCalled);
  const named = found.flatMap(([hit], place) => {
    const isOfKind = isOneCalled && speaksOfKind(parts[place] ?? '') && hit?.isMentioned;
    return hit && (hit.isCalled || isOfKind) ? [hit.product] : [];
  });
  const goods = [...new Map(named.map((product) => [product.id, product])).values()].slice(0, MOST_GOODS);
  return goods.length > 1 ? goods : ((await fewOfKind(turn)) ?? goods);
}

/** “Your two tents”: the goods of a kind, where a number of them is spoken of and there are no more. */
async function fewOfKind({ text, shop }: Turn): Promise<Product[] | null> {
  const isOfKind = kindSpokenOf(text);
  const speaksOfFew = /[两二几三](?:个|款|件|种|样|双|条|顶|只)|\b(?:two|three|2|3|both|your|the)\b/iu.test(
    text,
  );
  if (!isOfKind || !speaksOfFew) return null;
  const { products } = await shop.catalogue.listGoods();
  const own = products.filter(({ title }) => isOfKind(title));
  return own.length > 1 && own.length <= MOST_GOODS ? own : null;
}

function inOrder(products: readonly Product[], ids: readonly ProductId[]): Product[] {
  return ids.flatMap((id) => products.find((product) => product.id === id) ?? []);
}

function sideBySide(turn: Turn, goods: readonly Product[]): Reaction {
  const { language, speaker, text } = turn;
  const asked = goods.map((product) => attributeAsked(product, text));
  const names = asked.some((attribute) => attribute !== null)
    ? new Set(asked.flatMap((attribute) => (attribute ? [attribute.name] : [])))
    : new Set(differing(goods, language).slice(0, MOST_ROWS));
  const lines = goods.map((product, place) => {
    const facts = product.attributes
      .filter(({ name }) => names.has(name[language]))
      .map(({ name, value }) => `${name[language]}${language === 'zh' ? '：' : ': '}${value[language]}`);
    const cheapest = Math.min(...product.variants.map(({ priceFen }) => priceFen));
    const isThere = product.variants.some(({ stock }) => stock > 0);
    const stock = isThere ? [] : [speaker.word('compare.sold-out')];
    return `${place + 1}. ${product.title[language]} ¥${yuan(cheapest)} · ${[...facts, ...stock].join(language === 'zh' ? '；' : '; ')}`;
  });
  const choices = goods.map(({ id, title }) => ({ text: title[language], means: `product:${id}` }));
  const flow = { name: 'product', step: 'which', data: { question: '' } };
  const tried = [{ code: 'tried.compared', params: {} }];
  const shown = goods.map(({ id }) => id);
  const asks = ask(turn, { text: speaker.say('compare.here', { list: lines.join('\n') }), choices, flow });
  return { ...asks, outcome: 'helped', asks: null, tried, remember: { shown } };
}

/** The properties in which goods differ, those that all have first. */
function differing(goods: readonly Product[], language: 'zh' | 'en'): string[] {
  const valuesByName = new Map<string, string[]>();
  for (const { attributes } of goods) {
    for (const { name, value } of attributes) {
      valuesByName.set(name[language], [...(valuesByName.get(name[language]) ?? []), value[language]]);
    }
  }
  return [...valuesByName]
    .filter(([, values]) => new Set(values).size > 1 || values.length < goods.length)
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([name]) => name);
}
