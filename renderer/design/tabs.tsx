import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** Props of {@link Tabs}. */
export type TabsProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode }[];
};

/** A line of tabs that choose what the list below shows; the list itself is the caller's. */
export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>): ReactNode {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as Value)}>
      <Base.List aria-label={label} className="flex gap-3.5">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mx-1 rounded-[4px] px-1 py-0.5 text-11 text-ink-3 outline-offset-0 hover:text-ink data-[active]:font-semibold data-[active]:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
    </Base.Root>
  );
}
