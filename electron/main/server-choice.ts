import type { ServerChoice } from '#shared/desktop/contract';
import { parseServerAddress } from '#shared/desktop/server-address';
import type { Secrets } from './secrets.ts';
import type { SettingsFile } from './settings.ts';

/** Remembers the server that the console may talk to. The secrets of another server are forgotten first: no server ever gets another's token. */
export function chooseServer(
  address: string,
  settings: SettingsFile,
  secrets: Pick<Secrets, 'forgetAll'>,
): ServerChoice {
  const parsed = parseServerAddress(address);
  if (!parsed.ok) return parsed.reason;
  if (parsed.origin !== settings.get().serverAddress) secrets.forgetAll();
  settings.change({ serverAddress: parsed.origin });
  return 'saved';
}
