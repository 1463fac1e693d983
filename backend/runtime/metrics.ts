import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts about itself; read at `/metrics`. Labels are names of ours, never ids or text. */
export type Metrics = {
  /** An HTTP request was answered. `route` is the pattern, not the address. */
  httpAnswered(route: string, status: number, ms: number): void;
  /** A request of the protocol was answered: by socket or HTTP, `ok` or the error's code. */
  requestAnswered(request: { side: Side; name: string; outcome: string }, ms: number): void;
  socketsChanged(side: Side, count: number): void;
  socketCut(side: Side, reason: string): void;
  jobRan(job: string, ms: number, isDone: boolean): void;
  /** A webhook's message came with an identity token that was not believed. */
  identityRefused(reason: string): void;
  /** Called when figures are read; answers how many conversations stand in the queue. */
  watchQueue(count: () => Promise<number>): void;
  /** The figures in the text form of Prometheus. */
  render(): Promise<string>;
  readonly contentType: string;
};

/** Which of the two namespaces. */
export type Side = 'agent' | 'customer';

const MS_BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000];

/** Metrics with a registry of their own, so that several servers in one process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'baton_' });
  const registers = [registry];
  const http = new Histogram({
    name: 'baton_http_request_ms',
    help: 'Time to answer an HTTP request',
    labelNames: ['route', 'status'],
    buckets: MS_BUCKETS,
    registers,
  });
  const requests = new Histogram({
    name: 'baton_request_ms',
    help: 'Time to answer a request of the protocol, commit included',
    labelNames: ['side', 'name', 'outcome'],
    buckets: MS_BUCKETS,
    registers,
  });
  const sockets = new Gauge({
    name: 'baton_sockets',
    help: 'Connected sockets',
    labelNames: ['side'],
    registers,
  });
  const { cuts, refusals } = countersOf(registers);
  const jobs = new Histogram({
    name: 'baton_job_ms',
    help: 'Time of one run of a stored job',
    labelNames: ['job', 'outcome'],
    buckets: MS_BUCKETS,
    registers,
  });
  return {
    httpAnswered: (route, status, ms) => http.observe({ route, status }, ms),
    requestAnswered: (request, ms) => requests.observe(request, ms),
    socketsChanged: (side, count) => sockets.set({ side }, count),
    socketCut: (side, reason) => cuts.inc({ side, reason }),
    jobRan: (job, ms, isDone) => jobs.observe({ job, outcome: isDone ? 'done' : 'failed' }, ms),
    identityRefused: (reason) => refusals.inc({ reason }),
    watchQueue(count) {
      new Gauge({
        name: 'baton_queue_length',
        help: 'Conversations waiting for an agent',
        registers,
        async collect() {
          this.set(await count());
        },
      });
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function countersOf(registers: Registry[]) {
  const cuts = new Counter({
    name: 'baton_sockets_cut_total',
    help: 'Sockets that the server ended, by reason',
    labelNames: ['side', 'reason'],
    registers,
  });
  const refusals = new Counter({
    name: 'baton_identity_refused_total',
    help: 'Identity tokens of webhook messages that were not believed; the messages were kept',
    labelNames: ['reason'],
    registers,
  });
  return { cuts, refusals };
}
