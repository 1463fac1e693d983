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
          <path d="M9 19 19 9" className="stroke-accent-ink" strokeWidth="3.2" strokeLinecap="round" />
          <circle cx="9" cy="9.5" r="2" className="fill-accent-ink" opacity="0.65" />
          <circle cx="19" cy="18.5" r="2" className="fill-accent-ink" opacity="0.65" />
        </svg>
        <h1 className="text-center text-20 font-bold">{title}</h1>
        <p className="mt-1 mb-6 text-center text-ink-2">{lead}</p>
        <div className="rounded-xl border border-line bg-surface p-6 shadow-lift">{children}</div>
      </div>
    </main>
  );
}
