import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CheckIcon } from './icons.ts';

/** A row of a menu. */
export type MenuItem =
  | {
      id: string;
      kind: 'item';
      label: ReactNode;
      icon?: ReactNode;
      hint?: ReactNode;
      onSelect: () => void;
      isDisabled?: boolean;
    }
  | {
      id: string;
      kind: 'choice';
      label: ReactNode;
      isChosen: boolean;
      onSelect: () => void;
      icon?: ReactNode;
    }
  | { id: string; kind: 'caption'; label: ReactNode }
  | { id: string; kind: 'line' };

/** Props of {@link Menu}. */
export type MenuProps = {
  /** The button that opens it; it must take a ref and pass its props on. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  header?: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
};

const rowClass =
  'flex w-full cursor-default items-center gap-2.5 rounded-s px-2.5 py-1.5 outline-none select-none data-[disabled]:opacity-45 data-[highlighted]:bg-sel [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.6]';

/** A list of things to do, from a button. */
export function Menu({ trigger, items, header, side = 'bottom', align = 'end' }: MenuProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup className="max-h-(--available-height) max-w-96 min-w-52 overflow-y-auto rounded-m border border-line bg-surface p-1 text-13 text-ink shadow-float outline-none transition-opacity data-[ending-style]:opacity-0">
            {header}
            {items.map((item) => (
              <MenuRow key={item.id} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }): ReactNode {
  if (item.kind === 'line') return <hr className="mx-2 my-1 border-line-soft" />;
  if (item.kind === 'caption') return <div className="px-2.5 pt-2 pb-1 text-11 text-ink-3">{item.label}</div>;
  if (item.kind === 'choice') {
    return (
      <Base.CheckboxItem checked={item.isChosen} onClick={item.onSelect} closeOnClick className={rowClass}>
        {item.icon}
        <span className="flex-1">{item.label}</span>
        <CheckIcon className={classNames('text-accent', !item.isChosen && 'invisible')} aria-hidden />
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item onClick={item.onSelect} disabled={item.isDisabled === true} className={rowClass}>
      {item.icon}
      <span className="flex-1">{item.label}</span>
      {item.hint}
    </Base.Item>
  );
}
