import type { ReactNode } from 'react';

/** Props of {@link Section}. */
export type SectionProps = { title: ReactNode; aside?: ReactNode; children: ReactNode };

/** A part of a panel under a small caption, parted from the next by a hairline. */
export function Section({ title, aside, children }: SectionProps): ReactNode {
  return (
    <section className="border-b border-line-soft px-4 pt-4 pb-3">
      <div className="mb-2 flex min-h-[17px] items-center justify-between gap-2 text-11 font-semibold text-ink-3">
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
