import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { fieldClass } from './text-field.tsx';

/** Several lines of text under their label, growing with what is written up to eight lines; a long text has room for twenty. */
export function TextArea({
  label,
  isLong = false,
  className,
  ...rest
}: ComponentProps<'textarea'> & { label: string; isLong?: boolean }): ReactNode {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 font-medium text-ink-2">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        className={classNames(
          fieldClass,
          'field-sizing-content resize-none py-2',
          isLong ? 'max-h-[440px] min-h-36' : 'max-h-44 min-h-16',
        )}
      />
    </div>
  );
}
