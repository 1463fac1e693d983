import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Electron's program carries before its nine fuses; the rest of the stub is a script that nobody runs. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const SHIPPED_FUSES = '101100011';

/**
 * Makes a folder that the packager takes for a downloaded Electron for Linux, so that what it does with our configuration can be checked on a
 * computer that can't download one. Its fuses stand as Electron ships them.
 */
export function makeElectronStub(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([
      Buffer.from('#!/bin/sh\nexit 1\n'),
      Buffer.from(FUSE_SENTINEL),
      Buffer.from([FUSE_VERSION, SHIPPED_FUSES.length]),
      Buffer.from(SHIPPED_FUSES),
    ]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'resources.pak', 'icudtl.dat']) {
    writeFileSync(join(folder, name), '');
  }
  for (const locale of ['en-US', 'en-GB', 'zh-CN', 'zh-TW', 'de', 'fr']) {
    writeFileSync(join(folder, 'locales', `${locale}.pak`), locale);
  }
}
