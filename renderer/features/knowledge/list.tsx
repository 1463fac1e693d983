import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../../design/class-names.ts';

/** Props of {@link List}. */
export type ListProps<Item> = {
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  chosen: string | null;
  onChoose: (item: Item) => void;
  /** What stands there where nothing is in it. */
  none?: string;
  children: (item: Item) => ReactNode;
};

/** The list at the left of the page. Up and down go from one to the next and open it. */
export function List<Item>({
  label,
  items,
  idOf,
  chosen,
  onChoose,
  none,
  children,
}: ListProps<Item>): ReactNode {
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...event.currentTarget.querySelectorAll('button')];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    event.preventDefault();
    row.focus();
    row.click();
  };
  if (items.length === 0 && none) {
    return (
      <p role="status" className="px-5 py-2 text-12 text-ink-2">
        {none}
      </p>
    );
  }
  return (
    <ul aria-label={label} onKeyDown={handleKeyDown} className="min-h-0 flex-1 overflow-y-auto">
      {items.map((item) => {
        const isChosen = idOf(item) === chosen;
        return (
          <li key={idOf(item)}>
            <button
              type="button"
              aria-current={isChosen}
              onClick={() => onChoose(item)}
              className={classNames(
                'block w-full border-b border-line-soft px-5 py-2.5 text-left outline-offset-[-2px] hover:bg-hover',
                isChosen && 'bg-sel',
              )}
            >
              {children(item)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
