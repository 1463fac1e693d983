import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import type { Fact, Standing } from '../../runtime/facts.ts';
import type { Conversation, LogEntry } from './ports.ts';
import { factOf } from './present.ts';

/** That a conversation was changed, with as much of it as shows whether anybody here is concerned. */
export type ChangedRow = {
  id: ConversationId;
  version: number;
  customerId: CustomerId;
  standing: Standing;
};

/** Changes as the database keeps them, whoever made them (docs/decisions/0002). */
export type ChangeRepository = {
  /** The oldest transaction that may still change something. */
  readHorizon(): Promise<string>;
  /** What transactions changed that were not known to be finished at the horizon; pages of `limit`, beginning after `after`. */
  listChanged(
    since: string,
    page: { after: ChangeMark | null; limit: number },
  ): Promise<(ChangedRow & { mark: ChangeMark })[]>;
  /** These conversations, each with the last entry that staff and the last that the customer may see, ascending. */
  readLatest(ids: readonly ConversationId[]): Promise<{ conversation: Conversation; entries: LogEntry[] }[]>;
};

/** Where a page of changes ended. */
export type ChangeMark = { xid: string; id: ConversationId };

/** Finds out what changed while nobody told. */
export type ChangeService = {
  /** From where on changes are to be read next. */
  readHorizon(): Promise<string>;
  /** All that changed since; something may come twice, nothing not at all. */
  listSince(horizon: string): AsyncIterable<readonly ChangedRow[]>;
  /** The present state as facts: hints of what is new, by which each client sees what it lacks (rule D4). Of what was before they tell nothing. */
  factsOf(ids: readonly ConversationId[]): Promise<Fact[]>;
};

const PAGE = 500;

/** Changes over their storage. */
export function createChangeService({
  store: { changes },
  clock,
}: {
  store: { changes: ChangeRepository };
  clock: Clock;
}): ChangeService {
  return {
    readHorizon: changes.readHorizon,
    async *listSince(horizon) {
      let after: ChangeMark | null = null;
      for (;;) {
        const rows: (ChangedRow & { mark: ChangeMark })[] = await changes.listChanged(horizon, {
          after,
          limit: PAGE,
        });
        if (rows.length > 0) yield rows;
        if (rows.length < PAGE) return;
        after = rows.at(-1)?.mark ?? null;
      }
    },
    async factsOf(ids) {
      const now = clock.now();
      const latest = await changes.readLatest(ids);
      return latest.map(({ conversation, entries }) =>
        factOf({ before: null, after: conversation, entries, now }),
      );
    },
  };
}
