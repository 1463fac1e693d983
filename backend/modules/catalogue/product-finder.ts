import type { ProductId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import { createRespelling, createRetrieval, type Respelling, type Retrieval } from '../knowledge/index.ts';
import type { CatalogueService } from './catalogue-service.ts';
import type { Product } from './ports.ts';
import { kindSpokenOf, tagsSpokenOf, tagWords } from './shopping-words.ts';

/** How long an index may be used before the shop is read again; prices and stock are read anew on every search. */
const INDEX_LIFE_MS = 60_000;
/** A title said in full leaves no doubt. */
const NAMED = 100;
/** What a product gains by carrying a tag that was spoken of, and by being of the kind that was asked for. */
const TAGGED = 4;
const OF_KIND = 8;
/** Gained by each character or word of the title that was said in a row. */
const CALLED = 4;
/** So many of a product's tags in one text are no accident: “warm”, “winter”. */
const MANY_TAGS = 2;
/** Fewer characters of a Chinese title in a row are a kind of thing, not this thing. */
const SHORTEST_CALL = 3;
/** Who asks for a jacket may be shown something else, but after all jackets. */
const OTHER_KIND = 0.2;

/** English words of a title that are as good as its name: two of them, or a long one that no other title has. */
const CALLED_EN = 2;
const TELLING_EN = 8;

/**
 * A product that the words may mean. `score` compares hits of one search; `isNamed` when its title or SKU was said outright; `isCalled` when a good part of its
 * title was, as nobody else's is; `isMentioned` when at least its kind or a part of its title was, so that one may say that it was spoken of.
 */
export type FoundProduct = {
  product: Product;
  score: number;
  isNamed: boolean;
  isCalled: boolean;
  isMentioned: boolean;
};

/** Finds goods by words, in either language. */
export type ProductFinder = {
  /** Best first; sold out ones too. */
  find(query: string, limit: number): Promise<FoundProduct[]>;
};

type Index = { retrieval: Retrieval; respelled: Respelling; builtAtMs: number };

/** A finder over the catalogue, with a word index in memory. */
export function createProductFinder(ports: { catalogue: CatalogueService; clock: Clock }): ProductFinder {
  let index: Index | null = null;
  return {
    async find(query, limit) {
      const { products } = await ports.catalogue.listGoods();
      const nowMs = ports.clock.now().getTime();
      if (index === null || nowMs - index.builtAtMs > INDEX_LIFE_MS) {
        const respelled = createRespelling(products.flatMap(({ title }) => [title.zh, title.en]));
        index = { retrieval: buildIndex(products), respelled, builtAtMs: nowMs };
      }
      const read = index.respelled(query);
      return rank(products, scoresOf(index.retrieval, read), read).slice(0, limit);
    },
  };
}

function buildIndex(products: readonly Product[]): Retrieval {
  const retrieval = createRetrieval();
  for (const product of products) {
    for (const language of ['zh', 'en'] as const) {
      const tags = product.tags.flatMap((tag) => tagWords[tag] ?? [tag]);
      retrieval.upsert({
        id: product.id,
        language,
        question: product.title[language],
        variants: [
          tags.join(' '),
          product.attributes.map((attribute) => attribute.value[language]).join(' '),
        ],
        answer: product.description[language],
      });
    }
  }
  return retrieval;
}

function scoresOf(retrieval: Retrieval, query: string): Map<ProductId, number> {
  const hits = retrieval.search(query, { language: 'any', limit: 40 });
  return new Map(hits.map(({ id, score }) => [id as ProductId, score]));
}

function rank(
  products: readonly Product[],
  scores: ReadonlyMap<ProductId, number>,
  query: string,
): FoundProduct[] {
  const spoken = new Set(tagsSpokenOf(query));
  const isOfKind = kindSpokenOf(query);
  const lower = query.toLowerCase();
  const said: Said = { lower, words: new Set(lower.match(/[a-z]+/g)) };
  const callsOnly = callerOf(products, said);
  return products
    .map((product) => {
      const isNamed = isNamedIn(product, lower);
      const tagged = product.tags.filter((tag) => spoken.has(tag)).length;
      const words = (scores.get(product.id) ?? 0) + tagged * TAGGED;
      const isOther = isOfKind !== null && !isOfKind(product.title);
      const fitting = isOther ? words * OTHER_KIND : words + (isOfKind ? OF_KIND : 0);
      const called = calledBy(product, said);
      const isMentioned = isNamed || called > 0 || (isOfKind !== null && !isOther) || tagged >= MANY_TAGS;
      return {
        product,
        score: fitting + called * CALLED + (isNamed ? NAMED : 0),
        isNamed,
        isCalled: isNamed || callsOnly(product),
        isMentioned,
      };
    })
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score || (a.product.id < b.product.id ? -1 : 1));
}

/** Tells whether a text says a part of a product's title that no other title has: its last word, or enough of it in a row. */
function callerOf(products: readonly Product[], text: Said): (product: Product) => boolean {
  const { lower } = text;
  const titles = products.map(({ title }) => ({ zh: title.zh.toLowerCase(), en: wordsOf(title.en) }));
  const isOnly = (has: (title: (typeof titles)[number]) => boolean): boolean =>
    titles.filter(has).length === 1;
  return ({ title }) => {
    const zh = longestStretch(title.zh.toLowerCase(), lower);
    const noun = title.zh.replace(/[\s\dA-Za-z（）()]+[^\s]*$/u, '').slice(-2);
    if (zh.length >= SHORTEST_CALL && isOnly((other) => other.zh.includes(zh))) return true;
    if (noun.length === 2 && lower.includes(noun) && isOnly((other) => other.zh.includes(noun))) return true;
    const words = wordsOf(title.en);
    const said = words.filter((word) => saysWhole(text, word));
    const last = words.at(-1) ?? '';
    const isTold = said.some(
      (word) => word.length >= TELLING_EN && isOnly((other) => other.en.includes(word)),
    );
    const isLast = said.includes(last) && isOnly((other) => other.en.includes(last));
    const rivals = titles.filter((other) => said.every((word) => other.en.includes(word))).length;
    return isTold || isLast || (said.length >= CALLED_EN && rivals === 1);
  };
}

function wordsOf(title: string): string[] {
  return title
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
}

/** A text in lower case with its English words. */
type Said = { lower: string; words: ReadonlySet<string> };

function saysWhole({ words }: Said, word: string): boolean {
  return words.has(word) || words.has(`${word}s`);
}

/** How much of the title was said: characters in a row of the Chinese one, words of the English one. */
function calledBy({ title }: Product, said: Said): number {
  const zh = longestStretch(title.zh.toLowerCase(), said.lower).length;
  const en = wordsOf(title.en).filter((word) => saysWhole(said, word));
  return Math.max(zh >= SHORTEST_CALL ? zh : 0, en.length);
}

/** The longest stretch of `name` that stands in `text`; empty where only a character or two do. */
function longestStretch(name: string, text: string): string {
  for (let length = name.length; length >= SHORTEST_CALL; length -= 1) {
    for (let at = 0; at + length <= name.length; at += 1) {
      const part = name.slice(at, at + length);
      if (text.includes(part)) return part;
    }
  }
  return '';
}

function isNamedIn(product: Product, lower: string): boolean {
  const names = [product.title.zh, product.title.en, product.id].map((name) => name.toLowerCase());
  return (
    names.some((name) => lower.includes(name) || name === lower.trim()) ||
    product.variants.some((variant) => lower.includes(variant.sku.toLowerCase()))
  );
}
