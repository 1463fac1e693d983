import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { externalUrl } from '#shared/desktop/external-url';
import { Button } from '../../design/button.tsx';
import { ExternalIcon } from '../../design/icons.ts';
import { Popover } from '../../design/popover.tsx';
import { showToast } from '../../design/toast.tsx';
import { languageOf } from '../../locales/spoken.ts';
import { usePlatform } from '../../platform/use-platform.ts';
import { textParts } from './text-parts.ts';

/** What somebody said, as text and nothing else (rule T4). Links open outside, after showing where they really lead. */
export function MessageText({ text }: { text: string }): ReactNode {
  return (
    <span lang={languageOf(text)} dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {textParts(text).map((part) => (part.isLink ? <Link key={part.at} text={part.text} /> : part.text))}
    </span>
  );
}

function Link({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  const platform = usePlatform();
  const [isOpen, setOpen] = useState(false);
  const url = externalUrl(text.startsWith('www.') ? `https://${text}` : text);
  if (url === null) return text;
  const host = /^[a-z]+:\/*([^/?#]*)/.exec(url)?.[1] ?? url;
  const go = async (): Promise<void> => {
    setOpen(false);
    if (!(await platform.openExternal(url))) showToast({ title: t('talk.openLinkBad'), isProblem: true });
  };
  return (
    <Popover
      title={t('talk.openLink')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className="inline text-left break-all underline decoration-current/40 underline-offset-2"
        >
          {text}
        </button>
      }
    >
      <p className="text-12 text-ink-2">{t('talk.openLinkHost')}</p>
      <p className="mt-1 mb-3 font-semibold break-all">{url}</p>
      <Button look="strong" size="small" onClick={() => void go()}>
        <ExternalIcon className="size-3.5" aria-hidden />
        {t('talk.openLinkGo', { host })}
      </Button>
    </Popover>
  );
}
