import type { HandoffTrigger } from '#shared/domain/handoff';
import type { Talker } from './talk.ts';

/** One turn: what is said (several lines are a burst), and what the bot must and must not do. */
export type ScriptStep = {
  say: string | readonly string[];
  must?: readonly RegExp[];
  mustNot?: readonly RegExp[];
  /** Kinds of cards that must come, at least one of each. */
  cards?: readonly ('product' | 'order')[];
  /** A choice that must be offered. */
  offers?: RegExp;
  /** The handoff that must follow; `null`, the default: none may; `any`: one may or not. */
  handoff?: HandoffTrigger | readonly (HandoffTrigger | null)[] | 'any' | null;
};

/**
 * A conversation as it has to go. `$O` is the number of the talker's order, `$SPACED`, `$DASHED` and `$WIDE` the same as
 * people copy it; `$X` is the number of somebody else's.
 */
export type Script = {
  title: string;
  talker: Talker;
  /** When nobody of the shop is there; by day where nothing is said. */
  at?: 'night';
  steps: readonly ScriptStep[];
};
