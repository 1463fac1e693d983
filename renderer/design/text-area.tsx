import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { fieldClass } from './text-field.tsx';

/** Several lines of text under their label, growing with what is written up to eight lines. */
export function TextArea({
  label,
  className,
  ...rest
}: ComponentProps<'textarea'> & { label: string }): ReactNode {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 font-medium text-ink-2">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        className={classNames(fieldClass, 'field-sizing-content max-h-44 min-h-16 resize-none py-2')}
      />
    </div>
  );
}
