/** A plain word list, as the baseline that any model has to beat; not used by the product. */
const bad =
  /[差烂坏慢骗]|垃圾|失望|不好|不行|不满|生气|投诉|退款|难|破|问题|太贵|\b(?:bad|terrible|awful|poor|worst|hate|angry|broken|wrong|late|delay\w*|cancel\w*|disappoint\w*|complain\w*|problem|never|not|no|fail\w*|lost|rude|worse)\b/giu;
const good =
  /[好棒赞快]|喜欢|满意|不错|谢谢|漂亮|推荐|舒服|\b(?:good|great|love|thanks?|thank you|awesome|best|nice|excellent|happy|perfect|amazing|wonderful|helpful)\b/giu;

/** Good words less bad words: above 0 is a good mood. */
export function lexiconScore(text: string): number {
  return (text.match(good)?.length ?? 0) - (text.match(bad)?.length ?? 0);
}
