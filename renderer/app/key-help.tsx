import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../design/dialog.tsx';
import { Kbd } from '../design/kbd.tsx';
import { type ActionName, actionNames } from '../stores/action-store.ts';
import { openDialog } from '../stores/view-store.ts';
import { type KeyGroup, keyMap, keysOf } from './key-map.ts';

/** Two columns of about one height. */
const columns: readonly (readonly KeyGroup[])[] = [
  ['queue', 'conversation', 'everywhere'],
  ['composer', 'cards'],
];

/** The table of all keys, made from the key map itself. */
export function KeyHelp(): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen
      onClose={() => openDialog(null)}
      title={t('keys.title')}
      description={t('keys.lead')}
      width="wide"
    >
      <div className="grid grid-cols-2 gap-x-10">
        {columns.map((groups) => (
          <div key={groups.join()} className="flex flex-col gap-5 pb-5">
            {groups.map((group) => (
              <Group key={group} group={group} />
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { group: KeyGroup }): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="mb-1.5 text-11 font-semibold text-ink-3">{t(`keys.groups.${group}`)}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        {rowsOf(group).map(({ id, label, keys }) => (
          <Row key={id} label={t(label)} keys={keys} />
        ))}
      </dl>
    </section>
  );
}

type Label =
  `keys.actions.${Exclude<ActionName, `card.send-${number}`> | 'card.send' | 'send' | 'newline' | 'canned'}`;

function Row({ label, keys }: { label: string; keys: readonly string[] }): ReactNode {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="flex items-start justify-end gap-1.5">
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </dd>
    </>
  );
}

/** Single keys stand for their Alt forms too, as the head of the table says; the six cards are one row. */
function rowsOf(group: KeyGroup): { id: string; label: Label; keys: readonly string[] }[] {
  const rows = actionNames.flatMap((action) => {
    if (keyMap[action].group !== group) return [];
    if (action.startsWith('card.send-')) {
      return action === 'card.send-1'
        ? [{ id: action, label: 'keys.actions.card.send' as Label, keys: ['1', '…', '6'] }]
        : [];
    }
    const keys = keysOf(action).filter((key) => !keyMap[action].key || key !== `Alt+${keyMap[action].key}`);
    // In an empty reply, where other combinations would be letters.
    if (action === 'message.edit') keys.push('ArrowUp');
    return [{ id: action, label: `keys.actions.${action}` as Label, keys }];
  });
  if (group !== 'composer') return rows;
  return [
    ...rows,
    { id: 'send', label: 'keys.actions.send', keys: ['Enter'] },
    { id: 'newline', label: 'keys.actions.newline', keys: ['Shift+Enter'] },
    { id: 'canned', label: 'keys.actions.canned', keys: ['/'] },
  ];
}
