import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '#shared/domain/customer';
import { CheckIcon } from '../../design/icons.ts';
import { Tooltip } from '../../design/tooltip.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useChannel } from '../../stores/session-store.ts';

type Identity = CustomerProfile['identities'][number];

/** The names under which the customer is known; a verified one has its mark (rule I1). */
export function Identities({ identities }: { identities: readonly Identity[] }): ReactNode {
  const shown = distinct(identities);
  if (shown.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-1.5">
      {shown.map((identity) => (
        <li key={`${identity.type}-${identity.channelId}-${identity.value}`}>
          <Name identity={identity} />
        </li>
      ))}
    </ul>
  );
}

/** Several unverified visits on one channel look the same to a reader: one stands for all, a verified one before others. */
function distinct(identities: readonly Identity[]): Identity[] {
  const named = new Map<string, Identity>();
  for (const identity of identities) {
    const isPersonal = identity.type === 'phone' || identity.type === 'email';
    const name = `${identity.channelId ?? identity.type}-${isPersonal ? identity.value : ''}`;
    if (!named.get(name)?.isVerified) named.set(name, identity);
  }
  return [...named.values()];
}

function Name({ identity }: { identity: Identity }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { local } = useSpeech();
  const channel = local(useChannel(identity.channelId)?.name);
  const words = {
    shop: t('customer.identity.shop'),
    web: channel || t('customer.identity.web'),
    channel: t('customer.identity.channel', { channel }),
    phone: t('customer.identity.phone', { value: identity.value }),
    email: t('customer.identity.email', { value: identity.value }),
  }[identity.type];
  const tip = [identity.value, t('customer.since', { when: formats.day(identity.firstSeenAt) })].join(' · ');
  return (
    <Tooltip content={tip}>
      <span className="flex items-center gap-1 rounded-full border border-line px-2 py-px text-11 text-ink-2">
        {words}
        {identity.isVerified ? (
          <CheckIcon role="img" aria-label={t('customer.identity.verified')} className="size-3" />
        ) : null}
      </span>
    </Tooltip>
  );
}
