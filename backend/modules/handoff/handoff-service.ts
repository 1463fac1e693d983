import type { Disposition, Outcome } from '#shared/domain/disposition';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { CustomerActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import type { CustomerSide, StaffCommand, UnitPorts } from '../conversations/index.ts';
import type { BotFacts } from './bot-facts.ts';
import { type BotSaid, type BotSaying, type BotView, readForBot, sayAsBot } from './bot-turn.ts';
import { requestByCustomer, requestHandoff } from './customer-wish.ts';
import { expireOffer, type OfferEnd, releaseVanishedAgent } from './expiry.ts';
import { closeIdle, type IdlePorts } from './idle.ts';
import type { HandoffStore } from './ports.ts';
import {
  acceptOffer,
  type Changed,
  claim,
  close,
  declineOffer,
  release,
  reopen,
  returnToBot,
  takeOver,
  transfer,
} from './staff-commands.ts';

export type HandoffPorts = UnitPorts<HandoffStore> & {
  /** The same repositories outside a transaction, for reading. */
  store: Pick<HandoffStore, 'conversations' | 'entries' | 'dialogues' | 'queue'>;
  terms: IdlePorts['terms'];
};

/** Who has the word (rules H1–H7): the bot's door, the customer's wish, the steps of staff, and what happens when time runs out. */
export type HandoffService = {
  readForBot(conversationId: ConversationId): Promise<BotView | null>;
  sayAsBot(saying: BotSaying): Promise<BotSaid>;
  requestHandoff(wish: {
    conversationId: ConversationId;
    trigger: HandoffTrigger;
    facts?: BotFacts;
  }): Promise<Changed>;
  requestByCustomer(command: { actor: CustomerActor; key: CommandKey }): Promise<CustomerSide>;
  claim(command: StaffCommand): Promise<Changed>;
  acceptOffer(command: StaffCommand): Promise<Changed>;
  declineOffer(command: StaffCommand): Promise<Changed>;
  release(command: StaffCommand & { comment: string }): Promise<Changed>;
  transfer(command: StaffCommand & { toAgentId: AgentId; comment: string }): Promise<Changed>;
  takeOver(command: StaffCommand & { fromAgentId: AgentId }): Promise<Changed>;
  returnToBot(command: StaffCommand & { outcome: Outcome; promises: string }): Promise<Changed>;
  close(command: StaffCommand & { disposition: Disposition }): Promise<Changed>;
  reopen(command: StaffCommand): Promise<Changed>;
  /** The handler of the job `offer-expiry`. */
  expireOffer(offer: OfferEnd): Promise<void>;
  /** The work of the job `lease-expiry`; tells how many conversations went back to the queue. */
  releaseVanishedAgent(agentId: AgentId, presenceAt: string): Promise<number>;
  /** The work of the job `idle-closing`; tells how many conversations it ended. */
  closeIdle(): Promise<number>;
};

/** The one that moves the machine. */
export function createHandoffService(ports: HandoffPorts): HandoffService {
  return {
    readForBot: (conversationId) => readForBot(ports.store, conversationId),
    sayAsBot: (saying) => sayAsBot(ports, saying),
    requestHandoff: (wish) => requestHandoff(ports, wish),
    requestByCustomer: (command) => requestByCustomer(ports, command),
    claim: (command) => claim(ports, command),
    acceptOffer: (command) => acceptOffer(ports, command),
    declineOffer: (command) => declineOffer(ports, command),
    release: (command) => release(ports, command),
    transfer: (command) => transfer(ports, command),
    takeOver: (command) => takeOver(ports, command),
    returnToBot: (command) => returnToBot(ports, command),
    close: (command) => close(ports, command),
    reopen: (command) => reopen(ports, command),
    expireOffer: (offer) => expireOffer(ports, offer),
    releaseVanishedAgent: (agentId, presenceAt) => releaseVanishedAgent(ports, agentId, presenceAt),
    closeIdle: () => closeIdle(ports),
  };
}
