import type { ReactNode } from 'react';

/** Props of {@link EntryPage}. */
export type EntryPageProps = { title: string; lead: string; children: ReactNode };

/** The quiet page before work begins: the mark, one thing to do. */
export function EntryPage({ title, lead, children }: EntryPageProps): ReactNode {
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-bg p-6">
      <div className="w-[380px] max-w-full">
        <svg viewBox="0 0 28 28" aria-hidden className="mx-auto mb-5 size-11">
          <rect width="28" height="28" rx="8" className="fill-accent" />
          <path
            d="M8.5 19.5 13 15"
            className="stroke-accent-ink"
            strokeWidth="4.4"
            strokeLinecap="round"
            opacity="0.55"
          />
          <path
            d="m14.4 13.6 5.1-5.1"
            className="stroke-accent-ink"
            strokeWidth="4.4"
            strokeLinecap="round"
          />
        </svg>
        <h1 className="text-center text-20 font-bold">{title}</h1>
        <p className="mt-1 mb-6 text-center text-ink-2">{lead}</p>
        <div className="rounded-xl border border-line bg-surface p-6 shadow-lift">{children}</div>
      </div>
    </main>
  );
}
