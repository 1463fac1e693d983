import type { Kysely } from 'kysely';
import type { SettingsRepository } from '../../modules/settings/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** The shop's settings in `shop_settings`. */
export function createSettingsRepository(db: Kysely<Database>): SettingsRepository {
  return {
    async readSetting(key) {
      const row = await db
        .selectFrom('shop_settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value;
    },
    async writeSetting(key, value) {
      await db
        .insertInto('shop_settings')
        .values({ key, value: json(value) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) }))
        .execute();
    },
  };
}
