import type { Language } from '#shared/domain/language';

import { createRanking, type Ranking } from './retrieval-ranking.ts';
import { subjectQuestionsEn } from './subject-questions-en.ts';
import { subjectQuestionsZh } from './subject-questions-zh.ts';

/** What a text seems to ask about, among the subjects that shops are asked about, with the chance of each. */
export type Subjects = ReadonlyMap<string, number>;

/** How far a question and an article are about the same (`agrees`), and how far the question is about something that the article is not about. */
export type Kinship = { agrees: number; strays: number };

const subjectQuestions: Record<Language, Readonly<Record<string, string>>> = {
  zh: subjectQuestionsZh,
  en: subjectQuestionsEn,
};

/** So many subjects of a text are looked at. */
const mostSubjects = 4;

/** The curve from how well a text matches a subject's questions to the chance that it is about it: 1, found, said, lead. */
const curve: Record<Language, readonly [number, number, number, number]> = {
  zh: [-4.4, 5.1, 2.4, 2.3],
  en: [-3.9, 4.8, 2, 1.4],
};

const rankings = new Map<Language, Ranking>();

function rankingOf(language: Language): Ranking {
  const known = rankings.get(language);
  if (known) return known;
  const ranking = createRanking();
  for (const [id, ways] of Object.entries(subjectQuestions[language])) {
    const [question = '', ...variants] = ways.split('|');
    ranking.upsert({ id, language, question, variants });
  }
  rankings.set(language, ranking);
  return ranking;
}

/** The subjects of a text, likeliest first. */
export function subjectsIn(text: string, language: Language): Subjects {
  const ranked = rankingOf(language).rank(text, { language, limit: mostSubjects });
  const [one, byFound, bySaid, byLead] = curve[language];
  return new Map(
    ranked.map(({ id, score, rival, found, said }) => {
      const sum = one + byFound * found + bySaid * said + (byLead * (score - rival)) / score;
      return [id, 1 / (1 + Math.exp(-sum))];
    }),
  );
}

/** The subjects of each way to ask, by the list of an article's ways: they are asked for with every question. */
const subjectsOfArticle = new WeakMap<readonly string[], Subjects>();

/** What the ways to ask an article are about together. */
function subjectsOf(passages: readonly string[], language: Language): Subjects {
  const known = subjectsOfArticle.get(passages);
  if (known) return known;
  const subjects = new Map<string, number>();
  for (const passage of passages) {
    for (const [id, chance] of subjectsIn(passage, language)) {
      subjects.set(id, Math.max(subjects.get(id) ?? 0, chance));
    }
  }
  subjectsOfArticle.set(passages, subjects);
  return subjects;
}

/** Compares what is asked with what an article is about. */
export function kinship(asked: Subjects, passages: readonly string[], language: Language): Kinship {
  const about = subjectsOf(passages, language);
  let agrees = 0;
  let strays = 0;
  for (const [id, chance] of asked) {
    const same = about.get(id) ?? 0;
    agrees = Math.max(agrees, Math.min(chance, same));
    strays = Math.max(strays, chance * (1 - same));
  }
  return { agrees, strays };
}
