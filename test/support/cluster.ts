import { setTimeout as pause } from 'node:timers/promises';
import { type Seeded, type StartOptions, startBackend, type TestBackend } from './backend.ts';
import { type BatonProcess, startBaton } from './baton-process.ts';
import type { AgentClient, CustomerClient } from './clients.ts';
import { startRedis, type TestRedis } from './redis.ts';

/** Several backends in this process, on one real PostgreSQL, with a real Redis between them. */
export type TestCluster = {
  nodes: readonly TestBackend[];
  redis: TestRedis;
  seeded: Seeded;
  databaseUrl: string;
  /** A console on that node. */
  agent(node: number, login: string): Promise<AgentClient>;
  /** A widget on that node. */
  customer(node: number, token?: string): Promise<CustomerClient>;
  /** Resolves when every node hears the others. */
  linked(): Promise<void>;
  /** Stops all nodes that still run, and Redis. */
  stop(): Promise<void>;
};

export type ClusterOptions = Omit<StartOptions, 'isSeeding'> & {
  /** How many nodes; two unless said otherwise. */
  nodes?: number;
};

/** Starts the nodes of a cluster on one database, seeded by the first. Stop it at the end of the file. */
export async function startCluster({
  nodes: count = 2,
  ...options
}: ClusterOptions = {}): Promise<TestCluster> {
  const redis = await startRedis();
  const environment = { ...options.environment, REDIS_URL: redis.url };
  const first = await startBackend({ ...options, environment, isSeeding: true });
  const { databaseUrl, seeded } = first;
  const others = await Promise.all(
    Array.from({ length: count - 1 }, () =>
      startBackend({ ...options, environment, databaseUrl, isSeeding: false }),
    ),
  );
  const nodes = [first, ...others.map((node) => ({ ...node, seeded }))];
  const nodeAt = (index: number) => {
    const node = nodes[index];
    if (node === undefined) throw new RangeError(`There is no node ${index}`);
    return node;
  };
  return {
    nodes,
    redis,
    seeded,
    databaseUrl,
    agent: (node, login) => nodeAt(node).agent(login),
    customer: (node, token) => nodeAt(node).customer(token),
    linked: () => untilLinked(nodes.map(({ url }) => url)),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await redis.stop();
    },
  };
}

/** Nodes as processes of their own, as an operator runs them. */
export type ProcessCluster = {
  nodes: BatonProcess[];
  redis: TestRedis;
  seeded: Seeded;
  databaseUrl: string;
  /** Starts one more node. */
  startNode(): Promise<BatonProcess>;
  linked(): Promise<void>;
  /** Ends all that still run, and Redis. */
  stop(): Promise<void>;
};

/** Starts a cluster of processes on a database seeded as by `startBackend`. `folder` is only a place that no node uses. */
export async function startProcessCluster({
  nodes: count = 2,
  environment = {},
  databaseUrl: given,
}: Pick<ClusterOptions, 'nodes' | 'environment' | 'databaseUrl'> = {}): Promise<ProcessCluster> {
  const redis = await startRedis();
  const seeding = await startBackend({
    isSeeding: true,
    ...(given === undefined ? {} : { databaseUrl: given }),
  });
  const { databaseUrl, seeded } = seeding;
  await seeding.stop();
  const nodes: BatonProcess[] = [];
  async function startNode(): Promise<BatonProcess> {
    const node = await startBaton(NO_FOLDER, {
      ...environment,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis.url,
    });
    nodes.push(node);
    return node;
  }
  await Promise.all(Array.from({ length: count }, startNode));
  return {
    nodes,
    redis,
    seeded,
    databaseUrl,
    startNode,
    linked: () => untilLinked(nodes.filter(isRunning).map(({ url }) => url)),
    async stop() {
      await Promise.all(nodes.filter(isRunning).map((node) => node.end('SIGTERM')));
      await redis.stop();
    },
  };
}

/** With an outside database no folder is touched. */
const NO_FOLDER = '/nonexistent';

function isRunning({ child }: BatonProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** As `/readyz` tells it. */
async function untilLinked(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    while ((await linkOf(url)) !== 'linked') await pause(20);
  }
}

/** How the node at this address says that it hears the others. */
export async function linkOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/readyz`);
  const body = (await answer.json()) as { data?: { nodes?: string } };
  return body.data?.nodes ?? 'not ready';
}
