import { type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';
import { PackageIcon } from './icons.ts';

/** A square picture; where it can't be had, a quiet sign in its place. Decoration: the name stands beside it. */
export function Picture({ url, className }: { url: string; className: string }): ReactNode {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const box = classNames('shrink-0 overflow-hidden rounded-m bg-line-soft', className);
  if (url === '' || failedUrl === url) {
    return (
      <span aria-hidden className={classNames(box, 'grid place-items-center text-ink-3')}>
        <PackageIcon className="size-1/2 stroke-[1.4]" />
      </span>
    );
  }
  return (
    <img
      src={url}
      alt=""
      loading="lazy"
      onError={() => setFailedUrl(url)}
      className={classNames(box, 'object-cover')}
    />
  );
}
