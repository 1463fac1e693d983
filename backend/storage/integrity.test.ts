import { describe, expect, it } from 'vitest';
import { startBackend } from '../../test/support/backend.ts';
import { clientId } from '../../test/support/clients.ts';
import { checkIntegrity } from './integrity.ts';

describe('the look at what was written last', () => {
  it('D3 finds whole what the product wrote, and names a conversation of which an entry is gone', async () => {
    const backend = await startBackend();
    try {
      const [one, other] = [await backend.customer(), await backend.customer()];
      const { conversation } = await one.ask('message:send', { clientId: clientId(), text: '你好' });
      await other.ask('message:send', { clientId: clientId(), text: '在吗' });
      await backend.idle();
      expect(await checkIntegrity(backend.databaseUrl)).toEqual({ conversations: 2, damaged: [] });
      await backend.database.pool.query('delete from entries where conversation_id = $1 and seq = 1', [
        conversation.id,
      ]);
      expect((await checkIntegrity(backend.databaseUrl)).damaged).toEqual([conversation.id]);
      one.close();
      other.close();
    } finally {
      await backend.stop();
    }
  });
});
