import type { Entry } from '#shared/domain/entry';
import type { HandoffTrigger } from '#shared/domain/handoff';

/** For so many messages of the customer after a person handed back, the bot does not ask for one by itself (rule H6). */
const COOLING_TURNS = 2;

/** Whether a person handed back so lately that handing off again would be the same thing at once. `transcript` in the order of seq. */
export function isCooling(transcript: readonly Pick<Entry, 'body' | 'author'>[]): boolean {
  const end = transcript.findLastIndex(({ body }) => body.type === 'returned-to-bot');
  if (end < 0) return false;
  const turns = transcript
    .slice(end + 1)
    .filter(({ author, body }) => author.kind === 'customer' && body.type === 'message');
  return turns.length <= COOLING_TURNS;
}

/** The customer's own wish for a person is always heard. */
export function passesCooling(trigger: HandoffTrigger): boolean {
  return trigger === 'asked-for-person';
}
