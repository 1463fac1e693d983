import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, mayCommand } from '#shared/domain/agent';
import { readAccounts, setAccountActive } from '../../connection/commands/accounts.ts';
import type { Answer } from '../../connection/commands/request.ts';
import { Avatar } from '../../design/avatar.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { showToast } from '../../design/toast.tsx';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { openDialog } from '../../stores/view-store.ts';

/** Who has an account; shutting one ends its sessions at once, everywhere. For leads and admins. */
export function StaffDialog(): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const [answer, setAnswer] = useState<Answer<{ accounts: Account[] }> | null>(null);
  useEffect(() => {
    void readAccounts().then(setAnswer);
  }, []);
  const replace = (account: Account): void =>
    setAnswer((now) =>
      now?.ok
        ? {
            ok: true,
            data: { accounts: now.data.accounts.map((one) => (one.id === account.id ? account : one)) },
          }
        : now,
    );
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title={t('staff.title')} description={t('staff.lead')}>
      {answer === null ? (
        <div role="status" aria-label={t('app.loading')} className="flex flex-col gap-2">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
      ) : null}
      {answer?.ok === false ? <p role="alert">{say(answer.error)}</p> : null}
      {answer?.ok ? (
        <ul aria-label={t('staff.title')} className="-mx-2">
          {answer.data.accounts.map((account) => (
            <AccountRow key={account.id} account={account} onChanged={replace} />
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}

type AccountRowProps = { account: Account; onChanged: (account: Account) => void };

/** One account. Shutting asks once more, in the same place. */
function AccountRow({ account, onChanged }: AccountRowProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const say = useRefusalWords();
  const me = useSessionStore((state) => state.me);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const name = local(account.name);
  const mayChange = me !== null && me.id !== account.id && mayCommand(me.role, account.role);
  const change = async (isActive: boolean): Promise<void> => {
    setBusy(true);
    const answer = await setAccountActive(account.id, isActive);
    setBusy(false);
    setAsking(false);
    if (!answer.ok) {
      showToast({ title: say(answer.error), isProblem: true });
      return;
    }
    onChanged(answer.data.account);
    showToast({ title: t(isActive ? 'staff.opened' : 'staff.shut', { name }) });
  };
  return (
    <li data-testid="account" className="flex min-h-13 items-center gap-3 rounded-m px-2 py-1.5">
      <Avatar name={name} size="small" presence={account.presence} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{name}</span>
        <span className="block text-12 wrap-anywhere text-ink-2">
          {[
            t(`role.${account.role}`),
            account.login,
            account.isActive ? t(`presence.${account.presence}`) : t('staff.isShut'),
          ].join(' · ')}
        </span>
      </span>
      {mayChange && isAsking ? (
        <>
          <Button look="quiet" disabled={isBusy} onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
          <Button look="strong" isBusy={isBusy} autoFocus onClick={() => void change(false)}>
            {t('staff.shutNow')}
          </Button>
        </>
      ) : null}
      {mayChange && !isAsking ? (
        <Button
          isBusy={isBusy}
          aria-label={t(account.isActive ? 'staff.shutName' : 'staff.openName', { name })}
          onClick={() => (account.isActive ? setAsking(true) : void change(true))}
        >
          {t(account.isActive ? 'staff.doShut' : 'staff.doOpen')}
        </Button>
      ) : null}
    </li>
  );
}
