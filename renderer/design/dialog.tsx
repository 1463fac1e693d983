import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names.ts';

/** Props of {@link Dialog}. */
export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** What Ctrl+Enter (⌘ Enter) does from anywhere in it: the main button's doing. */
  onConfirm?: () => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  width?: 'narrow' | 'medium' | 'wide';
  initialFocus?: RefObject<HTMLElement | null>;
};

const widths = { narrow: 'w-[420px]', medium: 'w-[560px]', wide: 'w-[720px]' } as const;

/** A question that must be answered or left before going on. Escape and a press outside leave it. */
export function Dialog({
  isOpen,
  onClose,
  onConfirm,
  title,
  description,
  children,
  footer,
  width = 'medium',
  initialFocus,
}: DialogProps): ReactNode {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onConfirm?.();
          }}
          className={classNames(
            'fixed top-[12vh] left-1/2 z-40 flex max-h-[80vh] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-xl bg-surface text-ink shadow-float outline-none transition-[opacity,translate] duration-150 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-1 data-[starting-style]:opacity-0',
            widths[width],
          )}
        >
          <header className="px-6 pt-5 pb-2">
            <Base.Title className="text-16 font-bold">{title}</Base.Title>
            {description ? (
              <Base.Description className="mt-0.5 text-12 text-ink-2">{description}</Base.Description>
            ) : null}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-4">{children}</div>
          {footer ? (
            <footer className="flex items-center justify-end gap-2 border-t border-line-soft px-6 py-3.5">
              {footer}
            </footer>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
