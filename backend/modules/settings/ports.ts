/** The shop's settings, one JSON value per key. */
export type SettingsRepository = {
  readSetting(key: string): Promise<unknown>;
  writeSetting(key: string, value: unknown): Promise<void>;
};
