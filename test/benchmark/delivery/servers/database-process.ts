import { createClient } from '@redis/client';
import { startTestPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { startRedis, type TestRedis } from '../../../support/redis.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';
import { summarise } from '../../harness/samples.ts';

/** The embedded PostgreSQL with the settings it always has, and Redis, on the servers' cores. */
let postgres: TestPostgres | undefined;
let redis: TestRedis | undefined;

const HOPS = 1000;

answerQuestions({
  async create() {
    postgres ??= await startTestPostgres();
    return await postgres.createDatabase();
  },
  async redis() {
    redis ??= await startRedis();
    return redis.url;
  },
  hop: () => timeHops(redis?.url ?? ''),
  async stop() {
    await redis?.stop();
    await postgres?.stop();
  },
});

/** The middle time from one client to another through Redis, in µs. */
async function timeHops(url: string): Promise<number> {
  const speaker = await createClient({ url }).connect();
  const hearer = await createClient({ url }).connect();
  let heard: () => void = () => undefined;
  await hearer.subscribe('hop', () => heard());
  const times: number[] = [];
  for (let hop = 0; hop < HOPS; hop += 1) {
    const from = performance.now();
    const arrival = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await Promise.all([arrival, speaker.publish('hop', '.')]);
    times.push((performance.now() - from) * 1000);
  }
  await Promise.all([speaker.close(), hearer.close()]);
  return summarise(times).p50;
}
