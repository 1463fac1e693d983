import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  buildMiniatureHouse,
  type Check,
  type Findings,
  removeMiniatureHouse,
  runCheck,
} from './miniature-house.ts';

/** Each planted breach, the checks that must catch it, and a word by which each of them names the reason. */
const breaches: Record<string, Partial<Record<Check, string>>> = {
  // shared → nothing of ours; domain stands alone; only zod
  'shared/domain/knows-the-protocol.ts': { law: 'shared/domain may not import' },
  'shared/desktop/knows-the-protocol.ts': { law: 'shared/desktop may not import' },
  'shared/domain/knows-a-package.ts': { law: 'package uuid' },
  'shared/domain/knows-the-backend.ts': { law: 'shared/domain may not import', compiler: 'TS6307' },
  'shared/domain/sees-a-window.ts': { compiler: "Cannot find name 'window'" },
  'shared/domain/sees-a-process.ts': { compiler: "Cannot find name 'process'", biome: 'noProcessGlobal' },

  // backend: modules by their doors, storage by ports, no way round
  'backend/http/passes-the-door.ts': { law: 'backend/http may not import' },
  'backend/http/knows-storage.ts': { law: 'backend/http may not import' },
  'backend/http/knows-the-shell.ts': { law: 'package electron' },
  'backend/realtime/knows-sql.ts': { law: 'package kysely' },
  'backend/channels/web/knows-http.ts': { law: 'package fastify' },
  'backend/demo/knows-storage.ts': { law: 'backend/demo may not import' },
  'backend/modules/bot/passes-the-door.ts': { law: 'may not import backend/modules/orders/order-service' },
  'backend/modules/bot/knows-storage.ts': { law: 'may not import backend/storage' },
  'backend/modules/bot/knows-the-widget.ts': { law: 'may not import widget', compiler: 'TS6142' },
  'backend/modules/bot/knows-a-test.ts': { law: 'may not import test', compiler: 'TS6307' },
  'backend/modules/bot/draws.ts': { law: 'package react' },
  'backend/modules/bot/sees-a-document.ts': { compiler: "Cannot find name 'document'" },
  'backend/storage/passes-the-door.ts': { law: 'backend/storage may not import' },
  'backend/runtime/knows-a-module.ts': { law: 'backend/runtime may not import' },
  'backend/runtime/knows-the-console.ts': { law: 'may not import renderer', compiler: 'TS6307' },

  // renderer: design and stores at the bottom, features side by side, one user of the socket
  'renderer/design/knows-a-store.ts': { law: 'renderer/design may not import' },
  'renderer/design/knows-a-noun.ts': { law: 'renderer/design may not import' },
  'renderer/stores/review-store.ts': { law: 'may not import renderer/stores/order-store' },
  'renderer/stores/knows-the-connection.ts': { law: 'renderer/stores may not import' },
  'renderer/platform/knows-the-protocol.ts': { law: 'renderer/platform may not import' },
  'renderer/connection/knows-a-feature.ts': { law: 'renderer/connection may not import' },
  'renderer/features/composer/knows-another-feature.ts': { law: 'may not import renderer/features/queue' },
  'renderer/features/composer/loads-another-feature.ts': { law: 'may not import renderer/features/queue' },
  'renderer/features/composer/computes-an-import.ts': { law: 'computed import' },
  'renderer/features/composer/takes-in-facts.ts': { law: 'may not import renderer/connection/incoming' },
  'renderer/features/composer/knows-the-socket.ts': { law: 'package socket.io-client' },
  'renderer/features/composer/goes-round-the-alias.ts': { law: '#shared/' },
  'renderer/app/knows-the-server.ts': { law: 'may not import backend', compiler: 'TS6307' },
  'renderer/app/reads-files.ts': { law: 'node:fs', compiler: "'node:fs'", biome: 'noNodejsModules' },

  // widget and shell
  'widget/knows-the-console.ts': { law: 'may not import renderer', compiler: 'TS6307' },
  'widget/knows-react.ts': { law: 'package react' },
  'widget/reads-files.ts': { law: 'node:fs', compiler: "'node:fs'", biome: 'noNodejsModules' },
  'electron/main/knows-the-console.ts': { law: 'may not import renderer', compiler: 'TS6142' },
  'electron/main/sees-a-document.ts': { compiler: "Cannot find name 'document'" },
  'electron/preload/knows-main.ts': { law: 'electron/preload may not import', compiler: 'TS6307' },
  'electron/preload/reads-files.ts': { law: 'node:fs', biome: 'noNodejsModules' },

  // names, sizes and places
  'backend/runtime/utils.ts': { law: "'utils'" },
  'shared/domain/types.ts': { law: "'types'" },
  'backend/runtime/camelCase.ts': { biome: 'useFilenamingConvention' },
  'shared/domain/promises-nothing.ts': { law: 'no doc comment' },
  'electron/README.md': { law: 'at most 20 lines' },
  'attic/old-things.ts': { law: 'top level is fixed' },

  // style
  'backend/runtime/says-any.ts': { biome: 'noExplicitAny' },
  'backend/runtime/forgets-a-promise.ts': { biome: 'noFloatingPromises' },
  'backend/runtime/cycle-a.ts': { biome: 'noImportCycles' },
  'backend/runtime/cycle-b.ts': { biome: 'noImportCycles' },
  'backend/runtime/exports-default.ts': { biome: 'noDefaultExport' },
  'backend/runtime/talks-to-the-console.ts': { biome: 'noConsole' },
  'backend/modules/bot/reads-the-environment.ts': { biome: 'noProcessEnv' },
  'backend/runtime/imports-a-type-as-a-value.ts': { biome: 'useImportType', compiler: 'TS1484' },
  'backend/runtime/counts-on-an-index.ts': { compiler: 'TS2322' },
  'backend/runtime/declares-an-enum.ts': { biome: 'noEnum', compiler: 'TS1294' },
  'test/asserts-nothing.test.ts': { biome: 'useExpect' },
  'test/is-skipped.test.ts': { biome: 'noSkippedTests' },
};

const checks: readonly Check[] = ['law', 'compiler', 'biome'];

describe('a lawful house', () => {
  const root = buildMiniatureHouse(['lawful']);
  afterAll(() => removeMiniatureHouse(root));

  it.each(checks)('is left alone by the check: %s', (check) => {
    expect([...runCheck(root, check)]).toEqual([]);
  });

  it('is searched by knip for what nobody uses', () => {
    const findings = runCheck(root, 'knip');
    expect(findings.get('electron/main/window.ts')).toEqual(['exports: closeWindow']);
    expect(findings.get('electron/main/main.ts')).toBeUndefined();
    expect(findings.get('build/read-shared.ts')).toEqual(['files: build/read-shared.ts']);
    expect(findings.get('package.json')).toContain('dependencies: pino');
  });
});

describe('a house with planted breaches', () => {
  const root = buildMiniatureHouse(['lawful', 'breaches']);
  rmSync(join(root, 'widget/README.md'));
  const findings = new Map<Check, Findings>(checks.map((check) => [check, runCheck(root, check)]));
  afterAll(() => removeMiniatureHouse(root));

  it('has a row in this table for every planted file', () => {
    const planted = readdirSync(join(import.meta.dirname, 'planted/breaches'), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile());
    expect(planted.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(breaches)
        .map((path) => path.split('/').at(-1))
        .toSorted(),
    );
  });

  it.each(Object.entries(breaches))('is caught: %s', (path, expected) => {
    for (const check of checks) {
      const complaints = findings.get(check)?.get(path === 'attic/old-things.ts' ? 'attic' : path) ?? [];
      const reason = expected[check];
      if (reason === undefined) expect({ check, complaints }).toEqual({ check, complaints: [] });
      else
        expect({ check, said: complaints.join('\n') }).toEqual({
          check,
          said: expect.stringContaining(reason),
        });
    }
  });

  it('is caught without a README in a room', () => {
    expect(findings.get('law')?.get('widget/README.md')).toEqual(['every room has a README']);
  });
});
