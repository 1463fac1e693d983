import type { ReactNode } from 'react';
import { take } from '../connection/incoming.ts';
import { QueueRow } from '../features/queue/queue-row.tsx';

/** The frame round the features. */
export function Frame(): ReactNode {
  take({ order: { id: '1' } });
  return <QueueRow />;
}
