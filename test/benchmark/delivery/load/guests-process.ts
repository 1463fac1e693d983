import { type GuestClient, openGuestClient } from '../../../faults/campaigns/storm/guest-client.ts';
import type { Guest } from '../../../faults/campaigns/storm/populate.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';

/** Customers' clients that do what the widget does when their line breaks: come back by its terms, catch up from where they were. */
const clients = new Map<string, GuestClient>();

/** How the clients of one process stand. */
export type GuestsState = {
  /** For each client that is level with the server: since when, by `Date.now()`. */
  levelAt: number[];
  /** How many entries all clients hold, each once and in order. */
  held: number;
};

answerQuestions({
  async open({ url, guests, perSecond }: { url: string; guests: Guest[]; perSecond: number }) {
    for (const [index, { token, conversationId }] of guests.entries()) {
      clients.set(conversationId, openGuestClient(url, token));
      if (index % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 10_000 / perSecond));
    }
  },
  /** Cuts all lines in one moment. Gives when, by `Date.now()`. */
  cut() {
    const at = Date.now();
    for (const client of clients.values()) client.cut();
    return at;
  },
  state(): GuestsState {
    const all = [...clients.values()];
    return {
      levelAt: all.map((client) => client.caughtUpAt()).filter((at) => at !== null),
      held: all.reduce((sum, { entries }) => sum + entries.length, 0),
    };
  },
  logs: () => [...clients].map(([id, { entries }]): [string, string[]] => [id, [...entries]]),
});
