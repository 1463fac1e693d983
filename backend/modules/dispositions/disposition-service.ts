import type { Cause, CauseSuggestion } from '#shared/domain/disposition';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import type { OrderService } from '../orders/index.ts';
import type { DispositionRepository, Lateness } from './ports.ts';
import { createCaseIndex } from './similar-cases.ts';

export type DispositionService = {
  /** The shop's tree of root causes. */
  readTree(): Promise<Cause[]>;
  /** The causes that similar closed conversations had, and what a late order speaks for; empty without evidence. */
  suggest(conversationId: ConversationId): Promise<CauseSuggestion[]>;
};

const LOOK_BACK_MS = 365 * 24 * 60 * 60_000;
const MOST_CASES = 5_000;
/** Read again a little before the last one seen: closings commit in another order than their times. */
const OVERLAP_MS = 60_000;

/** Root causes: the tree, and what may be the cause. What is closed meanwhile, on any node, is learnt before each suggestion. */
export function createDispositionService(ports: {
  store: { dispositions: DispositionRepository };
  orders: Pick<OrderService, 'listOrders'>;
  clock: Clock;
}): DispositionService {
  const { dispositions } = ports.store;
  const index = createCaseIndex();
  let learntUntil: number | null = null;

  async function learn(): Promise<void> {
    const since =
      learntUntil === null ? ports.clock.now().getTime() - LOOK_BACK_MS : learntUntil - OVERLAP_MS;
    for (const closed of await dispositions.listClosedCases(new Date(since), MOST_CASES)) {
      index.add(closed);
      learntUntil = Math.max(learntUntil ?? 0, closed.closedAt.getTime());
    }
  }

  async function latenessFor(customerId: CustomerId): Promise<Lateness | null> {
    const orders = await ports.orders.listOrders(customerId);
    const late = orders.find(({ lateMs }) => lateMs > 0);
    if (!late) return null;
    return late.status === 'shipped' ? 'stuck' : 'unsent';
  }

  return {
    readTree: () => dispositions.listCauses(),
    async suggest(conversationId) {
      await learn();
      const open = await dispositions.readCase(conversationId);
      if (open === null) return [];
      const tree = await dispositions.listCauses();
      return index.suggest({ ...open, lateness: await latenessFor(open.customerId) }, leafCodes(tree));
    },
  };
}

function leafCodes(nodes: readonly Cause[]): ReadonlySet<string> {
  const leaves = (node: Cause): string[] =>
    node.children.length === 0 ? [node.code] : node.children.flatMap(leaves);
  return new Set(nodes.flatMap(leaves));
}
