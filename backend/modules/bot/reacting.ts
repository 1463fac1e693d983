import { isAboutBot, yesOrNo } from './answers.ts';
import type { FlowState, Paused } from './dialogue.ts';
import { asksInGeneral } from './flow-words.ts';
import { isQuestion, notUnderstood, SURE } from './flows/faq.ts';
import { asksWhatYouAre, asksWhenPeopleAreThere, saysNothing, socialWord } from './flows/social-words.ts';
import { needsPerson } from './handoff-decision.ts';
import { afterLettingGo, letsGo } from './letting-go.ts';
import { chooseFlow, flows } from './routing.ts';
import { answerSeveral } from './several-questions.ts';
import { beginSeveral } from './several-wishes.ts';
import { answer, ask, type FlowName, personChoice, type Reaction, type Turn } from './turn.ts';

/** So often the bot comes back to its question; then it lets it rest. */
const MOST_DIGRESSIONS = 2;

/**
 * What is done about a turn: a person where one is needed, else the flow that waits goes on, else another takes the turn. What comes between a
 * question and its answer is answered, and then the bot comes back to its question.
 */
export async function react(turn: Turn): Promise<Reaction> {
  const handoff = needsPerson(turn);
  if (handoff) return { outcome: 'helped', replies: [], flow: null, handoff };
  if (isAboutBot(turn.text) || turn.means === 'none' || turn.means === 'again') return missed(turn);
  const { flow, paused } = turn.dialogue;
  const offered = flow ? null : offerTaken(turn);
  if (offered) return await begin({ ...turn, means: offered });
  if (flow && turn.means === null && letsGo(turn.text)) {
    return (await instead(turn, flow)) ?? letGo(turn);
  }
  const resumed = flow && !isAboutUs(turn) ? await resume(turn, flow) : null;
  if (resumed) return paused ? comeBack(turn, resumed, paused) : resumed;
  if (flow && isBeside(turn, flow)) return askAgain(turn, flow);
  const begun = await begin(turn);
  if (!flow) return begun;
  return begun.handoff ? begun : beside(turn, flow, begun);
}

/** “Do it then”, where one thing was offered to be done. */
function offerTaken({ text, means, dialogue }: Turn): string | null {
  const [offer, other] = dialogue.choices.filter((choice) => choice.means.startsWith('start:'));
  const takes =
    /^(?:(?:ok(?:ay)?|yes|yeah|sure|great)[,. ]+)?(?:do it|do that|please do|go ahead|yes please|let['’]?s do (?:it|that)|yes)(?: then| please)?[.! ]*$|^(?:好的?|嗯+|行|可以)?[，, ]*(?:那就?|就)?(?:帮我)?(?:办吧|退吧|换吧|弄吧|办理吧?|办一下|要的?)[吧。！! ]*$/iu;
  return means === null && offer && !other && takes.test(text.trim()) ? offer.means : null;
}

/** What is wanted in place of what was let go, where that is said and understood. */
async function instead(turn: Turn, flow: FlowState): Promise<Reaction | null> {
  const rest = afterLettingGo(turn.text);
  if (rest === null) return null;
  const other = await turn.only(rest);
  const reaction = (await resume(other, flow)) ?? (await begin(other));
  return reaction.outcome === 'missed' || reaction.outcome === 'social' ? null : reaction;
}

/** What the other side is, and when people are there: no answer to any question of a flow. */
function isAboutUs({ text, means }: Turn): boolean {
  return means === null && (asksWhatYouAre(text) || asksWhenPeopleAreThere(text));
}

async function resume(turn: Turn, flow: FlowState): Promise<Reaction | null> {
  return flow.name in flows ? ((await flows[flow.name as FlowName].resume?.(turn, flow)) ?? null) : null;
}

async function begin(turn: Turn): Promise<Reaction> {
  const name = await chooseFlow(turn);
  const several = answerSeveral(turn, name) ?? (await beginSeveral(turn));
  if (several) return several;
  const begun = await flows[name].begin(turn);
  return begun.outcome === 'missed' ? ((await guessFromOrders(turn)) ?? begun) : begun;
}

/** Something else was said while a flow waits: its question comes again, waits behind the new one, or rests. */
function beside(turn: Turn, flow: FlowState, begun: Reaction): Reaction {
  const { question, choices } = turn.dialogue;
  if (question === null) {
    const isOther = begun.flow || begun.outcome === 'missed';
    return isOther ? begun : { ...begun, flow, choices: [...(begun.choices ?? []), ...choices], asks: null };
  }
  const waits: Paused = { flow, question, choices };
  const isLost = begun.outcome === 'missed' && begun.consulted?.articleId === null;
  if (isLost && turn.dialogue.strikes === 0) {
    const again = { text: question, choices: [...choices, personChoice(turn)], flow };
    return { ...ask(turn, again), ...consultedOf(begun), outcome: 'missed' };
  }
  if (begun.flow) return begun.flow.name === flow.name ? begun : { ...begun, paused: waits };
  return begun.outcome === 'missed' ? begun : comeBack(turn, begun, waits);
}

function consultedOf({ consulted }: Reaction): Pick<Reaction, 'consulted'> {
  return consulted ? { consulted } : {};
}

/** After what came between, the question once more; a word of courtesy alone does not bring it back at once. */
function comeBack(turn: Turn, reaction: Reaction, { flow, question, choices }: Paused): Reaction {
  if (reaction.handoff || reaction.flow || socialWord(turn.text) === 'goodbye') return reaction;
  if (turn.dialogue.digressions >= MOST_DIGRESSIONS) return { ...reaction, paused: null };
  const waiting = { flow, asks: question, paused: null, isAside: true };
  const offered = [...choices, ...(reaction.choices ?? [])];
  if (reaction.outcome === 'social') return { ...reaction, ...waiting, choices: offered };
  const text = turn.speaker.say('resume', { question });
  return { ...reaction, ...waiting, replies: [...reaction.replies, answer(text, choices)], choices: offered };
}

function letGo(turn: Turn): Reaction {
  const choices = [personChoice(turn)];
  const text = turn.speaker.say('return.declined');
  return { outcome: 'social', replies: [answer(text, choices)], choices, flow: null, paused: null };
}

/** Not understood, but the shop's own books say what this customer may well be asking after: the order in trouble, told once. */
async function guessFromOrders(turn: Turn): Promise<Reaction | null> {
  const { view, dialogue } = turn;
  if (!view.customer.isVerified || dialogue.tried.length > 0 || turn.means !== null) return null;
  if (saysNothing(turn.text)) return null;
  const orders = await turn.shop.orders.listOrders(view.customer.id);
  const isLate = orders.some((order) => order.lateMs > 0);
  if (!isLate && !orders.some((order) => order.status === 'returning')) return null;
  const guess = await flows[isLate ? 'order-status' : 'refund'].begin(turn);
  const [first, ...others] = guess.replies;
  if (guess.outcome !== 'helped' || first?.type !== 'text') return null;
  const gap = turn.language === 'en' ? ' ' : '';
  const told = { ...first, text: `${turn.speaker.say('guess.order')}${gap}${first.text}` };
  return { ...guess, replies: [told, ...others] };
}

/** A bare yes or no to a question that had other answers, or something beside the point where a yes or no was asked for. */
function isBeside(turn: Turn, flow: FlowState): boolean {
  if (turn.dialogue.choices.length === 0 || turn.means !== null) return false;
  if (yesOrNo(turn) !== null) return true;
  return flow.step === 'confirm' && turn.dialogue.strikes === 0 && !turnsToSomethingElse(turn);
}

/** What may come between a question and its yes without ending the matter: facts, goods, a sigh. */
const asides: ReadonlySet<string> = new Set([
  'other',
  'acknowledge',
  'product-question',
  'stock',
  'price',
  'recommend',
  'return',
  'exchange',
  'complaint',
]);

function turnsToSomethingElse({ intent, hits, text }: Turn): boolean {
  const isGeneral = isQuestion(text) || asksInGeneral(text);
  if (isGeneral && (hits[0]?.confidence ?? 0) >= SURE) return true;
  return !asides.has(intent.intent) && intent.confidence >= 0.7;
}

/** The same choices once more. */
function askAgain(turn: Turn, flow: FlowState): Reaction {
  const key = flow.step === 'confirm' ? 'confirm.again' : 'unsure.pick';
  const question = { text: turn.speaker.say(key), choices: turn.dialogue.choices, flow };
  return { ...ask(turn, question), outcome: 'missed', asks: turn.dialogue.question };
}

/** “Let me rephrase” and “none of these” go on the record as misses, but the answer to the first is only a nod. */
function missed(turn: Turn): Reaction {
  if (turn.means !== 'again') return notUnderstood(turn);
  return { outcome: 'asked', replies: [answer(turn.speaker.say('acknowledge'))], flow: null };
}
