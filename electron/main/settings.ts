import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const settingsSchema = z.object({
  /** Origin of the server this console may talk to. */
  serverAddress: z.string().nullable().catch(null),
  /** The user agreed to keep secrets without a keychain. */
  isWeakStorageAccepted: z.boolean().catch(false),
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), isMaximized: z.boolean() })
    .nullable()
    .catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the shell remembers between starts. */
export interface SettingsFile {
  get(): Settings;
  /** Changes the given values; on disk when it returns. */
  change(part: Partial<Settings>): void;
}

/** Opens the settings; values that can't be read count as never set, so that a damaged file never keeps the app from starting. */
export function openSettings(file: string): SettingsFile {
  let settings = settingsSchema.parse(readJson(file));
  return {
    get: () => settings,
    change(part) {
      settings = { ...settings, ...part };
      writeJson(file, settings);
    },
  };
}

/** The object in a file, or an empty one. */
export function readJson(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** Replaces a file in one step, readable by its owner only. */
export function writeJson(file: string, value: object): void {
  const fresh = `${file}.new`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
