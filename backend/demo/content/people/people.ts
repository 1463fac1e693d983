import type { OrderStatus } from '#shared/domain/card';
import type { Membership } from '#shared/domain/conversation';
import type { Outcome } from '#shared/domain/disposition';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { Language, Localized } from '#shared/domain/language';

/** Where customers of the demo shop write from; the mini program stands behind the signed webhook. */
export type DemoChannelId = 'web' | 'app' | 'mini-program';

/** Somebody who buys here. Phone numbers and addresses are plainly invented (`100…`, `example.com`). */
export interface DemoCustomer {
  /** The shop's own id of the customer, `C1001` and on: what a signed identity says. */
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  readonly phone: string;
  readonly email: string;
  /** In the customer's language. */
  readonly city: string;
  readonly since: Date;
  /** By what they spent in the last twelve months, as `membershipOf` says. */
  readonly membership: Membership;
  /** The channels they are known on, the one they like best first. */
  readonly channels: readonly DemoChannelId[];
  /** Newest last. */
  readonly orders: readonly DemoOrder[];
  /** One for each product, newest last. */
  readonly views: readonly DemoView[];
}

/** An order with its way so far; everything in it happened before `now`. */
export interface DemoOrder {
  /** Unique in the shop, e.g. `SY25112200391`. */
  readonly number: string;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  /** When it should have been dispatched; null until it is paid. */
  readonly promisedAt: Date | null;
  readonly totalFen: number;
  readonly lines: readonly DemoOrderLine[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** Oldest first. */
  readonly tracking: readonly DemoTracking[];
  /** What went wrong with it, if anything; the conversations and simulated customers speak about it. */
  readonly trouble: OrderTrouble | null;
}

/** What can happen to an order, in the order in which it can. */
export type TrackingStage =
  | 'paid'
  | 'cancelled'
  | 'packed'
  | 'left'
  | 'transit'
  | 'hub'
  | 'depot'
  | 'out'
  | 'delivered'
  | 'return-asked'
  | 'return-picked'
  | 'return-received'
  | 'refunded';

/** One step of an order's way, with the words customers read. */
export interface DemoTracking {
  readonly stage: TrackingStage;
  readonly at: Date;
  readonly text: Localized;
}

/** One line of an order; what the variant cost then. */
export interface DemoOrderLine {
  readonly sku: string;
  readonly productId: string;
  readonly quantity: number;
  readonly priceFen: number;
}

/** What can be wrong with an order: paid and not dispatched in time, no tracking entry for days, refund overdue. */
export type OrderTrouble = 'late-dispatch' | 'stuck' | 'slow-refund';

/** A product that somebody looked at. */
export interface DemoView {
  readonly productId: string;
  /** The latest time. */
  readonly at: Date;
  readonly times: number;
}

/** A conversation of the past, whole and closed. */
export interface DemoConversation {
  readonly customerKey: string;
  readonly language: Language;
  readonly openedAt: Date;
  readonly closedAt: Date;
  /** In the order they happened, between opening and close. */
  readonly steps: readonly DemoStep[];
  /** Who closed it; null where no person ever joined. */
  readonly closedBy: string | null;
  readonly outcome: Outcome;
  /** A leaf of `rootCauses`. */
  readonly causeCode: string;
  /** What the agent wrote at close; may be empty. */
  readonly comment: string;
  /** The order it was about. */
  readonly orderNumber: string | null;
}

/** One thing that happened in a conversation. `agent` is a login of `staff`; a card without one was sent by the bot. */
export type DemoStep =
  | { readonly kind: 'customer'; readonly at: Date; readonly channel: DemoChannelId; readonly text: string }
  | { readonly kind: 'bot'; readonly at: Date; readonly text: string }
  | { readonly kind: 'handoff'; readonly at: Date; readonly trigger: HandoffTrigger }
  | { readonly kind: 'claim'; readonly at: Date; readonly agent: string }
  | { readonly kind: 'agent'; readonly at: Date; readonly agent: string; readonly text: string }
  | { readonly kind: 'product-card'; readonly at: Date; readonly agent: string | null; readonly sku: string }
  | { readonly kind: 'note'; readonly at: Date; readonly agent: string; readonly text: string };

/** All that happened in the demo shop before `now`. */
export interface DemoHistory {
  readonly customers: readonly DemoCustomer[];
  /** Oldest first. */
  readonly conversations: readonly DemoConversation[];
}
