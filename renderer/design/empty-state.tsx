import type { ReactNode } from 'react';

/** Props of {@link EmptyState}. */
export type EmptyStateProps = { icon?: ReactNode; title: string; children?: ReactNode };

/** What a place says when there is nothing in it, or when it could not be filled: never a blank. */
export function EmptyState({ icon, title, children }: EmptyStateProps): ReactNode {
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-8 text-center text-balance text-ink-2 [&>svg]:size-6 [&>svg]:stroke-[1.4] [&>svg]:text-ink-3">
      {icon}
      <p className="font-semibold text-ink">{title}</p>
      {children}
    </div>
  );
}
