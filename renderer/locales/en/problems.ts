import type { Translated } from '../translated.ts';
import type { problems as chinese } from '../zh-cn/problems.ts';

/** Why something was refused, in words; codes of the protocol and of the line. */
export const problems: Translated<typeof chinese> = {
  problem: {
    'invalid-input': 'the content is not as required',
    unauthenticated: 'your session has expired, sign in again',
    'not-found': 'it does not exist, or you may not see it',
    conflict: 'not possible now; somebody may just have dealt with it',
    'already-taken': '{{name}} was faster',
    'already-takenUnknown': 'somebody was faster',
    'reused-client-id': 'this message repeats another one; please write a new one',
    'stale-view': 'there are newer messages; have a look first',
    overloaded: 'the server is busy, try again in a moment',
    'rate-limited': 'too fast, try again in a moment',
    'version-mismatch': 'this version is too old, please reload',
    'bad-signature': 'the signature does not hold',
    'too-large': 'it is too long',
    internal: 'the server failed, try again later',
    offline: 'the server can’t be reached now',
    timeout: 'the server did not answer, try again in a moment',
    unreadable: 'the server’s answer makes no sense; reload or ask your admin',
  },
  conflict: {
    owned: '{{name}} has it now',
    'wrong-state': 'the conversation has moved on; this step is not possible now',
    'not-owner': 'this conversation is no longer yours',
    'offer-over': 'this offer is over',
    full_one: 'you already have {{count}} conversation; end or put one back first',
    full_other: 'you already have {{count}} conversations; end or put one back first',
    'same-agent': 'this colleague has it already',
    'agent-offline': 'this colleague is not online',
    'not-failed': 'this message needs nothing any more; a colleague may have dealt with it',
    'not-unknown': 'what became of this message is known by now',
    'not-merged': 'there is nothing to part',
    decided: 'somebody has just decided on this',
    'newer-version': 'somebody has changed this article since; look at it again',
    'not-closer': 'only who closed it, or a lead, can reopen it',
    'closed-long-ago': 'it was closed more than a day ago',
    'open-conversation-exists': 'the customer has begun another conversation',
  },
};
