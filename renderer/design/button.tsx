import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { BusyIcon } from './icons.ts';

const looks = {
  accent: 'bg-accent text-accent-ink font-semibold hover:bg-accent-strong',
  strong: 'bg-ink text-surface font-medium hover:opacity-90',
  plain: 'border border-line bg-surface font-medium hover:bg-hover',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
} as const;

const sizes = {
  small: 'h-7 px-2.5 text-12 rounded-s gap-1.5',
  medium: 'h-[30px] px-3 rounded-s gap-1.5',
  large: 'h-[34px] px-4 rounded-m gap-2',
} as const;

/** Props of {@link Button}: those of a button, and how it looks. */
export type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Shows that the press is being carried out and takes no other one meanwhile. */
  isBusy?: boolean;
};

/** A button with words. `accent` is for what the agent does (take, send); at most one `strong` stands in a group. */
export function Button({
  look = 'plain',
  size = 'medium',
  isBusy = false,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center whitespace-nowrap select-none disabled:opacity-50',
        looks[look],
        sizes[size],
        className,
      )}
    >
      {isBusy ? <BusyIcon className="size-3.5 animate-spin" aria-hidden /> : null}
      {children}
    </button>
  );
}
