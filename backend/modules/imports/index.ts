import { entryBodySchema } from '#shared/domain/entry';
import type { Transact } from '../../runtime/transact.ts';
import type { SettingsRepository } from '../settings/index.ts';
import type { ImportedConversation, ImportedCustomer, ImportedShop, ImportRepository } from './ports.ts';

export type {
  ImportedCause,
  ImportedConversation,
  ImportedCustomer,
  ImportedHandoff,
  ImportedShop,
  ImportRepository,
} from './ports.ts';

/** Everything that a shop brings along. */
export type Import = {
  shop: ImportedShop;
  customers: readonly ImportedCustomer[];
  conversations: readonly ImportedConversation[];
  /** Settings written in the same transaction, such as the mark that this import was done. */
  settings: Readonly<Record<string, unknown>>;
};

/** Brings in what a shop had before, in bulk. */
export type ImportService = {
  /** All or nothing, in one transaction. Throws on an entry that is not of the protocol's form, and on ids that exist already. */
  importAll(everything: Import): Promise<void>;
};

/** Imports over the tables of the whole shop. */
export function createImportService(ports: {
  transact: Transact<{ imports: ImportRepository; settings: SettingsRepository }>;
}): ImportService {
  return {
    async importAll({ shop, customers, conversations, settings: values }) {
      for (const { entries } of conversations) {
        for (const entry of entries) entryBodySchema.parse(entry.body);
      }
      await ports.transact(async ({ imports, settings }) => {
        await imports.addShop(shop);
        await imports.addCustomers(customers);
        await imports.addConversations(conversations);
        for (const [key, value] of Object.entries(values)) await settings.writeSetting(key, value);
      });
    },
  };
}
