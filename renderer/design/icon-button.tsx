import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { KeyHint } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

/** Props of {@link IconButton}. */
export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** Its name for everybody: read aloud, and shown in a tooltip. */
  label: string;
  /** The action whose key is shown in the tooltip. */
  action?: string;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
};

/** A button that shows only an icon, and says its name in a tooltip. */
export function IconButton({
  label,
  action,
  tooltipSide = 'top',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  const content = (
    <span className="flex items-center gap-2">
      {label}
      {action ? <KeyHint action={action} /> : null}
    </span>
  );
  return (
    <Tooltip content={content} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-grid size-8 shrink-0 place-items-center rounded-s text-ink-3 hover:bg-hover hover:text-ink disabled:opacity-50 [&_svg]:size-[18px] [&_svg]:stroke-[1.6]',
          className,
        )}
      />
    </Tooltip>
  );
}
