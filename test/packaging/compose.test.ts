import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readConfig, SETTING_NAMES } from '../../backend/runtime/config.ts';

/** The compose file can't be run here; what can go wrong in it without being noticed is looked at. */

const FOLDER = join(import.meta.dirname, '../../build/packaging/compose');

type Service = {
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, unknown> | string[];
  volumes?: string[];
  command?: string[];
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

function readCompose(): Compose {
  const document = parseDocument(readFileSync(join(FOLDER, 'compose.yaml'), 'utf8'), { merge: true });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS() as Compose;
}

/** As compose fills in what the shell says. */
function filledIn(value: string): string {
  return value.replaceAll(/\$\{(\w+)(?::[?-]([^}]*))?\}/g, (_all, name: string, fallback = '') =>
    name === 'BATON_WIDGET_ANCESTORS' ? fallback : 'example',
  );
}

describe('the compose file', () => {
  const { services, volumes } = readCompose();
  const nodes = Object.keys(services).filter((name) => name.startsWith('node-'));

  it('starts two nodes on one database and one Redis, with settings that Baton knows and takes', () => {
    expect(nodes).toEqual(['node-1', 'node-2']);
    for (const name of nodes) {
      const environment = services[name]?.environment ?? {};
      for (const setting of Object.keys(environment)) expect(SETTING_NAMES).toContain(setting);
      const filled = Object.entries(environment).map(([setting, value]) => [setting, filledIn(value)]);
      const config = readConfig({}, Object.fromEntries(filled) as Record<string, string>);
      expect(Object.keys(services)).toContain(new URL(config.databaseUrl ?? '').hostname);
      expect(Object.keys(services)).toContain(new URL(config.redisUrl ?? '').hostname);
      expect(config).toMatchObject({ host: '0.0.0.0', port: 4600, trustedProxies: 1 });
    }
    expect(services['node-1']).toEqual(services['node-2']);
    expect(services['node-1']?.command).toContain('--empty');
  });

  it('asks every service whether it is well, and waits for those that a node needs', () => {
    for (const service of Object.values(services)) expect(service.healthcheck?.test[0]).toBe('CMD');
    expect(Object.keys(services['node-1']?.depends_on ?? {})).toEqual(['postgres', 'redis']);
  });

  it('mounts what is there', () => {
    for (const { volumes: mounts = [] } of Object.values(services)) {
      for (const source of mounts.map((mount) => mount.split(':')[0] ?? '')) {
        const isThere = source.startsWith('.') ? existsSync(join(FOLDER, source)) : source in volumes;
        expect(isThere, source).toBe(true);
      }
    }
    expect(existsSync(join(FOLDER, '../../..', services['node-1']?.command?.[1] ?? ''))).toBe(true);
  });

  it('has a proxy that knows all nodes, asks them whether they are ready, and keeps figures inside', () => {
    const proxy = readFileSync(join(FOLDER, 'Caddyfile'), 'utf8');
    const upstreams = /reverse_proxy (.*) \{/.exec(proxy)?.[1]?.split(' ');
    expect(upstreams).toEqual(nodes.map((name) => `${name}:4600`));
    expect(proxy).toContain('health_uri /readyz');
    expect(proxy).toMatch(/path .*\/metrics/);
    expect((proxy.match(/\{/g) ?? []).length).toBe((proxy.match(/\}/g) ?? []).length);
  });
});
