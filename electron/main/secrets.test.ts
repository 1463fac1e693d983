import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SafeStoragePart } from './electron-parts.ts';
import { openSecrets } from './secrets.ts';

type Backend = ReturnType<SafeStoragePart['getSelectedStorageBackend']>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'secrets.json');

/** A computer's secrets as a fresh start of the app opens them. */
function open(traits: {
  backend?: Backend;
  platform?: NodeJS.Platform;
  isAvailable?: boolean;
  isLocked?: boolean;
  accepts?: boolean;
}) {
  let asked = 0;
  const {
    backend = 'gnome_libsecret',
    platform = 'linux',
    isAvailable = true,
    isLocked = false,
    accepts = false,
  } = traits;
  const secrets = openSecrets({
    platform,
    file: file(),
    isWeakAccepted: async () => {
      asked += 1;
      return accepts;
    },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => isAvailable,
      encryptStringAsync: async (text) => Buffer.from([...text].reverse().join('')),
      decryptStringAsync: async (bytes) => {
        if (isLocked) throw new Error('the keychain is locked');
        return { result: [...bytes.toString()].reverse().join(''), shouldReEncrypt: false };
      },
      getSelectedStorageBackend: () => backend,
    },
  });
  return { secrets, asked: () => asked };
}

describe('T7: keeping secrets', () => {
  it('keeps them encrypted, in a file for their owner only, beyond the end of the app', async () => {
    const { secrets, asked } = open({});
    expect(await secrets.keep('session-token', 'token-123')).toBe('kept');
    expect(asked()).toBe(0);
    expect(readFileSync(file(), 'utf8')).not.toContain('token-123');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await open({}).secrets.read('session-token')).toBe('token-123');
  });

  it.each(['basic_text', 'unknown'] satisfies Backend[])(
    'case D8: asks before storage of the kind %s, and on a no keeps them until the app quits',
    async (backend) => {
      const { secrets, asked } = open({ backend });
      expect(await secrets.keep('session-token', 'token-123')).toBe('until-quit');
      expect(asked()).toBe(1);
      expect(existsSync(file())).toBe(false);
      expect(await secrets.read('session-token')).toBe('token-123');
      expect(await open({ backend }).secrets.read('session-token')).toBeNull();
    },
  );

  it('case D8: uses weaker storage after a yes, and stronger as soon as there is any', async () => {
    expect(
      await open({ backend: 'basic_text', accepts: true }).secrets.keep('session-token', 'token-123'),
    ).toBe('kept');
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ 'session-token': { strength: 'weak' } });
    expect(await open({}).secrets.read('session-token')).toBe('token-123');
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({
      'session-token': { strength: 'strong' },
    });
  });

  it('trusts the keychains of Windows and macOS without a question', async () => {
    for (const platform of ['win32', 'darwin'] satisfies NodeJS.Platform[]) {
      const { secrets, asked } = open({ platform, backend: 'unknown' });
      expect(await secrets.keep('session-token', 'token-123')).toBe('kept');
      expect(asked()).toBe(0);
    }
  });

  it('holds them in memory where nothing can encrypt, and takes an older one from the disk', async () => {
    await open({}).secrets.keep('session-token', 'older');
    const { secrets, asked } = open({ isAvailable: false });
    expect(await secrets.keep('session-token', 'token-123')).toBe('until-quit');
    expect(asked()).toBe(0);
    expect(await secrets.read('session-token')).toBe('token-123');
    expect(await open({}).secrets.read('session-token')).toBeNull();
  });

  it('says it has none while the keychain is locked, and has it again afterwards', async () => {
    await open({}).secrets.keep('session-token', 'token-123');
    expect(await open({ isLocked: true }).secrets.read('session-token')).toBeNull();
    expect(await open({}).secrets.read('session-token')).toBe('token-123');
  });

  it('forgets one or all, on disk and in memory', async () => {
    const { secrets } = open({});
    await secrets.keep('session-token', 'token-123');
    secrets.forget('session-token');
    expect(await secrets.read('session-token')).toBeNull();
    await secrets.keep('session-token', 'token-456');
    secrets.forgetAll();
    expect(await open({}).secrets.read('session-token')).toBeNull();
    const inMemory = open({ backend: 'basic_text' }).secrets;
    await inMemory.keep('session-token', 'token-789');
    inMemory.forgetAll();
    expect(await inMemory.read('session-token')).toBeNull();
  });

  it.each(['', 'not json', '[]', '{"session-token":{"strength":"strong"}}', '{"session-token":7}'])(
    'takes a file that says %s for empty',
    async (content) => {
      writeFileSync(file(), content);
      expect(await open({}).secrets.read('session-token')).toBeNull();
    },
  );
});
