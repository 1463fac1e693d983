import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseSuggestion } from '#shared/domain/disposition';
import { classNames } from '../../design/class-names.ts';
import { CheckIcon } from '../../design/icons.ts';
import { fieldClass } from '../../design/text-field.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useCatalogueStore } from '../../stores/catalogue-store.ts';
import { type CauseOption, causeOptions } from './cause-options.ts';

/** Props of {@link CausePicker}. */
export type CausePickerProps = {
  suggestions: readonly CauseSuggestion[];
  value: string | null;
  onChange: (code: string) => void;
  isRequired: boolean;
  isMissing: boolean;
  /** Enter on the cause that is chosen already. */
  onConfirm: () => void;
  ref: RefObject<HTMLInputElement | null>;
};

/** The tree of causes as one list that a few letters narrow; arrows choose, so that closing takes a few keys. */
export function CausePicker({
  suggestions,
  value,
  onChange,
  isRequired,
  isMissing,
  onConfirm,
  ref,
}: CausePickerProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useSpeech();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const tree = useCatalogueStore((state) => state.causes);
  const [query, setQuery] = useState('');
  const options = causeOptions(tree, suggestions, { query, language });
  const at = options.findIndex(({ code }) => code === value);
  const choose = (index: number): void => {
    const option = options[Math.max(0, Math.min(options.length - 1, index))];
    if (!option) return;
    onChange(option.code);
    requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isComposing || keyCode === 229) return;
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter' && at < 0) choose(0);
    else if (event.key === 'Enter') onConfirm();
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <div className="mb-1 flex justify-between text-12">
        <label htmlFor={id} className="font-medium text-ink-2">
          {t('closing.cause')}
        </label>
        <span
          className={isMissing ? 'font-medium text-furious' : 'text-ink-3'}
          role={isMissing ? 'alert' : undefined}
        >
          {t(isRequired ? 'closing.causeRequired' : 'closing.causeOptional')}
        </span>
      </div>
      <input
        ref={ref}
        id={id}
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-invalid={isMissing || undefined}
        placeholder={t('closing.searchPlaceholder')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={handleKeyDown}
        className={classNames(fieldClass, 'h-9')}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('closing.cause')}
        className="mt-1.5 h-[212px] overflow-y-auto rounded-m border border-line p-1"
      >
        {options.map((option, index) => (
          <Option
            key={option.code}
            id={`${id}-${index}`}
            option={option}
            isChosen={index === at}
            onChoose={() => choose(index)}
          />
        ))}
        {options.length === 0 ? <p className="px-2.5 py-2 text-ink-2">{t('closing.none')}</p> : null}
      </div>
    </div>
  );
}

type OptionProps = { id: string; option: CauseOption; isChosen: boolean; onChoose: () => void };

function Option({ id, option, isChosen, onChoose }: OptionProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { path, confidence } = option;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onPointerDown={(event) => {
        // The letters stay in the field.
        event.preventDefault();
        onChoose();
      }}
      className={classNames(
        'flex cursor-pointer items-center gap-2 rounded-s px-2.5 py-1.5',
        isChosen ? 'bg-accent-soft text-accent' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 flex-1">
        {path.length > 1 ? (
          <span className={isChosen ? '' : 'text-ink-3'}>{path.slice(0, -1).join(' › ')} › </span>
        ) : null}
        <span className="font-medium">{path.at(-1)}</span>
      </span>
      {confidence === null ? null : (
        <span className="text-12 whitespace-nowrap tabular-nums opacity-80">
          {t('closing.suggested')} {formats.percent(confidence)}
        </span>
      )}
      <CheckIcon className={classNames('size-4', !isChosen && 'invisible')} aria-hidden />
    </div>
  );
}
