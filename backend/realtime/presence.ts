import { setTimeout as pause } from 'node:timers/promises';
import type { AgentId } from '#shared/domain/ids';
import type { AgentService } from '../modules/agents/index.ts';
import type { AgentAudience } from './audience.ts';

export type PresenceWatchPorts = {
  agents: Pick<AgentService, 'noteConnected' | 'noteDisconnected' | 'renew' | 'sweep' | 'forgetOldLeases'>;
  audience: AgentAudience;
  nodeId: string;
  /** How long a connection may be gone before the agent is. */
  offlineAfterMs: number;
  onError: (error: unknown) => void;
};

/** Turns connections into presence (rule H5). */
export type PresenceWatch = {
  connected(id: AgentId): void;
  disconnected(id: AgentId): void;
  /** Ends the watch; those still connected have the usual grace to come back, here or on another node. */
  stop(): Promise<void>;
};

const LONGEST_BEAT_MS = 5000;
const LONGEST_SWEEP_MS = 1000;
const LAST_NOTE_MS = 1000;

/**
 * Vouches for the agents connected to this node, all in one statement per beat, and looks for those for whom no node vouches. After a start, and
 * after a time in which nobody could vouch (the database was away, this process stood still), it looks only when everybody had the grace to
 * come back.
 */
export function createPresenceWatch(ports: PresenceWatchPorts): PresenceWatch {
  const { agents, audience, nodeId, offlineAfterMs, onError } = ports;
  const beatMs = Math.min(LONGEST_BEAT_MS, Math.max(50, offlineAfterMs / 4));
  let sweepFrom = performance.now() + offlineAfterMs;
  let vouchedAt = performance.now();
  let isSweeping = false;
  let isStopped = false;

  const beats = setInterval(() => {
    // Twice what it vouches ahead of the grace: from then on somebody may have been vouched for by nobody.
    if (performance.now() - vouchedAt > 2 * beatMs) sweepFrom = performance.now() + offlineAfterMs;
    agents.renew({ nodeId, agentIds: [...audience.agentIds()] }, beatMs).then(() => {
      vouchedAt = performance.now();
    }, onError);
  }, beatMs);
  const sweeps = setInterval(
    () => {
      if (isSweeping || performance.now() < sweepFrom || performance.now() - vouchedAt > 2 * beatMs) return;
      isSweeping = true;
      agents
        .sweep()
        .catch(onError)
        .finally(() => {
          isSweeping = false;
        });
    },
    Math.min(LONGEST_SWEEP_MS, beatMs),
  );
  beats.unref();
  sweeps.unref();
  agents.forgetOldLeases().catch(onError);

  return {
    connected: (id) => void agents.noteConnected(nodeId, id).catch(onError),
    disconnected(id) {
      if (isStopped || audience.hasSeat(id)) return;
      agents.noteDisconnected({ nodeId, agentIds: [id] }).catch(onError);
    },
    async stop() {
      isStopped = true;
      clearInterval(beats);
      clearInterval(sweeps);
      const noted = agents.noteDisconnected({ nodeId, agentIds: [...audience.agentIds()] }).catch(onError);
      // Without it their leases run out a little later.
      await Promise.race([noted, pause(LAST_NOTE_MS)]);
    },
  };
}
