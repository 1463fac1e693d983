import type { ClientId, ConversationId } from '#shared/domain/ids';
import { type Backend, createBackend } from '../../../../backend/app.ts';
import { authorKey } from '../../../../backend/runtime/actor.ts';
import { systemClock } from '../../../../backend/runtime/clock.ts';
import { readConfig } from '../../../../backend/runtime/config.ts';
import { newId } from '../../../../backend/runtime/ids.ts';
import { createLog } from '../../../../backend/runtime/log.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';
import { type Floor, type FloorSize, makeFloor } from './floor.ts';

/** The backend as production puts it together, and a shop floor in it: customers, and agents who own their conversations. */
let backend: Backend | undefined;
const SPEAKING_AT_ONCE = 8;

export type Started = { url: string; port: number; floor: Floor | null };

answerQuestions({
  async start({
    databaseUrl,
    port = 0,
    size,
  }: {
    databaseUrl: string;
    port?: number;
    size?: FloorSize;
  }): Promise<Started> {
    let floor: Floor | null = null;
    backend = await createBackend({
      config: readConfig({ port: String(port) }),
      log: createLog('error'),
      clock: systemClock,
      databaseUrl,
      hasShop: false,
      async prepare(services) {
        if (size !== undefined) floor = await makeFloor(services, size);
      },
    });
    return { url: backend.url, port: backend.port, floor };
  },
  /** Lets an agent say something in each of the conversations, a few at a time. Gives how many heard it. */
  async say({
    token,
    conversations,
    text,
  }: {
    token: string;
    conversations: ConversationId[];
    text: string;
  }) {
    const session = await backend?.services.agents.readSession(token);
    if (backend === undefined || !session) throw new Error('Nobody can speak');
    const { actor } = session;
    const { services } = backend;
    const rest = conversations.values();
    const speak = async () => {
      for (const conversationId of rest) {
        const key = {
          authorKey: authorKey(actor),
          clientId: newId<ClientId>(),
          fingerprint: Buffer.alloc(32),
        };
        await services.conversations.sendMessage({ actor, key, conversationId, text, seenSeq: null });
      }
    };
    await Promise.all(Array.from({ length: SPEAKING_AT_ONCE }, speak));
    return conversations.length;
  },
  rss() {
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
  stop: () => backend?.stop(),
});
