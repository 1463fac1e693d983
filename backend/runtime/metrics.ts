import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnWatch } from './fair-turns.ts';
import { createTurnFigures, type Door } from './turn-figures.ts';

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
  /** The figures of a door where work takes turns. */
  turnsAt(door: Door): TurnWatch;
  /** Whether the other nodes are heard; never called by a node that is alone. */
  linkChanged(isLinked: boolean): void;
  /** How long the way over Redis and back took. */
  linkBeat(ms: number): void;
  /** Another node told something. */
  factHeard(): void;
  /** So much was found changed in the database that no node had told. */
  factsFound(count: number): void;
  /** Called when figures are read; answers how many conversations stand in the queue. */
  watchQueue(count: () => Promise<number>): void;
  /** The same for the messages that did not reach their customer. */
  watchUndelivered(count: () => Promise<number>): void;
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
    ...linkFigures(registers),
    ...createTurnFigures(registers),
    watchQueue: (count) =>
      watched(registers, { name: 'baton_queue_length', help: 'Conversations waiting for an agent', count }),
    watchUndelivered: (count) =>
      watched(registers, {
        name: 'baton_undelivered',
        help: 'Messages that did not reach their customer, or of which nobody knows',
        count,
      }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function linkFigures(
  registers: Registry[],
): Pick<Metrics, 'linkChanged' | 'linkBeat' | 'factHeard' | 'factsFound'> {
  const figures: { up?: Gauge; beats?: Histogram; heard?: Counter; found?: Counter } = {};
  return {
    linkChanged(isLinked) {
      figures.up ??= new Gauge({
        name: 'baton_nodes_linked',
        help: '1 while the other nodes are heard over Redis, 0 while the database is asked instead',
        registers,
      });
      figures.up.set(isLinked ? 1 : 0);
    },
    linkBeat(ms) {
      figures.beats ??= new Histogram({
        name: 'baton_nodes_beat_ms',
        help: 'Time of the way over Redis and back',
        buckets: MS_BUCKETS,
        registers,
      });
      figures.beats.observe(ms);
    },
    factHeard() {
      figures.heard ??= new Counter({
        name: 'baton_nodes_facts_heard_total',
        help: 'Facts that other nodes told this one',
        registers,
      });
      figures.heard.inc();
    },
    factsFound(count) {
      figures.found ??= new Counter({
        name: 'baton_nodes_facts_found_total',
        help: 'Changes by other nodes that were found in the database, because nobody told them',
        registers,
      });
      figures.found.inc(count);
    },
  };
}

/** A figure that is counted when it is read. */
function watched(
  registers: Registry[],
  { name, help, count }: { name: string; help: string; count: () => Promise<number> },
): void {
  new Gauge({
    ...{ name, help, registers },
    async collect() {
      this.set(await count());
    },
  });
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
