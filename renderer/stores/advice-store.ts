import { create } from 'zustand';
import type { CauseSuggestion } from '#shared/domain/disposition';
import type { ConversationId } from '#shared/domain/ids';
import type { Recommendations } from '#shared/domain/recommendation';

/** What the server advises for one conversation. `chosenCause` is what the agent marked ahead of the close. */
export type Advice = {
  status: 'loading' | 'ready' | 'failed';
  recommendations: Recommendations | null;
  causes: readonly CauseSuggestion[];
  chosenCause: string | null;
};

type AdviceState = { advice: ReadonlyMap<ConversationId, Advice> };

const KEPT = 50;
const nothing: Advice = { status: 'loading', recommendations: null, causes: [], chosenCause: null };

/** Recommendations and proposed root causes, by conversation. */
export const useAdviceStore = create<AdviceState>()(() => ({ advice: new Map() }));

/** Notes what is advised. */
export function takeAdvice(id: ConversationId, change: Partial<Advice>): void {
  const advice = new Map(useAdviceStore.getState().advice);
  const before = advice.get(id) ?? nothing;
  advice.delete(id);
  advice.set(id, { ...before, ...change });
  for (const old of advice.keys()) {
    if (advice.size <= KEPT) break;
    advice.delete(old);
  }
  useAdviceStore.setState({ advice });
}

/** The advice for one conversation. */
export function useAdvice(id: ConversationId): Advice {
  return useAdviceStore((state) => state.advice.get(id) ?? nothing);
}
