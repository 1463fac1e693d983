import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

/** Props of {@link Tooltip}. */
export type TooltipProps = {
  /** What is said; nothing is shown when it is empty. */
  content: ReactNode;
  /** The element that it belongs to; it must take a ref and pass its props on. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** A short explanation beside an element under the pointer or the focus. Never the only place of something needed. */
export function Tooltip({ content, children, side = 'top' }: TooltipProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-s bg-ink px-2.5 py-1.5 text-12 text-surface shadow-float transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
