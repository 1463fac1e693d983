import type { IntentName } from '../../intent/index.ts';
import type { FlowState } from '../dialogue.ts';
import { asksInGeneral } from '../flow-words.ts';
import type { TextKey } from '../texts/zh.ts';
import { answer, ask, personChoice, type Reaction, type Turn } from '../turn.ts';
import { FAIRLY_SURE, isQuestion } from './faq.ts';
import { asksWhatYouAre, saysNothing, socialWord } from './social-words.ts';

/**
 * A stranger asks for something that only an order's owner may know: ask to sign in, and say nothing about any order, whatever number was
 * typed (rule I1). The flow waits; once the customer is known it goes on by itself.
 */
export function askToSignIn(turn: Turn, flow: FlowState, first: TextKey = 'sign-in.orders'): Reaction {
  const asked = Number(flow.data['asked'] ?? '0');
  const waiting: FlowState = { ...flow, step: 'sign-in', data: { ...flow.data, asked: String(asked + 1) } };
  const tried = [{ code: 'tried.asked-to-sign-in', params: {} }];
  if (asked === 0) {
    return { outcome: 'asked', replies: [answer(turn.speaker.say(first))], flow: waiting, tried };
  }
  if (asked === 1) {
    const text = turn.speaker.say('sign-in.still');
    return { ...ask(turn, { text, choices: [personChoice(turn)], flow: waiting }), asks: null, tried };
  }
  return {
    outcome: 'missed',
    replies: [],
    flow: waiting,
    handoff: { trigger: 'bot-failed', confidence: 0.8 },
  };
}

/** What anybody may ask about. */
const PUBLIC: ReadonlySet<IntentName> = new Set([
  'recommend',
  'stock',
  'price',
  'product-question',
  'invoice',
  'payment',
]);

/** Goes on about the order that is not told to strangers. */
function pressesOn(text: string): boolean {
  return /登(?:录|陆|入)|本人|我的|帮我查|告诉我|查一下|\b(?:log ?in|sign ?in|my (?:order|parcel|package)|tell me|it['’]?s me|look it up)\b/iu.test(
    text,
  );
}

/** Whether a stranger who was asked to sign in has turned to something else that can be answered without knowing who they are. */
export function leavesSignIn(turn: Turn): boolean {
  if (turn.view.customer.isVerified || turn.entities.some((entity) => entity.type === 'order-number'))
    return false;
  if (turn.means !== null || socialWord(turn.text) !== null || saysNothing(turn.text)) return true;
  if (asksWhatYouAre(turn.text) || PUBLIC.has(turn.intent.intent)) return true;
  const [best] = turn.hits;
  const asks = isQuestion(turn.text) || asksInGeneral(turn.text);
  return best !== undefined && best.confidence >= FAIRLY_SURE && asks && !pressesOn(turn.text);
}
