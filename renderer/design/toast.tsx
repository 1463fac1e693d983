import { Toast as Base } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { CheckIcon, CloseIcon, WarningIcon } from './icons.ts';

const toasts = Base.createToastManager();

/** What to say in passing. */
export type ToastMessage = { title: string; description?: string; isProblem?: boolean };

/** Says something in passing, at the foot of the window. Problems stay for 8 s, the rest for 4 s; a press takes either away. */
export function showToast({ title, description, isProblem = false }: ToastMessage): void {
  toasts.add({
    title,
    ...(description ? { description } : {}),
    type: isProblem ? 'problem' : 'done',
    timeout: isProblem ? 8000 : 4000,
    priority: isProblem ? 'high' : 'low',
  });
}

/** The place where toasts appear; stands once, at the root. */
export function ToastPlace({ closeLabel }: { closeLabel: string }): ReactNode {
  return (
    <Base.Provider toastManager={toasts} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed bottom-36 left-1/2 z-60 flex w-[min(440px,calc(100vw-32px))] -translate-x-1/2 flex-col items-center gap-2">
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }): ReactNode {
  const { toasts: shown } = Base.useToastManager();
  return shown.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded-m bg-ink text-surface shadow-float transition-[opacity,translate] duration-150 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-2 data-[starting-style]:opacity-0"
    >
      <Base.Content className="flex items-start gap-2.5 py-2 pr-2 pl-3.5">
        {toast.type === 'problem' ? (
          <WarningIcon className="mt-0.5 size-4 shrink-0" aria-hidden />
        ) : (
          <CheckIcon className="mt-0.5 size-4 shrink-0" aria-hidden />
        )}
        <span>
          <Base.Title className="font-medium" />
          <Base.Description className="text-12 opacity-80" />
        </span>
        <Base.Close aria-label={closeLabel} className="ml-1 rounded-s p-1 opacity-70 hover:opacity-100">
          <CloseIcon className="size-3.5" aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
