import { type ReactNode, Suspense } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { DesignProvider } from '../design/design-provider.tsx';
import { BusyIcon } from '../design/icons.ts';
import { KeyLookupProvider } from '../design/kbd.tsx';
import { ToastPlace } from '../design/toast.tsx';
import { ServerChoice } from '../features/sign-in/server-choice.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { PlatformProvider } from '../platform/use-platform.ts';
import type { ActionName } from '../stores/action-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { keysOf } from './key-map.ts';
import { LinkBanner } from './link-banner.tsx';
import type { AppParts } from './start.ts';
import { Workspace } from './workspace.tsx';

/** The whole console. */
export function App({ platform, words }: AppParts): ReactNode {
  return (
    <PlatformProvider value={platform}>
      <I18nextProvider i18n={words}>
        <DesignProvider>
          <KeyLookupProvider value={(action) => keysOf(action as ActionName)}>
            <ErrorBoundary>
              <Suspense>
                <Phase />
              </Suspense>
            </ErrorBoundary>
            <Toasts />
          </KeyLookupProvider>
        </DesignProvider>
      </I18nextProvider>
    </PlatformProvider>
  );
}

function Phase(): ReactNode {
  const phase = useSessionStore((state) => state.phase);
  if (phase === 'signed-in') return <Workspace />;
  if (phase === 'signed-out') return <AtTheDoor />;
  if (phase === 'choosing-server') return <ServerChoice />;
  return <Starting />;
}

/** Who has signed in sees why the workspace does not open yet, if it does not. */
function AtTheDoor(): ReactNode {
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      <LinkBanner />
      <div className="row-start-2 min-h-0">
        <SignIn />
      </div>
    </div>
  );
}

function Starting(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      <LinkBanner />
      <p role="status" className="row-start-2 flex items-center justify-center gap-2 text-ink-2">
        <BusyIcon className="size-4 animate-spin" aria-hidden />
        {t('app.loading')}
      </p>
    </main>
  );
}

function Toasts(): ReactNode {
  const { t } = useTranslation();
  return <ToastPlace closeLabel={t('app.close')} />;
}
