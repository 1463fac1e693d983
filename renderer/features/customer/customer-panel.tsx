import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { CustomerProfile } from '#shared/domain/customer';
import { readCustomer } from '../../connection/commands/reading.ts';
import { Avatar } from '../../design/avatar.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { PersonIcon, VerifiedIcon } from '../../design/icons.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../locales/format.ts';
import { languageOf } from '../../locales/spoken.ts';
import { useCustomer } from '../../stores/customer-store.ts';
import { Identities } from './identities.tsx';
import { Orders } from './orders.tsx';
import { Parting } from './parting.tsx';
import { Views } from './views.tsx';

/** Props of {@link CustomerPanel}. */
export type CustomerPanelProps = {
  conversation: ConversationSummary | undefined;
  /** What stands below the profile: goods to offer, causes, the past. */
  children: ReactNode;
};

/** What helps: who this is, what they bought, what may be offered. */
export function CustomerPanel({ conversation, children }: CustomerPanelProps): ReactNode {
  const { t } = useTranslation();
  return (
    <aside
      aria-label={t('customer.label')}
      className="min-h-0 min-w-0 overflow-y-auto border-l border-line bg-pane"
      data-testid="customer-panel"
    >
      {conversation ? (
        <>
          <Profile conversation={conversation} />
          {children}
        </>
      ) : (
        <div className="grid h-full place-items-center">
          <EmptyState icon={<PersonIcon aria-hidden />} title={t('customer.label')}>
            <p>{t('customer.none')}</p>
          </EmptyState>
        </div>
      )}
    </aside>
  );
}

function Profile({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const record = useCustomer(conversation.customer.id);
  const profile = record?.profile;
  return (
    <>
      <section className="border-b border-line-soft px-4 pt-4 pb-3">
        <Head conversation={conversation} profile={profile ?? null} />
        {profile ? <Facts profile={profile} /> : null}
        {profile ? <Identities identities={profile.identities} /> : null}
        {profile ? <Parting profile={profile} /> : null}
        {record?.status === 'failed' && !profile ? <Failed conversation={conversation} /> : null}
        {profile || record?.status === 'failed' ? null : <Loading />}
      </section>
      {profile ? <Orders conversation={conversation} orders={profile.orders} /> : null}
      {profile && profile.views.length > 0 ? <Views views={profile.views} /> : null}
    </>
  );
}

function Head({
  conversation,
  profile,
}: {
  conversation: ConversationSummary;
  profile: CustomerProfile | null;
}): ReactNode {
  const { t } = useTranslation();
  const { customer, mood } = conversation;
  const facts = [
    t(`customer.membership.${customer.membership}`),
    profile?.city,
    t(`customer.language.${profile?.language ?? conversation.language}`),
  ];
  return (
    <div className="flex items-center gap-3">
      <Avatar
        name={customer.name}
        size="large"
        className={`tone-${mood.level} bg-(--tone-soft) text-(--tone)`}
      />
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 text-14 font-semibold">
          <span lang={languageOf(customer.name)} dir="auto" className="min-w-0 wrap-anywhere">
            {customer.name}
          </span>
          {customer.isVerified ? (
            <VerifiedIcon
              role="img"
              aria-label={t('customer.verified')}
              className="size-4 shrink-0 text-accent"
            />
          ) : null}
        </p>
        <p className="text-12 text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
        {customer.isVerified ? null : <p className="text-12 text-ink-3">{t('customer.unverified')}</p>}
      </div>
    </div>
  );
}

function Facts({ profile }: { profile: CustomerProfile }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const facts = [
    { label: t('customer.spent'), value: formats.money(Math.round(profile.spentFen / 100) * 100) },
    { label: t('customer.orders'), value: formats.number(profile.orderCount) },
    { label: t('customer.complaints'), value: formats.number(profile.complaintCount) },
  ];
  return (
    <dl className="mt-3 grid grid-cols-3 tabular-nums">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-11 text-ink-3">{label}</dt>
          <dd className="text-14 font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Loading(): ReactNode {
  return (
    <div aria-busy className="mt-3 flex flex-col gap-2">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-5 w-2/3" />
    </div>
  );
}

function Failed({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  return (
    <p role="alert" className="mt-3 flex items-center justify-between gap-2 text-12 text-ink-2">
      {t('customer.failed')}
      <Button size="small" onClick={() => void readCustomer(conversation.customer.id)}>
        {t('app.retry')}
      </Button>
    </p>
  );
}
