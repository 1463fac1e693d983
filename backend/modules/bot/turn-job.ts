import { setTimeout as pause } from 'node:timers/promises';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { ConversationId } from '#shared/domain/ids';
import { outageOf } from '../../runtime/outage.ts';
import type { Bot } from './bot.ts';

export type TurnJobPorts = {
  bot: Bot;
  handoff: {
    requestHandoff(wish: { conversationId: ConversationId; trigger: HandoffTrigger }): Promise<unknown>;
  };
  /** Told of every failure, and what is done about it. */
  onFailure: (error: unknown, next: 'once-more' | 'call-a-person') => void;
};

/** A turn that was begun so often and never finished may be what brings the process down: it goes to a person unread. */
const TRIES = 2;
/** A moment for what is passing to pass. */
const PAUSE_MS = 500;
/** How long a customer is left without a word from anybody, both tries together. */
const PATIENCE_MS = 6_500;

/**
 * The handler of the job `bot-turn`: a bot that fails never leaves the customer alone. What fails is tried once more at once; what fails again,
 * or takes longer than the customer should wait, goes to a person, and the customer is told so. An answer that comes later all the same
 * becomes a draft (rule H4). Throws only where not even that can be done, so that the job comes again.
 */
export function createTurnJob(ports: TurnJobPorts) {
  const { handoff, onFailure } = ports;
  return async (
    { conversationId, seq }: { conversationId: ConversationId; seq: number },
    { number }: { number: number },
  ): Promise<void> => {
    const enough = new AbortController();
    try {
      if (number > TRIES) throw new Error('The bot never came to an end with this turn');
      await Promise.race([answer(ports, { conversationId, seq }), outOfPatience(PATIENCE_MS, enough.signal)]);
    } catch (error) {
      // The database is away, the bot has not failed: the job comes again.
      if (outageOf(error) !== null) throw error;
      onFailure(error, 'call-a-person');
      await handoff.requestHandoff({ conversationId, trigger: 'bot-failed' });
    } finally {
      enough.abort();
    }
  };
}

async function answer(
  { bot, onFailure }: TurnJobPorts,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
): Promise<void> {
  try {
    await bot.turn(conversationId, seq);
  } catch (error) {
    onFailure(error, 'once-more');
    await pause(PAUSE_MS);
    await bot.turn(conversationId, seq);
  }
}

/** Never resolves; throws when the time is over, and is silent once nobody waits any more. */
async function outOfPatience(ms: number, signal: AbortSignal): Promise<never> {
  await pause(ms, undefined, { signal }).catch(() => new Promise<never>(() => undefined));
  throw new Error('The bot took too long');
}
