import type { AgentId } from '#shared/domain/ids';
import type { AgentService } from '../modules/agents/index.ts';
import type { AgentAudience } from './audience.ts';

export type PresencePorts = {
  agents: Pick<AgentService, 'noteConnected' | 'noteGone' | 'listStatus'>;
  audience: AgentAudience;
  /** How long a connection may be gone before the agent is. */
  offlineAfterMs: number;
  onError: (error: unknown) => void;
};

/** Turns connections into presence (rule H5). */
export type PresenceWatch = {
  connected(id: AgentId): void;
  disconnected(id: AgentId): void;
  /** Those whom a crash left “online” have the same grace to come back. */
  recover(): Promise<void>;
  stop(): void;
};

/** Watches over the agents connected to this server. */
export function createPresenceWatch({
  agents,
  audience,
  offlineAfterMs,
  onError,
}: PresencePorts): PresenceWatch {
  const leaving = new Map<AgentId, NodeJS.Timeout>();

  function cancel(id: AgentId): void {
    clearTimeout(leaving.get(id));
    leaving.delete(id);
  }

  function disconnected(id: AgentId): void {
    if (audience.hasSeat(id)) return;
    cancel(id);
    const timer = setTimeout(() => {
      leaving.delete(id);
      if (!audience.hasSeat(id)) agents.noteGone(id).catch(onError);
    }, offlineAfterMs);
    timer.unref();
    leaving.set(id, timer);
  }

  return {
    connected(id) {
      cancel(id);
      agents.noteConnected(id).catch(onError);
    },
    disconnected,
    async recover() {
      for (const { id, presence } of await agents.listStatus()) {
        if (presence !== 'offline') disconnected(id);
      }
    },
    stop() {
      for (const id of [...leaving.keys()]) cancel(id);
    },
  };
}
