import { setPresence } from '../connection/commands/session.ts';
import type { Platform } from '../platform/index.ts';
import { useAgentStore } from '../stores/agent-store.ts';
import { useSessionStore } from '../stores/session-store.ts';

/** Nobody at the computer means away, and back again when somebody returns; what the agent chose by hand stays as it is. */
export function followIdle(platform: Platform): void {
  let isAwayByIdle = false;
  platform.onIdleChange((idle) => {
    const me = useSessionStore.getState().me?.id;
    const presence = me && useAgentStore.getState().agents.get(me)?.presence;
    if (idle !== 'active' && presence === 'online') {
      isAwayByIdle = true;
      void setPresence('away');
    } else if (idle === 'active' && isAwayByIdle) {
      isAwayByIdle = false;
      void setPresence('online');
    }
  });
}
