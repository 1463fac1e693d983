import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../runtime/metrics.ts';

export type HealthPorts = {
  metrics: Metrics;
  /** Resolves when the database answers and the server is not draining, with how this node stands to the others; rejects otherwise. */
  checkReady: () => Promise<{ nodes: string }>;
};

/** For whoever runs the server: alive, ready, figures. */
export function addHealthRoutes(app: FastifyInstance, { metrics, checkReady }: HealthPorts): void {
  app.get('/healthz', async () => ({ ok: true, data: { state: 'alive' } }));
  app.get('/readyz', async (_request, reply) => {
    try {
      return { ok: true, data: { state: 'ready', ...(await checkReady()) } };
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
