import type { Language } from '#shared/domain/language';
import type { CategoryId, Drawing } from '../catalogue/product.ts';
import type { OrderTrouble } from '../people/people.ts';

/** How a simulated customer takes things. */
export type Temperament = 'calm' | 'hurried' | 'polite' | 'furious' | 'sarcastic';

/**
 * Which order the customer must have for the scenario to make sense: `delivered` lately, `owned` however long, `none` where the talk is
 * not about an order.
 */
export type OrderNeed = OrderTrouble | 'shipped' | 'delivered' | 'owned' | 'unpacked' | 'none';

/**
 * What is typed in one go; ` // ` parts the messages that are sent quickly one after the other. Slots stand in braces, as in the
 * dialogues (`fill-slots.ts`); `{agent}` only where a person has joined.
 */
export type Burst = string;

/** What a simulated customer wants, in their own words. How they bear the rest is their temperament's (`Manner`). */
export interface Scenario {
  /** A slug, unique over all scenarios. */
  readonly id: string;
  readonly language: Language;
  readonly temperament: Temperament;
  readonly needs: OrderNeed;
  /** Only about things of these shelves. */
  readonly categories?: readonly CategoryId[];
  /** Only about things of these shapes. */
  readonly drawings?: readonly Drawing[];
  /** The root cause that an agent would choose at close. */
  readonly causeCode: string;
  /** Whether an answer of the bot can settle it. */
  readonly isBotEnough: boolean;
  /** Ways to begin; one is chosen. */
  readonly openings: readonly Burst[];
  /** The facts of the case, told one after the other when somebody asks or answers beside the point. */
  readonly details: readonly Burst[];
  /** When the bot answered, but the matter is not settled by it; in this order. */
  readonly botAnswered: readonly Burst[];
  /** When the person's words are not enough yet. */
  readonly unconvinced: readonly Burst[];
  /** When it is settled; one is chosen, or one of the manner's. */
  readonly thanks?: readonly Burst[];
}

/** How customers of one temperament behave in one language, whatever they want. */
export interface Manner {
  /** When the bot did not understand, each worse than the one before; from the second on they ask for a person. */
  readonly botMissed: readonly Burst[];
  /** While they wait for a person, each worse than the one before. */
  readonly waiting: readonly Burst[];
  readonly agentJoined: readonly Burst[];
  readonly unconvinced: readonly Burst[];
  readonly cardReceived: readonly Burst[];
  readonly thanks: readonly Burst[];
  readonly leaving: readonly Burst[];
  /** How many disappointments (bot missed, silence while waiting) they bear before they leave. */
  readonly patience: number;
  /** How likely a person's sentence settles the matter, once the facts are told. */
  readonly settles: number;
}
