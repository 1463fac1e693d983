import { create } from 'zustand';
import type { Today } from '#shared/protocol/agent-requests';

/** Today's figures; null until they were read. */
export const useTodayStore = create<{ today: Today | null }>()(() => ({ today: null }));
