import { type Kysely, sql } from 'kysely';
import type { SettingsRepository } from '../../modules/settings/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { GIVEN, writtenOnce } from '../shared-reads.ts';

const settings = writtenOnce((db) =>
  db.selectFrom('shop_settings').select(['key', 'value']).where(sql<boolean>`key = any(${GIVEN}::text[])`),
);

/** Those of these settings that were ever set. */
export async function findSettings(
  db: Kysely<Database>,
  keys: readonly string[],
): Promise<Map<string, unknown>> {
  return new Map((await settings(db, keys)).map(({ key, value }) => [key, value]));
}

/** The shop's settings in `shop_settings`. */
export function createSettingsRepository(db: Kysely<Database>): SettingsRepository {
  return {
    readSetting: async (key) => (await findSettings(db, [key])).get(key),
    async writeSetting(key, value) {
      await db
        .insertInto('shop_settings')
        .values({ key, value: json(value) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) }))
        .execute();
    },
  };
}
