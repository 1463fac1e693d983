import type { Order } from '#shared/domain/customer';
import type { ProductId } from '#shared/domain/ids';
import { Fault } from '../../../runtime/fault.ts';
import type { ReturnKind, ReturnReason } from '../../orders/index.ts';
import type { FlowState } from '../dialogue.ts';
import { answer, type Reaction, type Turn } from '../turn.ts';
import { wantedName } from './exchange-choice.ts';

/** Registers what was agreed to, and says what comes next; where the shop's books say otherwise by now, a person takes it. */
export async function register(turn: Turn, state: FlowState, chosen: Order): Promise<Reaction> {
  const kind = kindOf(state);
  const [line] = chosen.lines;
  const products = line ? await turn.shop.catalogue.readProducts([line.productId as ProductId]) : [];
  const wanted = wantedName(products[0]?.variants ?? [], state.data['sku']);
  try {
    await turn.shop.orders.startReturn({
      customerId: turn.view.customer.id,
      orderId: chosen.id,
      conversationId: turn.view.conversationId,
      kind,
      reason: (state.data['reason'] as ReturnReason | undefined) ?? 'fault',
      ...(kind === 'exchange' && wanted ? { wanted } : {}),
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.error.code !== 'conflict') throw error;
    return {
      outcome: 'missed',
      replies: [],
      flow: null,
      handoff: { trigger: 'bot-failed', confidence: 0.9 },
    };
  }
  const rules = await turn.shop.settings.read('return-policy');
  const warranty = await turn.shop.settings.read('warranty-policy');
  const { number } = chosen;
  const text = {
    return: () =>
      turn.speaker.say('return.done.return', {
        number,
        hours: rules.inspectionHours,
        days: rules.refundWorkingDays,
      }),
    exchange: () =>
      turn.speaker.say('return.done.exchange', {
        number,
        hours: rules.inspectionHours,
        hold: rules.exchangeHoldHours,
      }),
    repair: () => {
      const [from, to] = warranty.repairWorkingDays;
      return turn.speaker.say('return.done.repair', { number, from, to });
    },
  }[kind]();
  return {
    outcome: 'helped',
    replies: [answer(text)],
    flow: null,
    tried: [{ code: `tried.${kind}-started`, params: { number } }],
    remember: { lastOrder: chosen.id },
  };
}

function kindOf(state: FlowState): ReturnKind {
  const { kind } = state.data;
  return kind === 'exchange' || kind === 'repair' ? kind : 'return';
}
