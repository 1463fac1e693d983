import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { sharedFinds, sharedReads } from '../shared-reads.ts';
import { findCustomersOf, findStandings } from './access-repository.ts';
import { findStatuses } from './agent-repository.ts';
import { findConversations, findCurrentOfMany } from './conversations-repository.ts';
import { findCustomers } from './customer-repository.ts';
import { type Entering, enterSessions, findTokenAges } from './customer-sessions.ts';
import type { Repositories } from './index.ts';
import { findSettings } from './settings-repository.ts';
import { findStaff } from './staff-repository.ts';

/**
 * Repositories outside any transaction, whose usual single readings are shared: thousands of clients that come back at once, or a burst of what is said, ask
 * one statement for each turn of the event loop and not one for each of them.
 */
export function sharingReads(db: Kysely<Database>, store: Repositories): Repositories {
  const enter = sharedReads((entering: readonly Entering[]) => enterSessions(db, entering));
  const readSetting = sharedFinds<string, unknown>((keys) => findSettings(db, keys));
  return {
    ...store,
    access: {
      ...store.access,
      readStanding: byId((ids) => findStandings(db, ids)),
      customerOf: byId((ids) => findCustomersOf(db, ids)),
    },
    agents: { ...store.agents, readStatus: byId((ids) => findStatuses(db, ids)) },
    conversations: {
      ...store.conversations,
      find: byId((ids) => findConversations(db, ids)),
      findCurrentOf: byId((ids) => findCurrentOfMany(db, ids)),
    },
    customers: {
      ...store.customers,
      enterSession: (tokenHash, at, issuedAfter) => enter({ tokenHash, at, issuedAfter }),
      findCustomer: byId((ids) => findCustomers(db, ids)),
      tokenAge: byId((ids) => findTokenAges(db, ids)),
    },
    settings: { ...store.settings, readSetting: async (key) => (await readSetting(key)) ?? undefined },
    staff: { ...store.staff, find: byId((ids) => findStaff(db, ids)) },
  };
}

/** An id may be written in capitals; PostgreSQL answers in small letters. */
function byId<Id extends string, Found>(
  findMany: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Found>>,
): (id: Id) => Promise<Found | null> {
  const find = sharedFinds(findMany);
  return (id) => find(id.toLowerCase() as Id);
}
