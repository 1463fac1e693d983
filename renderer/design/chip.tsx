import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A rounded button for one of several short proposals; `isChosen` marks the one taken. */
export function Chip({
  isChosen = false,
  className,
  ...rest
}: ComponentProps<'button'> & { isChosen?: boolean }): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isChosen}
      className={classNames(
        'max-w-full rounded-[14px] border px-2.5 py-[3px] text-left text-12',
        isChosen
          ? 'border-accent bg-accent-soft font-semibold text-accent'
          : 'border-line bg-surface text-ink hover:bg-hover',
        className,
      )}
    />
  );
}
