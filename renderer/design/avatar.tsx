import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Props of {@link Avatar}. */
export type AvatarProps = {
  name: string;
  size: 'small' | 'large';
  /** A dot for somebody who is here, away, or gone. */
  presence?: 'online' | 'away' | 'offline';
  className?: string;
};

const presences = { online: 'bg-happy', away: 'bg-upset', offline: 'bg-ink-3' } as const;

/** The first letter of a name in a circle; decoration beside the name itself. */
export function Avatar({ name, size, presence, className }: AvatarProps): ReactNode {
  return (
    <span
      aria-hidden
      className={classNames(
        'relative inline-grid shrink-0 place-items-center rounded-full font-bold',
        size === 'large' ? 'size-10 text-16' : 'size-[30px] text-12',
        className ?? 'bg-sel text-ink-2',
      )}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '·'}
      {presence ? (
        <i
          className={classNames(
            'absolute -right-px -bottom-px size-[9px] rounded-full border-2 border-bg',
            presences[presence],
          )}
        />
      ) : null}
    </span>
  );
}
