import { Select as Base } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { CheckIcon, ChevronDownIcon } from './icons.ts';

/** Props of {@link Select}. */
export type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
};

/** One choice out of a few, folded away. */
export function Select<Value extends string>({
  label,
  value,
  onChange,
  options,
}: SelectProps<Value>): ReactNode {
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next as Value)}
    >
      <Base.Trigger
        aria-label={label}
        className="inline-flex h-[30px] items-center gap-1.5 rounded-s border border-line bg-surface pr-2 pl-3 hover:bg-hover"
      >
        <Base.Value />
        <ChevronDownIcon className="size-3.5 text-ink-3" aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50" alignItemWithTrigger={false}>
          <Base.Popup className="min-w-40 rounded-m border border-line bg-surface p-1 text-13 text-ink shadow-float outline-none">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="flex cursor-default items-center gap-2 rounded-s px-2.5 py-1.5 outline-none data-[highlighted]:bg-sel"
              >
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <CheckIcon className="size-4 text-accent" aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
