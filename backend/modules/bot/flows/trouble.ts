import type { KnowledgeHit } from '../../knowledge/index.ts';
import { yesOrNo } from '../answers.ts';
import { wantsAction, wantsOrderChanged } from '../flow-words.ts';
import { answer, type Flow, needsPerson, personChoice, type Reaction, type Turn } from '../turn.ts';
import { answerFromKnowledge, FAIRLY_SURE } from './faq.ts';
import { returnFlow } from './return-flow.ts';
import { kindSaid } from './return-words.ts';

/** What can be wrong with a parcel that has come, and what a shop's article on it is called. */
const troubles: readonly { said: RegExp; family: string; question: { zh: string; en: string } }[] = [
  {
    said: /碎|摔坏|压坏|压扁|(?:箱子|盒子|包裹|东西|里面|快递).{0,10}(?:淋湿|湿透|泡水|泡了|浸水)|(?:收到|打开|开箱|拆开|到货|寄来).{0,12}(?:破|坏|裂|瘪|磕|划痕|污渍)|\b(?:smashed|shattered|crushed|in pieces)\b|\b(?:box|parcel|package|everything|contents|inside)\b.{0,40}\b(?:soaked|wet|ruined|squashed|drenched)\b|\b(?:arrived|came|delivered|opened)\b.{0,24}\b(?:broken|damaged|cracked|chipped|scratched|stained|bent|dented)\b/iu,
    family: 'shipping.damaged',
    question: { zh: '收到时破损', en: 'damaged on arrival' },
  },
  {
    said: /(?:买|拍|要|订)的(?:是)?.{1,10}(?:收到|发来|来的|给我)|少发|漏发|少寄|少了(?:一|两|个|件)|只(?:收到|有|发)(?:了)?(?:一|1)|缺(?:了|少|一|件)|发错|寄错|(?:收到|发来|寄来|给我).{0,6}别人的|不是我(?:买|要|拍|订)的|\b(?:got|received|sent me|delivered me)\b.{0,16}\b(?:someone|somebody) else['’]?s|\b(?:missing|only (?:got|received|one)|left out|sent (?:me )?the wrong|wrong (?:item|colou?r|size|product|one)|not what i ordered|ordered .{1,24} (?:but|and) (?:got|received))\b/iu,
    family: 'shipping.missing',
    question: { zh: '少发、发错怎么办', en: 'something missing or wrong in the parcel' },
  },
];

/** Broken, missing or wrong on arrival: sorry, what the shop does about it, and the ways on. Without an article it is a return. */
export const trouble: Flow = {
  async begin(turn) {
    const found = troubles.find(({ said }) => said.test(turn.text));
    const article = found ? await articleOn(turn, found) : null;
    if (!article) return await returnFlow.begin(turn);
    const choices = [{ text: turn.speaker.word('choice.return'), means: 'start:return' }, personChoice(turn)];
    const sorry = turn.speaker.say('trouble.sorry');
    const told = answerFromKnowledge(turn, article, { choices, before: sorry });
    return told.outcome === 'helped' ? { ...told, flow: { name: 'trouble', step: 'told', data: {} } } : told;
  },
  resume: async (turn) => {
    if (wantsAction(turn)) return toPerson(turn);
    if (yesOrNo(turn) === null) return null;
    return { outcome: 'social', replies: [answer(turn.speaker.say('acknowledge'))], flow: null };
  },
};

function toPerson(turn: Turn): Reaction {
  return needsPerson(turn.speaker.say('handoff.predicted'), 0.85);
}

/** Whether something is said to have come broken, incomplete or wrong, with no word yet of what is wanted. */
export function reportsTrouble({ text, means }: Pick<Turn, 'text' | 'means'>): boolean {
  return (
    means === null &&
    kindSaid({ text, means }) === null &&
    !wantsOrderChanged(text) &&
    troubles.some(({ said }) => said.test(text))
  );
}

async function articleOn(
  turn: Turn,
  { family, question }: (typeof troubles)[number],
): Promise<KnowledgeHit | null> {
  const isOn = ({ intent }: KnowledgeHit): boolean => intent?.startsWith(family) ?? false;
  const known = turn.hits.find(isOn);
  if (known) return known;
  const { language } = turn;
  const found = await turn.shop.knowledge.search(question[language], { language, limit: 3 });
  return found.find((hit) => isOn(hit) && hit.confidence >= FAIRLY_SURE) ?? null;
}
