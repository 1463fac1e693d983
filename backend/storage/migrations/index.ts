import type { QueryExecutorProvider } from 'kysely';
import { up as foundation } from './0001-foundation.ts';
import { up as deliveries } from './0002-deliveries.ts';
import { up as presenceLeases } from './0003-presence-leases.ts';
import { up as botAnswers } from './0004-bot-answers.ts';
import { up as learning } from './0005-learning.ts';
import { up as lighterWrites } from './0006-lighter-writes.ts';
import { up as importedArticles } from './0007-imported-articles.ts';
import { up as latestEntry } from './0008-latest-entry.ts';
import { up as tokenRenewal } from './0009-token-renewal.ts';
import { up as revisions } from './0010-revisions.ts';
import { up as queueUrgency } from './0011-queue-urgency.ts';

/** One step of the schema. A released step is never changed: what is wrong in it is put right by a later one. */
export type Migration = { name: string; up(database: QueryExecutorProvider): Promise<void> };

/** All steps, in the order in which they run. */
export const migrations: readonly Migration[] = [
  { name: '0001-foundation', up: foundation },
  { name: '0002-deliveries', up: deliveries },
  { name: '0003-presence-leases', up: presenceLeases },
  { name: '0004-bot-answers', up: botAnswers },
  { name: '0005-learning', up: learning },
  { name: '0006-lighter-writes', up: lighterWrites },
  { name: '0007-imported-articles', up: importedArticles },
  { name: '0008-latest-entry', up: latestEntry },
  { name: '0009-token-renewal', up: tokenRenewal },
  { name: '0010-revisions', up: revisions },
  { name: '0011-queue-urgency', up: queueUrgency },
];
