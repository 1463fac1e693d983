import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { Draft } from '../stores/draft-store.ts';
import type { Outgoing } from '../stores/outbox-store.ts';
import type { Revision } from '../stores/revision-store.ts';

/** A draft as it lies on the device. */
export type KeptDraft = { authorId: AgentId; conversationId: ConversationId; draft: Draft };

/** What waits for the server, as it lies on the device: of the two only a revision names an entry. A later version may keep more kinds. */
export type Waiting = Outgoing | Revision;

interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: Waiting };
  drafts: { key: [string, string]; value: KeptDraft };
}

let opened: Promise<IDBPDatabase<DeviceSchema>> | null = null;

/** A way to write several things to the device so that all are there, or none. */
export type DeviceWriting = IDBPTransaction<DeviceSchema, ('outbox' | 'drafts')[], 'readwrite'>;

/** What must survive a crash of the console: messages, edits and recalls not yet acknowledged, and drafts (rule D5). Rejects where storage is closed to us. */
export async function deviceStorage(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('baton', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'clientId' });
      database.createObjectStore('drafts', { keyPath: ['authorId', 'conversationId'] });
    },
  });
  return await opened;
}

/** Writes to the device. Resolves when it would survive the end of the app and of the computer's power; rejects where storage is closed to us. */
export async function writeToDevice(write: (writing: DeviceWriting) => void): Promise<void> {
  const storage = await deviceStorage();
  const writing = storage.transaction(['outbox', 'drafts'], 'readwrite', { durability: 'strict' });
  write(writing);
  await writing.done;
}

/** All that waits on the device; nothing where storage is closed to us. */
export async function readWaiting(): Promise<Waiting[]> {
  try {
    return await (await deviceStorage()).getAll('outbox');
  } catch {
    return [];
  }
}
