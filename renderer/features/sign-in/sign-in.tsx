import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignIn as SignInInput } from '#shared/protocol/sign-in';
import type { Refusal } from '../../connection/commands/request.ts';
import { signIn, startSession } from '../../connection/commands/session.ts';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/text-field.tsx';
import { showToast } from '../../design/toast.tsx';
import type { Platform } from '../../platform/platform.ts';
import { usePlatform } from '../../platform/use-platform.ts';
import { useLinkStore } from '../../stores/link-store.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { EntryPage } from './entry-page.tsx';

/** The way in: account and password, with every way it can fail said in words. */
export function SignIn(): ReactNode {
  const { t } = useTranslation();
  const platform = usePlatform();
  const origin = useSessionStore((state) => state.origin);
  const endedBecause = useSessionStore((state) => state.endedBecause);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [hasCapsLock, setCapsLock] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasSignedIn, setSignedIn] = useState(false);
  const isOpening =
    useLinkStore(({ status }) => status === 'connecting' || status === 'catching-up') && hasSignedIn;
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setSignedIn(false);
    const answer = await signIn({ login, password, ...(await clientOf(platform)) });
    setBusy(false);
    if (!answer.ok) {
      setRefusal(answer.error);
      return;
    }
    const { token, device } = answer.data;
    if (token !== null && platform.capabilities.secrets) {
      const kept = await platform.secrets.keep('session-token', token).catch(() => 'until-quit' as const);
      if (kept === 'until-quit') showToast({ title: t('signIn.untilQuit') });
      else if (device !== null) await platform.secrets.keep('device-mark', device).catch(() => undefined);
    }
    setSignedIn(true);
    startSession(token);
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const isWrong = refusal?.code === 'unauthenticated' || refusal?.code === 'invalid-input';

  return (
    <EntryPage title={t('signIn.title')} lead={t('signIn.lead')}>
      {endedBecause ? (
        <p className="mb-4 rounded-m bg-sel px-3 py-2 text-12">{t(`signIn.ended.${endedBecause}`)}</p>
      ) : null}
      <form onSubmit={handleSubmit} className="flex flex-col gap-3.5">
        <TextField
          label={t('signIn.login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          maxLength={80}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          problem={isWrong ? t('signIn.wrong') : null}
          hint={hasCapsLock ? t('signIn.capsLock') : undefined}
        />
        {refusal && !isWrong ? (
          <p role="alert" className="rounded-m bg-furious-soft px-3 py-2 text-12 text-furious">
            <Problem refusal={refusal} server={origin} />
          </p>
        ) : null}
        <Button type="submit" look="accent" size="large" isBusy={isBusy || isOpening} className="mt-1">
          {t('signIn.submit')}
        </Button>
      </form>
      {platform.capabilities.serverChoice ? (
        <p className="mt-4 text-center text-12 text-ink-2">
          {t('signIn.server', { server: origin })}{' '}
          <button
            type="button"
            className="text-accent underline underline-offset-2"
            onClick={() => useSessionStore.setState({ phase: 'choosing-server' })}
          >
            {t('signIn.changeServer')}
          </button>
        </p>
      ) : null}
    </EntryPage>
  );
}

function Problem({ refusal, server }: { refusal: Refusal; server: string }): ReactNode {
  const { t } = useTranslation();
  if (refusal.code === 'rate-limited') {
    return t('signIn.tooMany', { seconds: Math.ceil((refusal.retryAfterMs ?? 30_000) / 1000) });
  }
  if (refusal.code === 'offline' || refusal.code === 'timeout') return t('signIn.unreachable', { server });
  return t('signIn.failed');
}

/** The desktop app comes with the mark of this device; a browser sends its cookie by itself. */
async function clientOf({
  capabilities,
  secrets,
}: Platform): Promise<Pick<SignInInput, 'client' | 'device'>> {
  if (!capabilities.secrets) return { client: 'web' };
  const device = await secrets.read('device-mark').catch(() => null);
  return { client: 'desktop', ...(device === null ? {} : { device }) };
}
