import { join } from 'node:path';
import type { Language } from '#shared/domain/language';
import { articles as demoArticles } from '../../backend/demo/content/knowledge/knowledge.ts';
import { readRows } from './data.ts';
import { shuffle } from './random.ts';
import { readDevelopmentShop } from './seeds/development-shop.ts';

/** An article, in one language. */
export type ShopArticle = {
  id: string;
  intent: string | null;
  title: string;
  variants: readonly string[];
  answer: string;
};

/** A question and the articles that answer it; none where the shop has no answer. */
export type ShopQuestion = { question: string; answers: readonly string[] };

/** A shop with what it is asked, and the name of the set to which it belongs. */
export type AskedShop = { set: string; articles: readonly ShopArticle[]; questions: readonly ShopQuestion[] };

type Random = () => number;
/** How many articles a shop has, and how many such shops there are. */
type Sizes = readonly (readonly [size: number, shops: number])[];

/** Shops of our own second trade: of an article's own questions one is asked, the others are known as ways to ask. */
export function developmentShops(language: Language, random: Random): AskedShop[] {
  const { articles, unanswerable } = readDevelopmentShop(language);
  const sizes: Sizes = [
    [20, 30],
    [articles.length, 6],
  ];
  return eachShop(sizes, (size, at) => {
    const asked = articles.map(({ id, questions }) => ({ id, question: questions[at % 3] ?? '' }));
    const known = articles.map(({ questions, variants, ...article }) => ({
      ...article,
      variants: [...variants, ...questions.filter((_, i) => i !== at % 3)],
    }));
    return composed({ set: 'our second shop', known, asked, far: unanswerable }, size, random);
  });
}

/** Shops with the demo shop's articles, each with one way to ask held back as the question. */
export function demoShops(language: Language, random: Random): AskedShop[] {
  const sizes: Sizes = [
    [20, 40],
    [80, 10],
  ];
  return eachShop(sizes, (size) => {
    const asked: { id: string; question: string }[] = [];
    const known = demoArticles.map(({ id, intent, title, questions, answer }) => {
      const [question = '', ...variants] = shuffle([...questions[language]], random);
      asked.push({ id, question });
      return { id, intent, title: title[language], variants, answer: answer[language] };
    });
    const { unanswerable: far } = readDevelopmentShop(language);
    return composed({ set: `${size} demo articles`, known, asked, far }, size, random);
  });
}

/** Public questions: SimCLUE with posts as questions far away, Banking77 with what CLINC150 holds for out of scope. */
export function searchMaterial(data: string, language: Language, random: Random): AskedShop[] {
  return language === 'zh' ? chinese(data, random) : english(data, random);
}

function chinese(data: string, random: Random): AskedShop[] {
  const docs = readRows<{ id: number; q: string }>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz'));
  const queries = readRows<{ q: string; rel: number[] }>(
    join(data, 'zh/faq_retrieval/simclue_dev_queries.jsonl.gz'),
  );
  const far = readRows<{ text: string }>(join(data, 'zh/emotion/train.jsonl.gz'))
    .map(({ text }) => text)
    .filter((text) => text.length <= 24);
  const known = docs.map(({ id, q }) => articleOf(String(id), [q]));
  const asked = queries.flatMap(({ q, rel }) => rel.map((id) => ({ id: String(id), question: q })));
  const sizes: Sizes = [
    [12, 40],
    [80, 8],
    [500, 2],
  ];
  return eachShop(sizes, (size) => composed({ set: 'public', known, asked, far }, size, random));
}

function english(data: string, random: Random): AskedShop[] {
  type Row = { text: string; label: string };
  const read = (file: string): Row[] => readRows<Row>(join(data, 'en', file));
  const known = [...Map.groupBy(read('intent_banking77/train.jsonl.gz'), ({ label }) => label)].map(
    ([label, rows]) =>
      articleOf(
        label,
        rows.slice(0, 5).map(({ text }) => text),
      ),
  );
  const asked = read('intent_banking77/dev.jsonl.gz').map(({ text, label }) => ({
    id: label,
    question: text,
  }));
  const far = read('intent_clinc150/train.jsonl.gz')
    .filter(({ label }) => label === 'oos')
    .map(({ text }) => text);
  const sizes: Sizes = [
    [12, 12],
    [40, 4],
    [77, 2],
  ];
  return eachShop(sizes, (size) => composed({ set: 'public', known, asked, far }, size, random));
}

function articleOf(id: string, [title = '', ...variants]: readonly string[]): ShopArticle {
  return { id, intent: null, title, variants, answer: '' };
}

function eachShop(sizes: Sizes, make: (size: number, at: number) => AskedShop): AskedShop[] {
  return sizes.flatMap(([size, shops]) => Array.from({ length: shops }, (_, at) => make(size, at)));
}

const mostQuestions = 200;

/** A shop of some of the articles, asked as much that it can't answer, half of that near and half far away, as what it can. */
function composed(
  from: {
    set: string;
    known: readonly ShopArticle[];
    asked: readonly { id: string; question: string }[];
    far: readonly string[];
  },
  size: number,
  random: Random,
): AskedShop {
  const articles = shuffle([...from.known], random).slice(0, size);
  const ids = new Set(articles.map(({ id }) => id));
  const shuffled = shuffle([...from.asked], random);
  const answerable = shuffled.filter(({ id }) => ids.has(id)).slice(0, mostQuestions);
  const half = Math.ceil(answerable.length / 2);
  const near = shuffled.filter(({ id }) => !ids.has(id)).slice(0, half);
  const far = shuffle([...from.far], random).slice(0, half);
  return {
    set: from.set,
    articles,
    questions: [
      ...answerable.map(({ id, question }) => ({ question, answers: [id] })),
      ...[...near.map(({ question }) => question), ...far].map((question) => ({ question, answers: [] })),
    ],
  };
}
