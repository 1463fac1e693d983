import { z } from 'zod';
import type { SecretKept, SecretName } from '#shared/desktop/contract';
import type { SafeStoragePart } from './electron-parts.ts';
import { readJson, writeJson } from './settings.ts';

/** What stands behind the encryption: the system's keychain, a key that anybody knows, or nothing at all. */
type Strength = 'strong' | 'weak' | 'none';

const fileSchema = z.record(z.string(), z.object({ strength: z.enum(['strong', 'weak']), data: z.base64() }));
type SecretsFile = z.infer<typeof fileSchema>;

/** Keeps the console's secrets, see `DesktopBridge`. */
export interface Secrets {
  read(name: SecretName): Promise<string | null>;
  keep(name: SecretName, value: string): Promise<SecretKept>;
  forget(name: SecretName): void;
  forgetAll(): void;
}

/**
 * Secrets encrypted by the system in one file. Without a keychain (some Linux desktops) the user is asked before the weaker storage is used,
 * and on a no they live in memory until the app quits (T7). Never falls back silently, and notes with each secret how strongly it is kept.
 */
export function openSecrets(parts: {
  readonly safeStorage: SafeStoragePart;
  readonly platform: NodeJS.Platform;
  readonly file: string;
  readonly isWeakAccepted: () => Promise<boolean>;
}): Secrets {
  const { safeStorage, file } = parts;
  const untilQuit = new Map<SecretName, string>();
  const stored = (): SecretsFile => fileSchema.catch({}).parse(readJson(file));

  const store = async (name: SecretName, value: string, strength: 'strong' | 'weak'): Promise<void> => {
    const data = (await safeStorage.encryptStringAsync(value)).toString('base64');
    writeJson(file, { ...stored(), [name]: { strength, data } });
  };

  const forget = (name: SecretName): void => {
    untilQuit.delete(name);
    const { [name]: gone, ...rest } = stored();
    if (gone) writeJson(file, rest);
  };

  return {
    async read(name) {
      const entry = stored()[name];
      if (!entry) return untilQuit.get(name) ?? null;
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(entry.data, 'base64'),
        );
        const strength = await storageStrength(safeStorage, parts.platform);
        if (strength === 'strong' && (shouldReEncrypt || entry.strength === 'weak'))
          await store(name, result, 'strong');
        return result;
      } catch {
        // A locked or replaced keychain: the user signs in again. The entry stays, for a locked one may open later.
        return null;
      }
    },
    async keep(name, value) {
      const strength = await storageStrength(safeStorage, parts.platform);
      if (strength === 'none' || (strength === 'weak' && !(await parts.isWeakAccepted()))) {
        forget(name);
        untilQuit.set(name, value);
        return 'until-quit';
      }
      await store(name, value, strength);
      untilQuit.delete(name);
      return 'kept';
    },
    forget,
    forgetAll() {
      untilQuit.clear();
      writeJson(file, {});
    },
  };
}

async function storageStrength(safeStorage: SafeStoragePart, platform: NodeJS.Platform): Promise<Strength> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none';
  // Only Linux has desktops without a keychain; there Electron encrypts with a password that is in its source.
  return platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
    ? 'weak'
    : 'strong';
}
