import type { CategoryId, Drawing } from '../catalogue/product.ts';

/**
 * The moment in an order's life at which such a conversation happens; `none` for talk that is not about an order,
 * `unsettled` ones belong to orders whose trouble is not over yet.
 */
export type Moment =
  | 'before-dispatch'
  | 'late-dispatch'
  | 'late-dispatch-unsettled'
  | 'in-transit'
  | 'stuck'
  | 'stuck-unsettled'
  | 'just-delivered'
  | 'after-late-delivery'
  | 'delivered'
  | 'long-delivered'
  | 'return-wanted'
  | 'refund-awaited'
  | 'slow-refund'
  | 'slow-refund-unsettled'
  | 'cancel-wanted'
  | 'cancelled'
  | 'none';

/**
 * A kind of conversation and the ways it went. A script is one line per step, `role: text`, where roles are
 * `c` customer, `b` bot, `h` handoff (its trigger), `a` agent, `n` internal note, `p` product card (`product`, `product M` for that size of it, `alt`, or an id), `=` outcome and comment.
 * ` | ` parts wordings that mean the same; `@id` is the answer of that knowledge article; slots stand in braces (`fill-slots.ts`).
 */
export interface Situation {
  readonly id: string;
  /** A leaf of `rootCauses`. */
  readonly causeCode: string;
  readonly moment: Moment;
  /** Only about things of these shelves. */
  readonly categories?: readonly CategoryId[];
  /** Only about things of these shapes. */
  readonly drawings?: readonly Drawing[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
}
