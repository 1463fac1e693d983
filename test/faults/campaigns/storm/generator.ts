import { type GuestClient, openGuestClient } from './guest-client.ts';
import type { Guest } from './populate.ts';

/**
 * A process with a part of the clients, told what to do over the channel to its parent. So many sockets in the campaign's own process would
 * measure that process.
 */

/** What the parent asks for. */
export type Order =
  | { do: 'open'; url: string; guests: Guest[]; perSecond: number }
  | { do: 'say'; every: number; text: string }
  | { do: 'state' }
  | { do: 'logs' };

/** How the clients of one process are. */
export type State = {
  /** For each client that is level with the server since when, by `Date.now()`. */
  levelAt: number[];
  unsent: number;
  /** How often a client was told what it held already. */
  repeats: number;
};

const clients = new Map<string, GuestClient>();

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'open') {
    for (const [index, { token, conversationId }] of order.guests.entries()) {
      clients.set(conversationId, openGuestClient(order.url, token));
      if (index % order.perSecond === order.perSecond - 1)
        await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return {};
  }
  if (order.do === 'say') {
    for (const [index, client] of [...clients.values()].entries()) {
      if (index % order.every === 0) client.say(`${order.text} ${index}`);
    }
    return {};
  }
  if (order.do === 'state') return state();
  return [...clients].map(([id, { entries }]) => [id, entries]);
}

function state(): State {
  const all = [...clients.values()];
  return {
    levelAt: all.map((client) => client.caughtUpAt()).filter((at) => at !== null),
    unsent: all.reduce((sum, client) => sum + client.unsent(), 0),
    repeats: all.reduce((sum, client) => sum + client.repeats(), 0),
  };
}
