import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { WarningIcon } from '../design/icons.ts';

type Props = { children: ReactNode };

/** Keeps a failure within its pane: the others go on working, and this one can be opened again. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failure onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function Failure({ onRetry }: { onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid h-full place-items-center bg-surface">
      <EmptyState icon={<WarningIcon aria-hidden />} title={t('crash.title')}>
        <p>{t('crash.text')}</p>
        <div className="mt-2 flex gap-2">
          <Button onClick={onRetry}>{t('crash.retry')}</Button>
          <Button look="quiet" onClick={() => window.location.reload()}>
            {t('crash.reload')}
          </Button>
        </div>
      </EmptyState>
    </div>
  );
}
