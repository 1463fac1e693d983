import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** Props of {@link ChoiceRow}. */
export type ChoiceRowProps<Value extends string> = {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
};

/** One of a few, side by side; arrows move the choice. */
export function ChoiceRow<Value extends string>({
  label,
  value,
  onChange,
  options,
}: ChoiceRowProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'cursor-pointer rounded-full border px-3.5 py-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
              option.value === value
                ? 'border-accent bg-accent-soft font-semibold text-accent'
                : 'border-line hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
