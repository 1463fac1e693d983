import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Props of {@link Banner}. */
export type BannerProps = {
  tone: 'plain' | 'upset' | 'furious';
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
};

const tones = {
  plain: 'bg-sel text-ink',
  upset: 'bg-upset-soft text-upset',
  furious: 'bg-furious-soft text-furious',
} as const;

/** One line across a pane about something that lasts; said politely to those who listen. */
export function Banner({ tone, icon, children, action }: BannerProps): ReactNode {
  return (
    <div
      role="status"
      className={classNames(
        'flex items-center gap-2.5 px-4 py-2 text-12 [&>svg]:size-4 [&>svg]:shrink-0',
        tones[tone],
      )}
    >
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
