import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from './settings.ts';
import { textsFor } from './texts.ts';
import { createWeakStorageQuestion } from './weak-storage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-question-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A start of the app whose user presses the given button; `asked` grows with each question. */
function start(button: number, asked: string[]): () => Promise<boolean> {
  const dialog = {
    showMessageBox: (async (options: {
      message: string;
      buttons?: string[];
      cancelId?: number;
      defaultId?: number;
    }) => {
      asked.push(options.message);
      // Escape and Enter are a no.
      expect([options.cancelId, options.defaultId]).toEqual([0, 0]);
      return { response: button, checkboxChecked: false };
    }) as never,
  };
  return createWeakStorageQuestion(dialog, openSettings(join(folder, 'settings.json')), textsFor('zh-CN'));
}

describe('T7: the question before weaker storage', () => {
  it('is asked once in a start, however many secrets there are, and again after a no', async () => {
    const asked: string[] = [];
    const isAccepted = start(0, asked);
    expect(await Promise.all([isAccepted(), isAccepted()])).toEqual([false, false]);
    expect(asked).toEqual([textsFor('zh-CN').weakStorage.message]);
    expect(await start(0, asked)()).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('is not asked again after a yes', async () => {
    const asked: string[] = [];
    expect(await start(1, asked)()).toBe(true);
    expect(await start(0, asked)()).toBe(true);
    expect(asked).toHaveLength(1);
  });
});
