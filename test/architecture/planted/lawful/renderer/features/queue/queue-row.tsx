import type { ReactNode } from 'react';
import { forgetOrders } from '../../connection/commands.ts';
import { Button } from '../../design/button.tsx';

/** A row of the queue. */
export function QueueRow(): ReactNode {
  forgetOrders();
  return <Button>next</Button>;
}
