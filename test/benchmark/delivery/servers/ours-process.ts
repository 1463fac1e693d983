import { type Backend, createBackend } from '../../../../backend/app.ts';
import { systemClock } from '../../../../backend/runtime/clock.ts';
import { readConfig } from '../../../../backend/runtime/config.ts';
import { createLog } from '../../../../backend/runtime/log.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';
import { type Floor, type FloorSize, makeFloor } from './floor.ts';

/** The backend as production puts it together, and a shop floor in it: customers, and agents who own their conversations. */
let backend: Backend | undefined;

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
  rss() {
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
  stop: () => backend?.stop(),
});
