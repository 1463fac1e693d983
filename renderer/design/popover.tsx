import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

/** Props of {@link Popover}. */
export type PopoverProps = {
  /** The button that opens it; it must take a ref and pass its props on. */
  trigger: ReactElement;
  title?: ReactNode;
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A small pane beside a button, for reading or one choice. */
export function Popover({
  trigger,
  title,
  children,
  side = 'top',
  align = 'start',
  isOpen,
  onOpenChange,
}: PopoverProps): ReactNode {
  return (
    <Base.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange: (open: boolean) => onOpenChange(open) } : {})}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-80 min-w-56 rounded-m border border-line bg-surface p-3 text-13 text-ink shadow-float outline-none transition-opacity data-[ending-style]:opacity-0">
            {title ? <Base.Title className="mb-1.5 text-13 font-semibold">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
