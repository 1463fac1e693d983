import { create } from 'zustand';
import type { AgentStatus, Presence } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';

type AgentState = { agents: ReadonlyMap<AgentId, AgentStatus> };

/** The colleagues on the floor, with presence and load. A few dozen: replaced whole. */
export const useAgentStore = create<AgentState>()(() => ({ agents: new Map() }));

/** Takes in what is known about some colleagues. */
export function takeAgents(agents: readonly AgentStatus[]): void {
  if (agents.length === 0) return;
  useAgentStore.setState((state) => {
    const next = new Map(state.agents);
    for (const agent of agents) next.set(agent.id, agent);
    return { agents: next };
  });
}

/** The presence of one colleague. */
export function usePresence(id: AgentId | undefined): Presence {
  return useAgentStore((state) =>
    id === undefined ? 'offline' : (state.agents.get(id)?.presence ?? 'offline'),
  );
}
