import type { FlowState } from '../dialogue.ts';
import type { TextKey } from '../texts/zh.ts';
import { answer, ask, personChoice, type Reaction, type Turn } from '../turn.ts';
import { isQuestion, SURE } from './faq.ts';
import { socialWord } from './social.ts';

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
    return { ...ask(turn, { text, choices: [personChoice(turn)], flow: waiting }), tried };
  }
  return {
    outcome: 'missed',
    replies: [],
    flow: waiting,
    handoff: { trigger: 'bot-failed', confidence: 0.8 },
  };
}

/** Whether a stranger who was asked to sign in has turned to something else that can be answered without knowing who they are. */
export function leavesSignIn(turn: Turn): boolean {
  if (turn.view.customer.isVerified || turn.entities.some((entity) => entity.type === 'order-number'))
    return false;
  if (turn.means !== null || socialWord(turn.text) === 'goodbye') return true;
  const [best] = turn.hits;
  return best !== undefined && best.confidence >= SURE && isQuestion(turn.text);
}
