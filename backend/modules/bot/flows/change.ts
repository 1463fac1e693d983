import { isOfIntent } from '../article-confidence.ts';
import type { Flow } from '../turn.ts';
import { personChoice } from '../turn.ts';
import { answerFromKnowledge, faq } from './faq.ts';

/** Another size or colour for an order that has not left: how the customer does it, and a person where that is too late. */
export const change: Flow = {
  async begin(turn) {
    const isAboutGoods = /地址|\baddress\b/iu;
    const article = turn.hits.find(
      (hit) => isOfIntent(hit, 'change-address') && !isAboutGoods.test(hit.title[turn.language]),
    );
    return article
      ? answerFromKnowledge(turn, article, { choices: [personChoice(turn)] })
      : await faq.begin(turn);
  },
};
