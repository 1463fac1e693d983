import type { AgentId, ChannelId } from '#shared/domain/ids';
import type { Phrase } from '#shared/domain/language';
import type { AgentActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import type { Appended } from '../conversations/index.ts';
import {
  type AttemptPorts,
  type BegunAttempt,
  beginAttempt,
  giveUp,
  type OnItsWay,
  settleAttempt,
} from './attempts.ts';
import { discardMessage, markArrived, type OneMessage, retryMessage } from './by-hand.ts';
import type { DeliveryStore, FailedChoice, SendOutcome, UndeliveredOf } from './ports.ts';
import {
  listUndelivered,
  retryChannel,
  retryFailed,
  type UndeliveredPage,
  type UndeliveredWish,
} from './undelivered.ts';

export type DeliveryPorts = AttemptPorts & { store: DeliveryStore };

/** Messages on their way out of the house, and those that did not arrive (rules D6, D13, D14). */
export type DeliveryService = {
  /** Records an attempt before it is made; `null` where none is to be made now. */
  begin(way: OnItsWay): Promise<BegunAttempt | null>;
  /** What came of it. */
  settle(way: OnItsWay, end: { number: number; outcome: SendOutcome }): Promise<void>;
  giveUp(message: Pick<OnItsWay, 'conversationId' | 'entryId'>, reason: Phrase): Promise<void>;
  retryMessage(command: OneMessage): Promise<Appended>;
  markArrived(command: OneMessage): Promise<Appended>;
  discardMessage(command: OneMessage & { comment: string }): Promise<Appended>;
  list(actor: AgentActor, wish: UndeliveredWish): Promise<UndeliveredPage>;
  /** How many messages did not arrive, or may not have. */
  count(of: UndeliveredOf): Promise<number>;
  retryChannel(command: {
    actor: AgentActor;
    key: CommandKey;
    channelId: ChannelId;
    reason?: string | undefined;
  }): Promise<{ count: number }>;
  /** The handler of the job `undelivered-retry`. */
  retryFailed(choice: FailedChoice & { agentId: AgentId }): Promise<void>;
};

/** Delivery over its storage. */
export function createDeliveryService(ports: DeliveryPorts): DeliveryService {
  return {
    begin: (way) => beginAttempt(ports, way),
    settle: (way, end) => settleAttempt(ports, way, end),
    giveUp: (message, reason) => giveUp(ports, message, reason),
    retryMessage: (command) => retryMessage(ports, command),
    markArrived: (command) => markArrived(ports, command),
    discardMessage: (command) => discardMessage(ports, command),
    list: (actor, wish) => listUndelivered(ports.store, actor, wish),
    count: (of) => ports.store.deliveries.countUndelivered(of),
    retryChannel: (command) => retryChannel(ports, command),
    retryFailed: (choice) => retryFailed(ports, choice),
  };
}
