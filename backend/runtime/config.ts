import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StartFailure } from './start-failure.ts';

/**
 * Everything about the server that an operator may set, by environment variable; docs/operating.md has the same table. The command line
 * (main.ts) overrides PORT and BATON_DATA. This is the only file that reads the environment.
 */
const configSchema = z.object({
  /** Port to listen on; 0 lets the system choose one. */
  PORT: port().default(4600),
  /** Address to listen on. Only this machine unless said otherwise: put a proxy with TLS in front of anything wider. */
  BATON_HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database. */
  BATON_DATA: z.string().min(1).optional(),
  /** Connection string of an outside PostgreSQL, 15 or later, instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address')
    .optional(),
  /** Redis between several nodes on one outside PostgreSQL; without it this node is alone. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional(),
  /** The address under which browsers reach this server, where a proxy stands before it. https makes cookies Secure. */
  BATON_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies in front of this server may name the client's address (X-Forwarded-For). */
  BATON_TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Who may embed the chat: sources of the CSP directive frame-ancestors. */
  BATON_WIDGET_ANCESTORS: z.string().default('*'),
  BATON_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How long an agent stays signed in, and after how long without a sign of life the session ends earlier. */
  BATON_SESSION_HOURS: hours(12),
  BATON_SESSION_IDLE_HOURS: hours(8),
  /** How long an agent may be without connection before colleagues see them offline. */
  BATON_OFFLINE_AFTER_SECONDS: seconds(20),
  /** How long after that their conversations go back to the queue (rule H5). */
  BATON_LEASE_SECONDS: seconds(60),
  /** An OpenAI-compatible address (such as https://host/v1) and a model's name there: both, or there are no drafts. The key where one is asked for. */
  BATON_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  BATON_MODEL_NAME: z.string().min(1).optional(),
  BATON_MODEL_KEY: z.string().min(1).optional(),
  /** After how long without anything happening the bot's conversations end by themselves. */
  BATON_BOT_IDLE_HOURS: hours(24),
});

/** The checked configuration, in the server's own words. Durations in milliseconds. */
export type Config = {
  host: string;
  port: number;
  dataFolder: string;
  databaseUrl: string | null;
  /** Null: no other nodes. */
  redisUrl: string | null;
  /** Null: the address on which the server listens. */
  publicUrl: string | null;
  trustedProxies: number;
  widgetAncestors: string;
  logLevel: z.infer<typeof configSchema>['BATON_LOG_LEVEL'];
  sessionMs: number;
  sessionIdleMs: number;
  offlineAfterMs: number;
  leaseMs: number;
  botIdleMs: number;
  /** Null: no language model. */
  model: { url: string; name: string; key: string } | null;
};

/** A setting can't be used; the message names it and what it should be. */
export class ConfigError extends StartFailure {
  override readonly name = 'ConfigError';
}

/** Names of all settings, for the check that the documentation lists them. */
export const SETTING_NAMES: readonly string[] = Object.keys(configSchema.shape);

/** What the command line says louder than the environment. */
export type Overrides = { port?: string | undefined; data?: string | undefined };

/** Reads the environment. Throws `ConfigError` on the first setting that can't be used. */
export function readConfig(overrides: Overrides = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const given = {
    ...withoutEmpty(environment),
    ...withoutEmpty({ PORT: overrides.port, BATON_DATA: overrides.data }),
  };
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`The setting ${issue?.path.join('.')} can’t be used: ${issue?.message}`);
  }
  const settings = parsed.data;
  if (settings.REDIS_URL !== undefined && settings.DATABASE_URL === undefined) {
    throw new ConfigError(
      'REDIS_URL joins several nodes, which share an outside database: set DATABASE_URL too',
    );
  }
  return {
    host: settings.BATON_HOST,
    port: settings.PORT,
    dataFolder: settings.BATON_DATA ?? defaultDataFolder(environment),
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    publicUrl: settings.BATON_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: settings.BATON_TRUSTED_PROXIES,
    widgetAncestors: settings.BATON_WIDGET_ANCESTORS,
    logLevel: settings.BATON_LOG_LEVEL,
    sessionMs: settings.BATON_SESSION_HOURS * 3_600_000,
    sessionIdleMs: settings.BATON_SESSION_IDLE_HOURS * 3_600_000,
    offlineAfterMs: settings.BATON_OFFLINE_AFTER_SECONDS * 1000,
    leaseMs: settings.BATON_LEASE_SECONDS * 1000,
    botIdleMs: settings.BATON_BOT_IDLE_HOURS * 3_600_000,
    model: modelOf(settings),
  };
}

/** Address and name belong together: one alone is a mistake that would otherwise pass unseen. */
function modelOf(settings: z.infer<typeof configSchema>): Config['model'] {
  const { BATON_MODEL_URL: url, BATON_MODEL_NAME: name, BATON_MODEL_KEY: key = '' } = settings;
  if (url !== undefined && name !== undefined) return { url, name, key };
  if (url === undefined && name === undefined) return null;
  const missing = url === undefined ? 'BATON_MODEL_URL' : 'BATON_MODEL_NAME';
  throw new ConfigError(
    `The setting ${missing} is missing: the language model needs its address and its name`,
  );
}

/** The user's data folder by the custom of the system; for root the system's own. */
function defaultDataFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'Baton');
  }
  if (process.getuid?.() === 0) return '/var/lib/baton';
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Baton');
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'baton');
}

/** An empty variable means “not set”, as shells and service files have it. */
function withoutEmpty(values: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(entries);
}

function port() {
  return z.coerce.number().int().min(0).max(65_535);
}

function hours(fallback: number) {
  return z.coerce
    .number()
    .positive()
    .max(24 * 365)
    .default(fallback);
}

function seconds(fallback: number) {
  return z.coerce.number().min(0).max(86_400).default(fallback);
}
