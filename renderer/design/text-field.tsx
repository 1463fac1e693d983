import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** Props of {@link TextField}: those of an input, with its label and what is wrong with it. */
export type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  isLabelHidden?: boolean;
  problem?: string | null;
  hint?: ReactNode;
};

/** The look of every text field. */
export const fieldClass =
  'w-full rounded-m border border-field-line bg-surface px-3 text-14 text-ink placeholder:text-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0';

/** A labelled line of text; what is wrong stands under it and is read with it. */
export function TextField({
  label,
  isLabelHidden = false,
  problem,
  hint,
  className,
  ...rest
}: TextFieldProps): ReactNode {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className={classNames('mb-1 block text-12 font-medium text-ink-2', isLabelHidden && 'sr-only')}
      >
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={classNames(fieldClass, 'h-9', problem && 'border-furious')}
      />
      {note ? (
        <p id={`${id}-note`} className={classNames('mt-1 text-12', problem ? 'text-furious' : 'text-ink-2')}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
