import type { Order } from '#shared/domain/customer';
import type { FlowState } from '../dialogue.ts';
import { answer, ask, personChoice, type Reaction, type Turn } from '../turn.ts';
import { yuan } from '../wording.ts';

/** What the shop's warranty says about one order: free, at a price from so much, or not at all; then asks for a yes. */
export async function judgeRepair(turn: Turn, state: FlowState, chosen: Order): Promise<Reaction> {
  const { speaker } = turn;
  const { number } = chosen;
  const verdict = await turn.shop.orders.judgeRepair(chosen.id, turn.view.customer.id);
  const remember = { lastOrder: chosen.id };
  if (!verdict.isAllowed) {
    const choices = [personChoice(turn)];
    const text = speaker.say(`return.no.${verdict.because}`, { number });
    const tried = [{ code: 'tried.return-checked', params: { number, because: verdict.because } }];
    return { outcome: 'helped', replies: [answer(text, choices)], choices, flow: null, tried, remember };
  }
  const [from, to] = verdict.workingDays;
  const { months, feeFromFen } = verdict;
  const text =
    feeFromFen === 0
      ? speaker.say('repair.confirm.free', { number, months, from, to })
      : speaker.say('repair.confirm.paid', { number, months, from, to, fee: yuan(feeFromFen) });
  const choices = [
    { text: speaker.word('choice.yes'), means: 'yes' },
    { text: speaker.word('choice.no'), means: 'no' },
  ];
  const data = { ...state.data, kind: 'repair', order: chosen.id };
  return { ...ask(turn, { text, choices, flow: { ...state, step: 'confirm', data } }), remember };
}
