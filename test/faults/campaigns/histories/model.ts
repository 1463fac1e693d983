/**
 * What should happen, said once more and independently of the server: who may do what to a conversation, and what it is afterwards (rules H2, H3,
 * H9). Staff are 0 and 1, agents, and 2, a lead.
 */

export type Staff = 0 | 1 | 2;
const LEAD: Staff = 2;

/** A conversation as the model has it. */
export type Talk = {
  state: 'bot' | 'waiting' | 'offered' | 'agent' | 'closed';
  owner: Staff | null;
  offer: { to: Staff; from: Staff } | null;
  closer: Staff | null;
};

export const STAFF_DEEDS = [
  'claim',
  'release',
  'transfer',
  'accept',
  'decline',
  'take-over',
  'return',
  'close',
  'reopen',
  'reply',
  'note',
] as const;
export type StaffDeed = (typeof STAFF_DEEDS)[number];
/** What time does: nobody asks for it. */
export const TIME_DEEDS = ['expire', 'vanish'] as const;
export type TimeDeed = (typeof TIME_DEEDS)[number];

/** A step of `by`; `to` is whom it concerns, where it concerns somebody. */
export type Deed = { name: StaffDeed | TimeDeed; by: Staff; to: Staff };

/** What must come of it. `taken` is a refusal that names who has it, or is being asked. */
export type Outcome = { is: 'done'; talk: Talk } | { is: 'taken'; by: Staff } | { is: 'refused' };

const REFUSED: Outcome = { is: 'refused' };

/** A conversation that a customer has just begun. */
export function newTalk(): Talk {
  return { state: 'bot', owner: null, offer: null, closer: null };
}

/** What comes of a deed; `isLatest` is false when the customer has begun another conversation since. */
export function expected(talk: Talk, deed: Deed, isLatest: boolean): Outcome {
  const { by, to } = deed;
  const isLead = by === LEAD;
  const hasCharge = talk.state === 'agent' && (talk.owner === by || isLead);
  switch (deed.name) {
    case 'claim':
      return claimed(talk, by);
    case 'release':
      return hasCharge ? done({ state: 'waiting' }) : REFUSED;
    case 'transfer':
      return hasCharge && to !== talk.owner ? done({ state: 'offered', offer: { to, from: by } }) : REFUSED;
    case 'accept':
      return talk.offer?.to === by ? done({ state: 'agent', owner: by }) : REFUSED;
    case 'decline':
      return talk.offer?.to === by ? done({ state: 'waiting' }) : REFUSED;
    case 'take-over':
      if (!isLead || talk.state !== 'agent' || talk.owner === null) return REFUSED;
      if (talk.owner !== to) return { is: 'taken', by: talk.owner };
      return to === by ? REFUSED : done({ state: 'agent', owner: by });
    case 'return':
      return hasCharge ? done({ state: 'bot' }) : REFUSED;
    case 'close':
      return talk.state !== 'closed' && (hasCharge || isLead)
        ? done({ state: 'closed', closer: by })
        : REFUSED;
    case 'reopen':
      return talk.state === 'closed' && (talk.closer === by || isLead) && isLatest
        ? done({ state: 'agent', owner: by })
        : REFUSED;
    case 'reply':
      return talk.state === 'agent' && talk.owner === by ? { is: 'done', talk } : REFUSED;
    case 'note':
      return mayRead(talk, by) ? { is: 'done', talk } : REFUSED;
    case 'expire':
      return talk.state === 'offered' ? done({ state: 'waiting' }) : { is: 'done', talk };
    case 'vanish':
      return talk.owner === by || talk.offer?.to === by ? done({ state: 'waiting' }) : { is: 'done', talk };
  }
}

function claimed(talk: Talk, by: Staff): Outcome {
  if (talk.state === 'closed' || (talk.state === 'bot' && by !== LEAD)) return REFUSED;
  if (talk.owner !== null) return talk.owner === by ? { is: 'done', talk } : { is: 'taken', by: talk.owner };
  if (talk.offer && talk.offer.to !== by && by !== LEAD) return { is: 'taken', by: talk.offer.to };
  return done({ state: 'agent', owner: by });
}

/** Whether a member of staff may read it (rule H13). */
export function mayRead({ state, owner, offer }: Talk, who: Staff): boolean {
  if (who === LEAD || state === 'waiting' || state === 'closed') return true;
  return state === 'agent' ? owner === who : offer?.to === who || offer?.from === who;
}

function done(change: Partial<Talk>): Outcome {
  return { is: 'done', talk: { state: 'bot', owner: null, offer: null, closer: null, ...change } };
}
