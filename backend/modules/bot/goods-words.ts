import { speaksOfKind, tagsSpokenOf } from '../catalogue/index.ts';
import { isArticleOnChoice } from './article-confidence.ts';
import { flowByWords } from './flow-words.ts';
import { FAIRLY_SURE, isQuestion, SURE } from './flows/faq.ts';
import { asksWhetherThere } from './flows/product.ts';
import type { Turn } from './turn.ts';

/** “It said waterproof, I got soaked, not impressed”: goods are named, but not to be sold. */
export function saysDissatisfied({ text }: Turn): boolean {
  return !isQuestion(text) && flowByWords(text) === 'complaint';
}

/** “Warm enough, or the parka rather?”, and the shop has written about just that choice. */
export function hasArticleOnChoice({ text, hits: [best] }: Turn): boolean {
  const isOnChoice = best !== undefined && isArticleOnChoice(best) && best.confidence >= FAIRLY_SURE;
  return isOnChoice && /还是|哪个|哪款|选|\b(?:or|vs|versus|which|difference)\b/iu.test(text);
}

/** “Got any waterproof jackets?”: goods of a kind are asked for, not how to care for one's own. */
export function asksForGoods({ text }: Turn): boolean {
  const asks =
    /推荐|[想要](?:给.{1,6})?买|有没有|有(?!货|现货|问题|点|色差|味).{0,10}(?:吗|么|[?？])|想买|想要(?!退|换)|求.{0,6}(?:推荐|款)|\b(?:got any|do you have any|have any|any good|looking for|recommend|suggest|show me)\b/iu;
  const isOwn = /我的|买的|买了|收到|洗|坏|破|修|\b(?:my|mine|wash|broke\w*|arrived|care)\b/iu;
  const wantsSome =
    /[想要](?:给.{1,6})?买|\b(?:looking for|(?:i )?need (?:some|an?|new|warm|good)|want to buy)\b/iu;
  const isTold = tagsSpokenOf(text).length > 0 || wantsSome.test(text);
  return (asks.test(text) || wantsSome.test(text)) && speaksOfKind(text) && isTold && !isOwn.test(text);
}

/** “Got any cat food?”: not a word of it in any article. */
export function asksForWhatNobodyKnows({ text, hits }: Turn): boolean {
  return asksWhetherThere(text) && (hits[0]?.confidence ?? 0) < UNHEARD;
}

const UNHEARD = 0.2;

/** Goods are named, in the words of somebody who wants to buy and not to complain, and no article is about it. */
export function speaksOfGoods(turn: Turn): boolean {
  const { said, hits } = turn;
  const isUnhappy = said.label !== 'neutral' && said.label !== 'positive' && said.score <= -0.2;
  return wantsToBuy(turn) && !isUnhappy && (hits[0]?.confidence ?? 0) < SURE;
}

/** A kind of thing or a use is named, in words of somebody who looks for something to buy. */
export function wantsToBuy({ text }: Turn): boolean {
  const isShopping =
    /配一套|帮我(?:选|挑|配)|[想要](?:给.{1,6})?买|买(?:双|件|个|条|顶|只|一)|想要|推荐|求|有没有|有.{0,8}吗|预算|\b(?:looking for|do you (?:have|sell)|need an?|buy|recommend|want an?)\b/iu;
  return (speaksOfKind(text) || tagsSpokenOf(text).length > 0) && isShopping.test(text);
}

/** A question on a thing on which there is no article: what the shop's books say of it. */
export function asksOfCalled({ text, found, hits, means }: Turn): boolean {
  const isOfIt = means === null && found?.isCalled === true && isQuestion(text);
  return isOfIt && (hits[0]?.confidence ?? 0) < FAIRLY_SURE;
}
