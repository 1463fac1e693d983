import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerProfile } from '#shared/domain/customer';
import { partCustomer } from '../../connection/commands/reading.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useIsOverseer } from '../../stores/session-store.ts';

/** That two records were joined into this customer, and for leads the way to part them again (rule I2). */
export function Parting({ profile }: { profile: CustomerProfile }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const isOverseer = useIsOverseer();
  const [isAsking, setAsking] = useState(false);
  if (!isOverseer || profile.joinedAt === null) return null;
  return (
    <p className="mt-2 flex items-center justify-between gap-2 text-12 text-ink-3">
      {t('customer.joined', { when: formats.dayTime(profile.joinedAt) })}
      <Button size="small" look="quiet" onClick={() => setAsking(true)}>
        {t('parting.open')}
      </Button>
      {isAsking ? <Question profile={profile} onClose={() => setAsking(false)} /> : null}
    </p>
  );
}

function Question({ profile, onClose }: { profile: CustomerProfile; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await partCustomer(profile.id);
    setBusy(false);
    if (!answer.ok) {
      showToast({ title: say(answer.error), isProblem: true });
      return;
    }
    onClose();
    showToast({ title: t('parting.done', { name: profile.name }) });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onConfirm={() => void submit()}
      title={t('parting.title', { name: profile.name })}
      width="narrow"
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="strong" isBusy={isBusy} onClick={() => void submit()}>
            {t('parting.submit')} <Kbd keys="Mod+Enter" />
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('parting.lead')}</p>
    </Dialog>
  );
}
