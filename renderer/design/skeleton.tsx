import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A grey stand-in of the size of what is coming, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className: string }): ReactNode {
  return <span aria-hidden className={classNames('block rounded-s bg-line-soft', className)} />;
}
