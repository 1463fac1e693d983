import { createClient, defineScript } from '@redis/client';

/** A connection that is opened again and again for as long as it takes. */
export type RedisClient = ReturnType<typeof openRedisClient>;

const CONNECT_MS = 2000;
/** A connection on which nothing comes for so long, though a beat is sent every second, is opened anew. */
const SILENT_MS = 5000;
const LONGEST_RETRY_MS = 2000;
/** What may wait to be written; beyond this Redis is too slow and what is published is given up. */
const MOST_WAITING = 50_000;

/** One message to several channels: over the line it goes once. */
const publishToAll = defineScript({
  SCRIPT: "for i = 2, #ARGV do redis.call('PUBLISH', ARGV[i], ARGV[1]) end",
  NUMBER_OF_KEYS: 0,
  parseCommand(parser, message: string, channels: readonly string[]) {
    parser.push(message, ...channels);
  },
  transformReply: () => undefined,
});

/** Opens a connection; `isWaiting` keeps commands until there is one, otherwise they are refused at once. */
export function openRedisClient(url: string, { isWaiting }: { isWaiting: boolean }) {
  return createClient({
    url,
    disableOfflineQueue: !isWaiting,
    commandsQueueMaxLength: MOST_WAITING,
    scripts: { publishToAll },
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) =>
        Math.min(50 * 2 ** retries, LONGEST_RETRY_MS) * (0.5 + Math.random() / 2),
    },
  });
}
