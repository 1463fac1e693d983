import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { sharedFinds, sharedReads } from '../shared-reads.ts';
import { findCustomersOf, findStandings } from './access-repository.ts';
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
      readStanding: sharedFinds((ids) => findStandings(db, ids)),
      customerOf: sharedFinds((ids) => findCustomersOf(db, ids)),
    },
    conversations: {
      ...store.conversations,
      find: sharedFinds((ids) => findConversations(db, ids)),
      findCurrentOf: sharedFinds((ids) => findCurrentOfMany(db, ids)),
    },
    customers: {
      ...store.customers,
      enterSession: (tokenHash, at, issuedAfter) => enter({ tokenHash, at, issuedAfter }),
      findCustomer: sharedFinds((ids) => findCustomers(db, ids)),
      tokenAge: sharedFinds((ids) => findTokenAges(db, ids)),
    },
    settings: { ...store.settings, readSetting: async (key) => (await readSetting(key)) ?? undefined },
    staff: { ...store.staff, find: sharedFinds((ids) => findStaff(db, ids)) },
  };
}
