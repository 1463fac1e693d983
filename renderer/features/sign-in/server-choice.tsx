import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/text-field.tsx';
import { usePlatform } from '../../platform/use-platform.ts';
import { useSessionStore } from '../../stores/session-store.ts';
import { EntryPage } from './entry-page.tsx';

/** Asks once for the server's address; after it is saved the window starts again with that server. */
export function ServerChoice(): ReactNode {
  const { t } = useTranslation();
  const platform = usePlatform();
  const [address, setAddress] = useState(platform.serverAddress ?? '');
  const [problem, setProblem] = useState<'unreadable' | 'insecure' | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setBusy(true);
    const choice = await platform.chooseServer(address).catch(() => 'unreadable' as const);
    setBusy(false);
    setProblem(choice === 'saved' ? null : choice);
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };
  return (
    <EntryPage title={t('server.title')} lead={t('server.lead')}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <TextField
          label={t('server.address')}
          placeholder={t('server.placeholder')}
          name="server"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          maxLength={300}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          problem={problem ? t(`server.${problem}`) : null}
        />
        <div className="flex gap-2">
          {platform.serverAddress ? (
            <Button size="large" onClick={() => useSessionStore.setState({ phase: 'signed-out' })}>
              {t('app.back')}
            </Button>
          ) : null}
          <Button type="submit" look="accent" size="large" isBusy={isBusy} className="flex-1">
            {t('server.submit')}
          </Button>
        </div>
      </form>
    </EntryPage>
  );
}
