import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../runtime/metrics.ts';

export type HealthPorts = {
  metrics: Metrics;
  /** Resolves when the database answers and the server is not draining; rejects otherwise. */
  checkReady: () => Promise<void>;
};

/** For whoever runs the server: alive, ready, figures. */
export function addHealthRoutes(app: FastifyInstance, { metrics, checkReady }: HealthPorts): void {
  app.get('/healthz', async () => ({ ok: true, data: { state: 'alive' } }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await checkReady();
      return { ok: true, data: { state: 'ready' } };
    } catch {
      const error = {
        code: 'overloaded',
        message: 'The server is starting, stopping, or without its database',
      };
      return reply.code(503).header('retry-after', '2').send({ ok: false, error });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.render()),
  );
}
