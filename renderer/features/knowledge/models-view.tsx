import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelVersion } from '#shared/domain/learning';
import { activateModel, readKnowledge, retrainModels } from '../../connection/commands/knowledge.ts';
import type { Refusal } from '../../connection/commands/request.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { KnowledgeIcon, RetryIcon } from '../../design/icons.ts';
import { showToast } from '../../design/toast.tsx';
import { useFormats } from '../../locales/format.ts';
import { useRefusalWords } from '../../locales/refusal.ts';
import { useKnowledgeStore } from '../../stores/knowledge-store.ts';

/** What corrections have taught the models: version by version, how each did, which one serves. */
export function ModelsView(): ReactNode {
  const { t } = useTranslation();
  const say = useRefusalWords();
  const models = useKnowledgeStore((state) => state.models);
  const [isBusy, setBusy] = useState(false);
  const tell = (answer: { ok: true } | { ok: false; error: Refusal }, done: string): void => {
    setBusy(false);
    showToast(answer.ok ? { title: done } : { title: say(answer.error), isProblem: true });
  };
  const retrain = async (): Promise<void> => {
    setBusy(true);
    tell(await retrainModels(), t('knowledge.retraining'));
  };
  const activate = async (version: ModelVersion, isOn: boolean): Promise<void> => {
    setBusy(true);
    tell(await activateModel(version, isOn ? version.id : null), t('knowledge.activated'));
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
      <div className="mb-4 flex items-center gap-3">
        <p className="min-w-0 flex-1 text-12 text-ink-2">{t('knowledge.modelsLead')}</p>
        <Button onClick={() => void readKnowledge()}>{t('knowledge.reload')}</Button>
        <Button isBusy={isBusy} onClick={() => void retrain()}>
          <RetryIcon className="size-3.5" aria-hidden />
          {t('knowledge.retrain')}
        </Button>
      </div>
      {models.length === 0 ? (
        <EmptyState icon={<KnowledgeIcon aria-hidden />} title={t('knowledge.noModels')}>
          <p className="max-w-96">{t('knowledge.noModelsText')}</p>
        </EmptyState>
      ) : (
        <Table
          versions={models}
          isBusy={isBusy}
          onActivate={(version, isOn) => void activate(version, isOn)}
        />
      )}
    </div>
  );
}

type TableProps = {
  versions: readonly ModelVersion[];
  isBusy: boolean;
  onActivate: (version: ModelVersion, isOn: boolean) => void;
};

function Table({ versions, isBusy, onActivate }: TableProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const head = 'border-b border-line py-1.5 pr-4 text-left text-11 font-medium text-ink-3';
  const cell = 'border-b border-line-soft py-2 pr-4 tabular-nums';
  return (
    <table data-testid="models" className="w-full text-13">
      <thead>
        <tr>
          {(['model', 'when', 'corrections', 'heldOut', 'regression', 'state'] as const).map((column) => (
            <th key={column} className={head}>
              {t(`knowledge.columns.${column}`)}
            </th>
          ))}
          <th className={head} />
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => {
          const { before, after } = version;
          const isActive = version.state === 'active';
          return (
            <tr key={version.id}>
              <td className={cell}>
                {t(`knowledge.tasks.${version.task}`)} · {t(`knowledge.languages.${version.language}`)} ·{' '}
                {version.number}
              </td>
              <td className={cell}>{formats.dayTime(version.at)}</td>
              <td className={cell}>
                {version.corrections} ({before.learned.right} → {after.learned.right}/{after.learned.rows})
              </td>
              <td className={cell}>
                {before.heldOut.right} → {after.heldOut.right}/{after.heldOut.rows}
              </td>
              <td className={cell}>
                {before.regression.right} → {after.regression.right}/{after.regression.rows}
              </td>
              <td className={cell}>{t(`knowledge.modelStates.${version.state}`)}</td>
              <td className="border-b border-line-soft py-1 text-right">
                {version.state === 'rejected' ? null : (
                  <Button size="small" disabled={isBusy} onClick={() => onActivate(version, !isActive)}>
                    {t(isActive ? 'knowledge.deactivate' : 'knowledge.activate')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
