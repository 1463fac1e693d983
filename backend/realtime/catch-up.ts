import type { AgentStatus } from '#shared/domain/agent';
import type { ConversationId } from '#shared/domain/ids';
import type { AgentService } from '../modules/agents/index.ts';
import { audienceOf, type ChangedRow, type ChangeService } from '../modules/conversations/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { FactBus } from '../runtime/facts.ts';
import type { AgentAudience } from './audience.ts';
import type { FanOutPorts } from './fan-out.ts';
import type { ToldMemory } from './told.ts';

export type CatchUpPorts = Pick<FanOutPorts, 'hasCustomer'> & {
  facts: FactBus;
  clock: Clock;
  audience: AgentAudience;
  told: ToldMemory;
  changes: ChangeService;
  listAgents: AgentService['listStatus'];
  /** How this node stands to the others. */
  nodes: { state(): 'alone' | 'linked' | 'degraded'; onDoubt(listener: () => void): void };
  /** Looks whether the sessions of the connected clients still hold. */
  checkSessions: () => Promise<void>;
  onHints: (count: number) => void;
  onError: (error: unknown) => void;
};

/** While the other nodes are not heard, the database is asked so often; while they are, only to be safe. */
const POLL_MS = 1000;
const SAFETY_MS = 15_000;
/** Sessions end seldom: they are looked at so often while the others are not heard, and while they are. */
const SESSIONS_EVERY_MS = 5000;
const SESSIONS_SAFETY_MS = 60_000;
const AT_ONCE = 100;

/**
 * What other nodes told may be lost, but nothing that was committed is: whatever the database shows as changed and was not told here is told to
 * those whom it concerns, as hints (rule D4). A node that is alone has nobody to miss. Gives the end of it.
 */
export function startCatchUp(ports: CatchUpPorts): () => Promise<void> {
  const { nodes, changes } = ports;
  if (nodes.state() === 'alone') return () => Promise.resolve();
  const agents = watchAgents(ports);
  let horizon: string | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let sessionsAt = Number.NEGATIVE_INFINITY;
  let isInDoubt = true;
  let running: Promise<void> | null = null;

  async function sweep(): Promise<void> {
    const wasInDoubt = isInDoubt;
    isInDoubt = false;
    try {
      // Read before the changes: what commits in between comes twice rather than not at all.
      const next = await changes.readHorizon();
      if (horizon !== null) for await (const rows of changes.listSince(horizon)) await hint(ports, rows);
      horizon = next;
      await agents.tellChanged();
      const sessionsEveryMs = nodes.state() === 'linked' ? SESSIONS_SAFETY_MS : SESSIONS_EVERY_MS;
      if (wasInDoubt || performance.now() - sessionsAt > sessionsEveryMs) {
        await ports.checkSessions();
        sessionsAt = performance.now();
      }
      sweptAt = performance.now();
    } catch (error) {
      isInDoubt ||= wasInDoubt;
      ports.onError(error);
    }
  }

  function sweepIfDue(): void {
    const everyMs = nodes.state() === 'linked' && !isInDoubt ? SAFETY_MS : POLL_MS;
    if (running !== null || performance.now() - sweptAt < everyMs) return;
    running = sweep().finally(() => {
      running = null;
    });
  }

  nodes.onDoubt(() => {
    isInDoubt = true;
    sweptAt = Number.NEGATIVE_INFINITY;
    sweepIfDue();
  });
  const timer = setInterval(sweepIfDue, POLL_MS / 4);
  timer.unref();
  sweepIfDue();
  return async () => {
    clearInterval(timer);
    agents.stop();
    await running;
  };
}

/** Tells of each row that is news here what the database says now. Of the others a fact may still come late, and would be told as if it held: they count as told. */
async function hint(ports: CatchUpPorts, rows: readonly ChangedRow[]): Promise<void> {
  const news: ConversationId[] = [];
  for (const row of rows) {
    if (isNews(ports, row)) news.push(row.id);
    else pass(ports.told, row);
  }
  for (let from = 0; from < news.length; from += AT_ONCE) {
    const ids = news.slice(from, from + AT_ONCE);
    const facts = await ports.changes.factsOf(ids);
    for (const fact of facts) ports.facts.receive(fact);
    ports.onHints(facts.length);
  }
}

function pass(told: ToldMemory, { id, version, standing }: ChangedRow): void {
  if ((told.of(id)?.version ?? 0) < version)
    told.keep(id, { version, standings: [standing], customerSide: null });
}

/** Whether anybody connected here may see the conversation, or could until now, and was not told of this version. */
function isNews({ told, audience, hasCustomer, clock }: CatchUpPorts, row: ChangedRow): boolean {
  const last = told.of(row.id);
  if (last !== undefined && last.version >= row.version) return false;
  const now = clock.now();
  const standings = [row.standing, ...(last?.standings ?? [])];
  if (standings.some((standing) => audience.seatsIn(audienceOf(standing, now)).size > 0)) return true;
  const [watcher] = audience.watchersOf(row.id);
  return watcher !== undefined || hasCustomer(row.customerId);
}

/** Presence and load of colleagues, told where they are not as they were told last. */
function watchAgents({ facts, listAgents }: CatchUpPorts): { tellChanged(): Promise<void>; stop(): void } {
  const told = new Map<AgentStatus['id'], string>();
  const stop = facts.subscribe((fact) => {
    if (fact.type === 'agent-changed') told.set(fact.agent.id, JSON.stringify(fact.agent));
  });
  return {
    stop,
    async tellChanged() {
      for (const agent of await listAgents()) {
        if (told.get(agent.id) !== JSON.stringify(agent)) facts.receive({ type: 'agent-changed', agent });
      }
    },
  };
}
