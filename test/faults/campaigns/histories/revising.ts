import { mayRead, type Staff, type Talk } from './model.ts';

/** Edits and recalls, as the model has them (rule D19), again independently of the server. */

const LEAD: Staff = 2;

/** A message of the history. */
export type Said = {
  id: string;
  /** The number of its conversation. */
  talk: number;
  /** As which utterance its author said it; 0 where nobody knows, for the bot's and what says nothing any more. */
  n: number;
  author: Staff | 'customer' | 'bot';
  state: 'first' | 'edited' | 'recalled';
  /** Said longer ago than its author may revise it. */
  isLate: boolean;
};

/** Somebody edits a message or takes it back: the `back`th from the end. */
export type Revision = { name: 'edit' | 'recall'; by: Staff | 'customer' | 'author'; back: number };

/** Who really does it: the customer edits nothing, and what the bot said a lead takes back. */
export type Reviser = { name: 'edit' | 'recall'; by: Staff | 'customer' };

/** What must come of it: why it may be refused, each reason that there is; none if it must be done. */
export type Refusals = readonly string[];

/** The message that is meant; none where nothing was said. */
export function targetOf(said: readonly Said[], { back }: Revision): Said | undefined {
  return said.length === 0 ? undefined : said[said.length - 1 - (back % said.length)];
}

/** Who does what. */
export function reviserOf({ name, by }: Revision, { author }: Said): Reviser {
  const itsOwn = author === 'bot' ? LEAD : author;
  const who = by === 'author' ? itsOwn : by;
  return { name: who === 'customer' || author === 'bot' ? 'recall' : name, by: who };
}

/** Why it must be refused. */
export function refusalsOf({ name, by }: Reviser, message: Said, talk: Talk): Refusals {
  if (by !== 'customer' && !mayRead(talk, by)) return ['not-found'];
  const isOwn = message.author === by;
  const isOverseen = by === LEAD && name === 'recall' && message.author !== 'customer';
  return [
    ...(isOwn || isOverseen ? [] : ['not-author', 'not-found']),
    ...(message.state === 'recalled' ? ['already-recalled'] : []),
    ...(message.isLate && !isOverseen ? ['too-late'] : []),
  ];
}

/** The message afterwards. */
export function revised(message: Said, { name }: Reviser): Said {
  return { ...message, state: name === 'recall' ? 'recalled' : 'edited' };
}
