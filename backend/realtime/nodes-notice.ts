import type { Namespace } from 'socket.io';
import type { AgentEvent } from '#shared/protocol/agent-events';
import type { CatchUpPorts } from './catch-up.ts';

/**
 * Tells consoles when the other nodes are no longer heard at once, so that what happens there comes late, and when they are again. Who connects
 * meanwhile is told so; who is told nothing need not wonder.
 */
export function tellOfNodes(namespace: Namespace, nodes: CatchUpPorts['nodes']): void {
  let isLate = nodes.state() === 'degraded';
  const event = (): AgentEvent<'nodes:changed'> => ({ isLate });
  namespace.on('connection', (socket) => {
    if (isLate) socket.emit('nodes:changed', event());
  });
  nodes.onDoubt(() => {
    const isNowLate = nodes.state() === 'degraded';
    if (isNowLate === isLate) return;
    isLate = isNowLate;
    namespace.emit('nodes:changed', event());
  });
}
