import type { Language } from '#shared/domain/language';
import type { OrderTrouble } from '../people/people.ts';

/** How a simulated customer takes things. */
export type Temperament = 'calm' | 'hurried' | 'polite' | 'furious' | 'sarcastic';

/** Which order the customer must have for the scenario to make sense; `none` where the talk is not about an order. */
export type OrderNeed = OrderTrouble | 'shipped' | 'delivered' | 'unpacked' | 'any' | 'none';

/** What is typed in one go: each element is sent as a message of its own, quickly one after the other. */
export type Burst = readonly string[];

/**
 * What a simulated customer wants and how they say it. Texts may hold slots: `{order}`, `{product}`, `{size}`, `{city}`,
 * `{days}` (since the order), `{agent}` (only in lines said to an agent).
 */
export interface Scenario {
  /** A slug, unique over all scenarios. */
  readonly id: string;
  readonly language: Language;
  readonly temperament: Temperament;
  readonly needs: OrderNeed;
  /** The root cause that an agent would choose at close. */
  readonly causeCode: string;
  /** Ways to begin; one is chosen. */
  readonly openings: readonly Burst[];
  /** What they add when asked for more: the facts of the case, one burst after the other. */
  readonly details: readonly Burst[];
  /** When the bot did not help, each worse than the one before. */
  readonly botMissed: readonly Burst[];
  /** When the bot answered, but the matter is not settled by it. */
  readonly botAnswered: readonly Burst[];
  /** While they wait for a person, each worse than the one before. */
  readonly waiting: readonly Burst[];
  /** When a person has joined. */
  readonly agentJoined: readonly Burst[];
  /** When the person's words are not enough yet. */
  readonly unconvinced: readonly Burst[];
  /** When a card comes. */
  readonly cardReceived: readonly Burst[];
  /** When it is settled. */
  readonly thanks: readonly Burst[];
  /** When they give up. */
  readonly leaving: readonly Burst[];
  /** How many disappointments (bot missed, long silence) they bear before they leave. */
  readonly patience: number;
  /** Whether an answer of the bot alone can satisfy them. */
  readonly isBotEnough: boolean;
}
