import type { AssignmentService } from '../../modules/assignment/index.ts';
import type { HandoffService } from '../../modules/handoff/index.ts';
import type { AgentHandlers } from '../handler.ts';

/** The steps of staff in the handoff machine. */
export function handoffHandlers(ports: { handoff: HandoffService; assignment: AssignmentService }) {
  const { handoff, assignment } = ports;
  return {
    'conversation:claim': ({ actor, key }, input) => handoff.claim({ actor, key, ...input }),
    'queue:next': ({ actor, key }) => assignment.next({ actor, key }),
    'conversation:release': ({ actor, key }, input) => handoff.release({ actor, key, ...input }),
    'conversation:transfer': ({ actor, key }, input) => handoff.transfer({ actor, key, ...input }),
    'conversation:take-over': ({ actor, key }, input) => handoff.takeOver({ actor, key, ...input }),
    'offer:accept': ({ actor, key }, input) => handoff.acceptOffer({ actor, key, ...input }),
    'offer:decline': ({ actor, key }, input) => handoff.declineOffer({ actor, key, ...input }),
    'conversation:return': ({ actor, key }, input) => handoff.returnToBot({ actor, key, ...input }),
    'conversation:close': ({ actor, key }, input) => handoff.close({ actor, key, ...input }),
    'conversation:reopen': ({ actor, key }, input) => handoff.reopen({ actor, key, ...input }),
  } satisfies Partial<AgentHandlers>;
}
