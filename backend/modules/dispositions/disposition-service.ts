import type { Cause, CauseSuggestion } from '#shared/domain/disposition';
import type { ConversationId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import type { DispositionRepository } from './ports.ts';
import { createCaseIndex } from './similar-cases.ts';

export type DispositionService = {
  /** The shop's tree of root causes. */
  readTree(): Promise<Cause[]>;
  /** The causes that similar closed conversations had; empty without evidence. */
  suggest(conversationId: ConversationId): Promise<CauseSuggestion[]>;
};

const LOOK_BACK_MS = 365 * 24 * 60 * 60_000;
const MOST_CASES = 5_000;
/** Read again a little before the last one seen: closings commit in another order than their times. */
const OVERLAP_MS = 60_000;

/** Root causes: the tree, and what may be the cause. What is closed meanwhile, on any node, is learnt before each suggestion. */
export function createDispositionService(ports: {
  store: { dispositions: DispositionRepository };
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

  return {
    readTree: () => dispositions.listCauses(),
    async suggest(conversationId) {
      await learn();
      const open = await dispositions.readCase(conversationId);
      return open === null ? [] : index.suggest(open);
    },
  };
}
