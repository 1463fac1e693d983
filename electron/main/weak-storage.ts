import type { ElectronParts } from './electron-parts.ts';
import type { SettingsFile } from './settings.ts';
import type { Texts } from './texts.ts';

/**
 * Asks whether secrets may be kept on a computer without a keychain (T7). A yes is remembered for good, a no until the app quits; whoever
 * closes the question says no.
 */
export function createWeakStorageQuestion(
  dialog: ElectronParts['dialog'],
  settings: SettingsFile,
  { weakStorage: texts }: Texts,
): () => Promise<boolean> {
  let answer = settings.get().isWeakStorageAccepted ? Promise.resolve(true) : null;
  const ask = async (): Promise<boolean> => {
    const { message, detail, keep, refuse } = texts;
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message,
      detail,
      buttons: [refuse, keep],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) settings.change({ isWeakStorageAccepted: true });
    return response === 1;
  };
  return () => {
    answer ??= ask();
    return answer;
  };
}
