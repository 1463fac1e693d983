import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '#shared/domain/customer';
import { Picture } from '../../design/picture.tsx';
import { Section } from '../../design/section.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useServerUrl } from '../../stores/session-store.ts';

type View = CustomerProfile['views'][number];

/** What the customer looked at lately: pictures in a line, words behind them. */
export function Views({ views }: { views: readonly View[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('customer.views')}>
      <ul className="flex flex-wrap gap-2">
        {views.slice(0, 5).map((view) => (
          <li key={view.productId}>
            <ViewedProduct view={view} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ViewedProduct({ view }: { view: View }): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const formats = useFormats();
  const url = useServerUrl(view.pictureUrl);
  const facts = [
    formats.money(view.priceFen),
    t('customer.viewedTimes', { count: view.times }),
    formats.day(view.at),
  ];
  return (
    <Tooltip
      content={
        <>
          <b className="block">{local(view.title)}</b>
          {facts.join(' · ')}
        </>
      }
    >
      <button
        type="button"
        aria-label={[local(view.title), ...facts].join(' · ')}
        className="cursor-help rounded-m"
      >
        <Picture url={url} className="size-11" />
      </button>
    </Tooltip>
  );
}
